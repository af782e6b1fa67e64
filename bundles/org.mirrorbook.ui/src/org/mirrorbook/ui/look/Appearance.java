package org.mirrorbook.ui.look;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.mirrorbook.ui.model.FigureWishes;
import org.mirrorbook.ui.model.Figures;
import org.osgi.service.prefs.BackingStoreException;

/**
 * How the user wants to see things. Holds nothing itself: it is kept in the preferences of the workbench, so that every part may make one
 * of its own and all of them agree. Thread-safe.
 */
public final class Appearance {

    /** The preferences of the parts of the workbench. */
    public static final String NODE = "org.mirrorbook.ui";
    /** Id of a time zone; empty for the system's own. */
    public static final String TIME_ZONE = "look.timeZone";
    /** Name of a {@link org.mirrorbook.ui.model.MoneyFormat}. */
    public static final String MONEY_FORMAT = "look.moneyFormat";
    /** Whether money is bullets. */
    public static final String HIDE_MONEY = "look.hideMoney";
    /** Whether rows are 24 high everywhere. */
    public static final String COMFORTABLE_ROWS = "look.comfortableRows";

    private static final int USUAL_ROW = 20;
    private static final int COMFORTABLE_ROW = 24;

    private final IEclipsePreferences kept;

    public Appearance() {
        this(InstanceScope.INSTANCE.getNode(NODE));
    }

    Appearance(IEclipsePreferences kept) {
        this.kept = requireNonNull(kept);
    }

    /** The formatter as it is wanted now. To be asked again after each change. */
    public Figures newest() {
        return wishes().figures(ZoneId.systemDefault());
    }

    public FigureWishes wishes() {
        return new FigureWishes(kept.get(TIME_ZONE, ""), kept.get(MONEY_FORMAT, ""), hidesMoney());
    }

    /** Whether money is bullets now. */
    public boolean hidesMoney() {
        return kept.getBoolean(HIDE_MONEY, false);
    }

    public void hideMoney(boolean hide) {
        keep(new FigureWishes(kept.get(TIME_ZONE, ""), kept.get(MONEY_FORMAT, ""), hide), comfortableRows());
    }

    public boolean comfortableRows() {
        return kept.getBoolean(COMFORTABLE_ROWS, false);
    }

    /** Height of a row of a big table, in points. */
    public int rowHeight() {
        return comfortableRows() ? COMFORTABLE_ROW : USUAL_ROW;
    }

    public void keep(FigureWishes wishes, boolean comfortableRows) {
        kept.put(TIME_ZONE, wishes.zone());
        kept.put(MONEY_FORMAT, wishes.format());
        kept.putBoolean(HIDE_MONEY, wishes.hidden());
        kept.putBoolean(COMFORTABLE_ROWS, comfortableRows);
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            // it counts in this run all the same; the next one does not know of it
            ILog.of(Appearance.class).error("The appearance could not be kept.", e);
        }
    }

    /**
     * Calls back after each change, on the thread that made it: the UI thread when it was the user.
     *
     * @return ends the subscription
     */
    public Runnable subscribe(Runnable changed) {
        IPreferenceChangeListener listener = event -> {
            if (event.getKey().startsWith("look.")) {
                changed.run();
            }
        };
        kept.addPreferenceChangeListener(listener);
        return () -> kept.removePreferenceChangeListener(listener);
    }
}
