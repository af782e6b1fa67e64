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

    /** Shows what is wished for, if it is not shown already. */
    public void apply() {
        var wish = wish();
        var engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        if (wish == ThemeWish.WORKBENCH || engine == null) {
            return;
        }
        boolean dark = wish.dark(Display.isSystemDarkTheme());
        if (dark != isDark()) {
            // first the toolkit: at a change the style sheets give back its colours of that moment, which would be those of the theme that goes
            PlatformUI.getWorkbench().getDisplay().setDarkThemePreferred(dark);
            // kept by the engine as well, so that the next window comes up in it at once
            engine.setTheme(dark ? DARK : LIGHT, true);
        }
    }

    /** Whether the theme that is shown is a dark one. */
    public boolean isDark() {
        var engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        return engine != null && engine.getActiveTheme() != null && engine.getActiveTheme().getId().contains("dark");
    }
}
