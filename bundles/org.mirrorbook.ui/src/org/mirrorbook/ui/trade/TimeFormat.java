package org.mirrorbook.ui.trade;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Places and labels of an axis of time. The chart steps by round numbers: places are in minutes, hours or days since midnight; so round
 * numbers are round times.
 */
final class TimeFormat extends NumberFormat {

    private static final long serialVersionUID = 1L;
    private static final Duration SHORT = Duration.ofMinutes(10);
    private static final Duration MINUTES = Duration.ofHours(3);
    private static final Duration HOURS = Duration.ofHours(60);

    private final long midnight;
    private final double unit;
    private final String pattern;
    private final ZoneId zone;

    TimeFormat(Instant begin, Instant end, ZoneId zone) {
        var span = Duration.between(begin, end);
        this.zone = zone;
        midnight = begin.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant().toEpochMilli();
        unit = (span.compareTo(MINUTES) < 0 ? Duration.ofMinutes(1) : span.compareTo(HOURS) < 0 ? Duration.ofHours(1) : Duration.ofDays(1))
                .toMillis();
        pattern = span.compareTo(SHORT) < 0 ? "HH:mm:ss" : span.compareTo(HOURS) < 0 ? "HH:mm" : "d MMM";
    }

    /** Where that moment is on the axis. */
    double place(Instant at) {
        return (at.toEpochMilli() - midnight) / unit;
    }

    @Override
    public StringBuffer format(double place, StringBuffer to, FieldPosition position) {
        var at = Instant.ofEpochMilli(midnight + Math.round(place * unit)).atZone(zone);
        return to.append(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at));
    }

    @Override
    public StringBuffer format(long place, StringBuffer to, FieldPosition position) {
        return format((double) place, to, position);
    }

    /** The chart reads its own labels; of one of another day it does not get the place, which it does not need. */
    @Override
    public Number parse(String text, ParsePosition position) {
        position.setIndex(text.length());
        try {
            return LocalTime.parse(text).toNanoOfDay() / 1e6 / unit;
        } catch (DateTimeParseException notATime) {
            return 0;
        }
    }
}
