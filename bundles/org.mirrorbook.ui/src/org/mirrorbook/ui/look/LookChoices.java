package org.mirrorbook.ui.look;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.MoneyFormat;

/** What can be chosen for the looks, and how it is called. */
public final class LookChoices {

    /** Places, and not the many other names that the same zones have. */
    private static final String PLACES = "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";
    private static final BigDecimal EXAMPLE = new BigDecimal("-1234567.89");

    /** In the order in which they are offered; leaving it to the workbench is offered where it is so now. */
    public List<ThemeWish> themes() {
        var themes = new ArrayList<>(List.of(ThemeWish.SYSTEM, ThemeWish.LIGHT, ThemeWish.DARK));
        if (new Themes().wish() == ThemeWish.WORKBENCH) {
            themes.addFirst(ThemeWish.WORKBENCH);
        }
        return List.copyOf(themes);
    }

    public String words(ThemeWish wish) {
        return switch (wish) {
            case WORKBENCH -> Messages.Theme_workbench;
            case SYSTEM -> Messages.Theme_system;
            case LIGHT -> Messages.Theme_light;
            case DARK -> Messages.Theme_dark;
        };
    }

    /** Ids of time zones; the first, empty one is the system's. */
    public List<String> zones() {
        var zones = new ArrayList<String>();
        zones.add("");
        zones.add("UTC");
        ZoneId.getAvailableZoneIds().stream().filter(id -> id.matches(PLACES)).sorted().forEach(zones::add);
        return zones;
    }

    public String zoneWords(String zone) {
        return zone.isEmpty() ? NLS.bind(Messages.Zone_system, ZoneId.systemDefault().getId()) : zone;
    }

    /** An amount as it looks in that format. */
    public String words(MoneyFormat format) {
        return new Figures(ZoneId.systemDefault(), format, false).money(EXAMPLE, "USDT");
    }
}
