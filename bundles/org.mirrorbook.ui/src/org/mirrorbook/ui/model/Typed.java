package org.mirrorbook.ui.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a decimal as a user types it. */
final class Typed {

    /** Digits with a point, as many as the journal keeps. No comma: it groups for one reader and is the point of another. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,13}(\\.\\d{1,18})?");

    private Typed() {
    }

    /** The number; absent for what is none, or is negative. */
    static Optional<BigDecimal> decimal(String text) {
        var digits = text.strip();
        return DECIMAL.matcher(digits).matches() ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    /** The same, above zero. */
    static Optional<BigDecimal> positive(String text) {
        return decimal(text).filter(number -> number.signum() > 0);
    }
}
