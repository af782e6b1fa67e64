package org.mirrorbook.ui.model.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

import org.mirrorbook.journal.Range;

/** When a trade was opened, in days of the user's zone. The last days are counted with today. */
public enum Dates {
    ALL, TODAY, YESTERDAY, LAST_7, LAST_30, LAST_90, THIS_MONTH, LAST_MONTH, THIS_YEAR;

    /** The range as seen now. */
    public Range<Instant> range(ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return switch (this) {
            case ALL -> Range.any();
            case TODAY -> from(today, zone);
            case YESTERDAY -> days(today.minusDays(1), today.minusDays(1), zone);
            case LAST_7 -> from(today.minusDays(6), zone);
            case LAST_30 -> from(today.minusDays(29), zone);
            case LAST_90 -> from(today.minusDays(89), zone);
            case THIS_MONTH -> from(today.withDayOfMonth(1), zone);
            case LAST_MONTH -> days(today.minusMonths(1).withDayOfMonth(1),
                    today.minusMonths(1).with(TemporalAdjusters.lastDayOfMonth()), zone);
            case THIS_YEAR -> from(today.withDayOfYear(1), zone);
        };
    }

    public String words() {
        return switch (this) {
            case ALL -> Messages.Dates_all;
            case TODAY -> Messages.Dates_today;
            case YESTERDAY -> Messages.Dates_yesterday;
            case LAST_7 -> Messages.Dates_last7;
            case LAST_30 -> Messages.Dates_last30;
            case LAST_90 -> Messages.Dates_last90;
            case THIS_MONTH -> Messages.Dates_thisMonth;
            case LAST_MONTH -> Messages.Dates_lastMonth;
            case THIS_YEAR -> Messages.Dates_thisYear;
        };
    }

    private static Range<Instant> from(LocalDate first, ZoneId zone) {
        return Range.from(first.atStartOfDay(zone).toInstant());
    }

    /** Whole days, the last one included up to its last microsecond. */
    static Range<Instant> days(LocalDate first, LocalDate last, ZoneId zone) {
        return days(Optional.of(first), Optional.of(last), zone);
    }

    static Range<Instant> days(Optional<LocalDate> first, Optional<LocalDate> last, ZoneId zone) {
        requireNonNull(zone);
        return new Range<>(first.map(day -> day.atStartOfDay(zone).toInstant()),
                last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS)));
    }
}
