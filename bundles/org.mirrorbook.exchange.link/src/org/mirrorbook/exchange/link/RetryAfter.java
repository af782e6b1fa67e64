package org.mirrorbook.exchange.link;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Reads how long a venue wants to be left alone: seconds, or a date, which is compared with the answer's own date and never with our
 * clock.
 */
final class RetryAfter {

    /** A longer pause is not believed; a mistake there must not silence an account for days. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {
    }

    /**
     * @param value of the header, or null
     * @param date of the answer, or null
     */
    static Optional<Duration> read(String value, String date) {
        if (value == null) {
            return Optional.empty();
        }
        var text = value.strip();
        if (text.matches("\\d{1,18}")) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))));
        }
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(bounded(Duration.between(time(date.strip()), time(text))));
        } catch (DateTimeException neither) {
            // a word that means nothing is no wish; the usual pause applies then
            return Optional.empty();
        }
    }

    private static ZonedDateTime time(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static Duration bounded(Duration wish) {
        return wish.isNegative() ? Duration.ZERO : wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }
}
