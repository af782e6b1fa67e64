package org.mirrorbook.ui.tests;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;

/** The two themes. */
enum Theme {

    LIGHT("org.eclipse.e4.ui.css.theme.e4_default", new RGB(0xFF, 0xFF, 0xFF), "-light"),
    DARK("org.eclipse.e4.ui.css.theme.e4_dark", new RGB(0x27, 0x29, 0x2B), "-dark");

    private final RGB ground;
    private final String id;
    private final String suffix;

    Theme(String id, RGB ground, String suffix) {
        this.id = id;
        this.ground = ground;
        this.suffix = suffix;
    }

    /** Switches to it. Where a dialog is open both are to be seen: what is modal keeps what it has of the toolkit's own. */
    void show() {
        Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
        Ui.await("the ground of the theme", () -> Ui.color("org.mirrorbook.ui.BASE").equals(ground));
    }

    /** Photographs what is on the screen under the name, which says the theme. */
    void photograph(String name) {
        Ui.photograph(name + suffix);
    }
}
