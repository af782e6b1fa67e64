package org.mirrorbook.domain.position;

import java.math.BigDecimal;

/** The direction of a position: which price move earns. */
public enum Side {
    LONG, SHORT;

    /** {@code +1} where a rising price earns, {@code -1} where a falling one does. */
    public BigDecimal sign() {
        return this == LONG ? BigDecimal.ONE : BigDecimal.ONE.negate();
    }

    public Side opposite() {
        return this == LONG ? SHORT : LONG;
    }
}
