package org.mirrorbook.ui.look;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.BackingStoreException;

/**
 * Switches between the platform's own light and dark theme, to which our colours belong. In a foreign workbench nothing is switched unless
 * the user asks for it. UI thread only.
 */
public final class Themes {

    /** Name of a {@link ThemeWish}; the product's own default is to follow the desktop. */
    public static final String KEY = "look.theme";

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    /** In which the toolkit's loop comes to its settings and has faded its colours over, in milliseconds. */
    private static final int MOMENT = 400;

    public ThemeWish wish() {
        return ThemeWish.of(Platform.getPreferencesService().getString(Appearance.NODE, KEY, ThemeWish.WORKBENCH.name(), null));
    }

    /** Keeps the wish and shows it at once. */
    public void wish(ThemeWish wish) {
        IEclipsePreferences kept = InstanceScope.INSTANCE.getNode(Appearance.NODE);
        kept.put(KEY, wish.name());
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            // it counts in this run all the same; the next one does not know of it
            ILog.of(Themes.class).error("The theme could not be kept.", e);
        }
        apply();
    }

    /**
     * Shows what is wished for, if it is not shown already, a moment later. First the toolkit changes: at a change of theme the style
     * sheets give back its colours of that moment, which would be those of the theme that goes; and it knows the new ones only when its
     * own loop has come to them.
     */
    public void apply() {
        var engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        if (wish() == ThemeWish.WORKBENCH || engine == null || isWished()) {
            return;
        }
        var display = PlatformUI.getWorkbench().getDisplay();
        display.setDarkThemePreferred(wantsDark());
        display.timerExec(MOMENT, () -> {
            if (!PlatformUI.getWorkbench().isClosing() && !isWished()) {
                // asked again, so that it looks its colours up anew
                display.setDarkThemePreferred(wantsDark());
                // kept by the engine as well, so that the next window comes up in it at once
                engine.setTheme(wantsDark() ? DARK : LIGHT, true);
            }
        });
    }

    private boolean wantsDark() {
        return wish().dark(Display.isSystemDarkTheme());
    }

    private boolean isWished() {
        return wish() == ThemeWish.WORKBENCH || wantsDark() == isDark();
    }

    /** Whether the theme that is shown is a dark one. */
    public boolean isDark() {
        var engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        return engine != null && engine.getActiveTheme() != null && engine.getActiveTheme().getId().contains("dark");
    }
}
