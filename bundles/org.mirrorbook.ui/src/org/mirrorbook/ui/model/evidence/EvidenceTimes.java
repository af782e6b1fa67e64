package org.mirrorbook.ui.model.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of messages, to the millisecond. Thread-safe. */
public final class EvidenceTimes {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final char MINUS = '\u2212';

    private final ZoneId zone;

    /** @param zone in which times are told */
    public EvidenceTimes(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** {@code 08:21:07.044}. */
    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /** {@code 14:05:12}, of something that was done just now. */
    String seconds(Instant at) {
        return SECONDS.format(at.atZone(zone));
    }

    /** {@code 12 Nov 08:21:07.044}. */
    public String dayAndClock(Instant at) {
        return DAY_AND_CLOCK.format(at.atZone(zone));
    }

    /** {@code +61 ms}; longer ones, such as of a message that was asked for later, in seconds. */
    static String delay(Duration delay) {
        var sign = delay.isNegative() ? String.valueOf(MINUS) : "+";
        var length = delay.abs();
        return sign + (length.compareTo(LONG) < 0 ? length.toMillis() + " ms" : length.toSeconds() + " s");
    }
}
