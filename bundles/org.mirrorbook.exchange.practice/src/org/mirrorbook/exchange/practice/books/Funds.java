package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;

/**
 * The money of an account in one margin coin.
 *
 * @param wallet deposits and everything realised
 * @param margin held by open positions
 * @param unrealised of open positions, at mark
 */
public record Funds(String coin, BigDecimal wallet, BigDecimal margin, BigDecimal unrealised) {

    public BigDecimal equity() {
        return wallet.add(unrealised);
    }

    /** What new positions may use: unrealised losses count, unrealised profits do not. */
    public BigDecimal available() {
        return wallet.subtract(margin).add(unrealised.min(BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }
}
