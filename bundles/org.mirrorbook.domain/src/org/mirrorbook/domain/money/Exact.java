package org.mirrorbook.domain.money;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The one form of a decimal inside the domain: no trailing zeros, and one zero.
 *
 * <p>{@link BigDecimal#equals} tells {@code 1.0} from {@code 1.00}, records compare with it, and venues send both; so every record
 * normalises its decimals in its constructor and two equal figures are equal records. Nothing is ever rounded here.
 */
public final class Exact {

    private Exact() {
    }

    /** The same number in its one form. */
    public static BigDecimal of(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var exact = value.stripTrailingZeros();
        // most are in that form already, since a record is made of the figures of others
        return exact.scale() == value.scale() ? value : exact;
    }

    /** The same number in its one form, or nothing. */
    public static Optional<BigDecimal> of(Optional<BigDecimal> value) {
        if (value.isEmpty()) {
            return value;
        }
        var exact = of(value.get());
        return exact == value.get() ? value : Optional.of(exact);
    }
}
