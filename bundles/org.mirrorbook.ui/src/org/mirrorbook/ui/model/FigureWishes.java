package org.mirrorbook.ui.model;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * How the user wants figures and times to be told, as it is kept: a name that is not known any more counts as not said.
 *
 * @param zone id of a time zone; empty for the system's own
 * @param format name of a {@link MoneyFormat}; empty for the usual one
 * @param hidden whether money is bullets
 */
public record FigureWishes(String zone, String format, boolean hidden) {

    /** @param system in which times are told when no zone was wished for */
    public Figures figures(ZoneId system) {
        return new Figures(zone(system), moneyFormat(), hidden);
    }

    public MoneyFormat moneyFormat() {
        return Arrays.stream(MoneyFormat.values()).filter(known -> known.name().equals(format)).findFirst().orElse(MoneyFormat.COMMA_POINT);
    }

    private ZoneId zone(ZoneId system) {
        try {
            return zone.isEmpty() ? system : ZoneId.of(zone);
        } catch (DateTimeException e) {
            // kept by a Java that knew more zones than this one: the system's is at least a true one
            return system;
        }
    }
}
