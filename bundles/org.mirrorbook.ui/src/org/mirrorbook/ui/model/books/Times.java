package org.mirrorbook.ui.model.books;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.ui.model.Figures;

/**
 * Figures and times as the books are told.
 *
 * @param figures the formatter
 * @param now what is of today is told as such
 */
public record Times(Figures figures, Instant now) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_SECONDS = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("d MMM HH:mm:ss.SSS", Locale.ENGLISH);
    private static final int MILLIS_OF_A_TENTH = 100;

    public Times {
        requireNonNull(figures);
        requireNonNull(now);
    }

    /** {@code today 14:05:58}, {@code 11 Nov 21:40:12}. */
    public String when(Instant at) {
        return isToday(at) ? NLS.bind(Messages.Times_today, clock(at)) : moment(at);
    }

    /** {@code 14:05:58}. */
    public String clock(Instant at) {
        return SECONDS.format(at.atZone(figures.zone()));
    }

    /** {@code 11 Nov 21:40:12}. */
    public String moment(Instant at) {
        return DAY_AND_SECONDS.format(at.atZone(figures.zone()));
    }

    /** {@code 11 Nov 22:40:18.204}. */
    public String exactly(Instant at) {
        return MILLIS.format(at.atZone(figures.zone()));
    }

    /** {@code 14 Aug 2026}. */
    public String day(Instant at) {
        return DAY.format(at.atZone(figures.zone()));
    }

    /** {@code 0.8 s}. */
    public String took(Duration time) {
        long tenths = Math.max(1, (time.toMillis() + MILLIS_OF_A_TENTH / 2) / MILLIS_OF_A_TENTH);
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    private boolean isToday(Instant at) {
        return at.atZone(figures.zone()).toLocalDate().equals(now.atZone(figures.zone()).toLocalDate());
    }
}
