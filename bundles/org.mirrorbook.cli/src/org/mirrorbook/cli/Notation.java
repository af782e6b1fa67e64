package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures, times and words are written for programs; documented API. */
final class Notation {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Notation() {
    }

    /** Plain: no exponent, no trailing zeros, one zero. */
    static String of(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** ISO-8601, UTC, with three digits of milliseconds. */
    static String of(Instant time) {
        return TIME.format(time);
    }

    /** In lower case, as on the command line. */
    static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
