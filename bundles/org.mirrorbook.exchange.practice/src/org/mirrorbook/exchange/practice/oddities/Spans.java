package org.mirrorbook.exchange.practice.oddities;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as scenario files write them: a whole number with a unit, {@code 250ms}, {@code 2s}, {@code -1m}, {@code 3h}, {@code 1d}. */
public final class Spans {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,9})(ms|s|m|h|d)");

    private Spans() {
    }

    /** The duration, or nothing when the text is none. */
    public static Optional<Duration> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(form.group(1));
        return Optional.of(switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        });
    }
}
