package org.mirrorbook.exchange.practice.stream;

import java.util.Arrays;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a client of the v3 protocol subscribed to.
 *
 * @param symbol of a ticker; empty where the topic tells of everything
 * @param arg as the client wrote it: acknowledgement and pushes repeat it
 */
record UnifiedTopic(Name name, String symbol, ObjectNode arg) {

    /** The topics there are (protocol notes, Bitget 7). */
    enum Name {
        POSITION("position"),
        ORDER("order"),
        FILL("fill"),
        FAST_FILL("fast-fill"),
        STRATEGY_ORDER("strategy-order"),
        ACCOUNT("account"),
        ADL("adl-notification"),
        TICKER("ticker");

        private final String wire;

        Name(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }

        boolean isPublic() {
            return this == TICKER;
        }

        static Optional<Name> named(String word) {
            return Arrays.stream(values()).filter(name -> name.wire.equals(word)).findFirst();
        }
    }

    boolean sameAs(UnifiedTopic other) {
        return name == other.name && symbol.equals(other.symbol);
    }
}
