package org.mirrorbook.exchange.practice.books;

import java.util.Arrays;
import java.util.Optional;

/** The three classes of perpetual contracts; the venue keeps positions, modes and pushes apart per class. */
public enum ProductType {
    USDT_FUTURES("USDT-FUTURES"),
    COIN_FUTURES("COIN-FUTURES"),
    USDC_FUTURES("USDC-FUTURES");

    private final String wire;

    ProductType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** The product of that name, in any case of letters (protocol notes, Bitget 6.3). */
    public static Optional<ProductType> named(String name) {
        return Arrays.stream(values()).filter(product -> product.wire.equalsIgnoreCase(name)).findFirst();
    }
}
