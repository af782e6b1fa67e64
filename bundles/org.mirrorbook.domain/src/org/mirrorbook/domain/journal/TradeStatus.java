package org.mirrorbook.domain.journal;

import java.math.BigDecimal;

/** Open, or how it ended: the sign of the net profit. */
public enum TradeStatus {
    OPEN, WIN, LOSS, BE;

    /** The outcome of a closed trade with this net profit. */
    public static TradeStatus ofNet(BigDecimal net) {
        return switch (net.signum()) {
            case 1 -> WIN;
            case -1 -> LOSS;
            default -> BE;
        };
    }
}
