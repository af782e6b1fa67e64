package org.mirrorbook.exchange.practice.stream;

import java.util.Arrays;
import java.util.Optional;

/** The channels there are. */
enum Channel {
    POSITIONS("positions", false),
    POSITIONS_HISTORY("positions-history", false),
    ORDERS("orders", false),
    ORDERS_ALGO("orders-algo", false),
    FILL("fill", false),
    ACCOUNT("account", false),
    EQUITY("equity", false),
    ADL("adl-noti", false),
    TICKER("ticker", true);

    private final String wire;
    private final boolean open;

    Channel(String wire, boolean open) {
        this.wire = wire;
        this.open = open;
    }

    String wire() {
        return wire;
    }

    /** Whether it is told to everybody, on the public address. */
    boolean isPublic() {
        return open;
    }

    static Optional<Channel> named(String name) {
        return Arrays.stream(values()).filter(channel -> channel.wire.equals(name)).findFirst();
    }
}
