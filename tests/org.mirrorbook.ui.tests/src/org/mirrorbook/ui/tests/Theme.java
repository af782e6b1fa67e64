package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;

/** The two themes. */
enum Theme {

    LIGHT("org.eclipse.e4.ui.css.theme.e4_default", new RGB(0xFF, 0xFF, 0xFF), "-light"),
    DARK("org.eclipse.e4.ui.css.theme.e4_dark", new RGB(0x27, 0x29, 0x2B), "-dark");

    private static final String WISH = "look.theme";

    private final RGB ground;
    private final String id;
    private final String suffix;

    Theme(String id, RGB ground, String suffix) {
        this.id = id;
        this.ground = ground;
        this.suffix = suffix;
    }

    /**
     * Switches to it as who wishes for it does: a mere switch is taken back as soon as the desktop says its own once more. Not under a
     * dialog: what is modal keeps what it has of the toolkit's own, and both are to be seen.
     */
    void show() {
        wishes().put(WISH, name());
        Ui.run(() -> Ui.display().setDarkThemePreferred(this == DARK));
        Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
        Ui.await("the ground of the theme", this::isShown);
    }

    /** The light theme again, and no wish any more. */
    static void back() {
        LIGHT.show();
        wishes().remove(WISH);
    }

    /** Photographs what is on the screen under the name, which says the theme. */
    void photograph(String name) {
        Ui.photograph(name + suffix);
        assertThat(Ui.on(this::isShown)).as(name + " is in the theme " + this).isTrue();
    }

    private boolean isShown() {
        return Ui.color("org.mirrorbook.ui.BASE").equals(ground);
    }

    private static IEclipsePreferences wishes() {
        return InstanceScope.INSTANCE.getNode("org.mirrorbook.ui");
    }
}
