package org.mirrorbook.ui.look;

import java.util.Arrays;

/** Which theme the user wants. */
public enum ThemeWish {
    /** As the workbench around our parts has it: nothing is changed. */
    WORKBENCH,
    /** Dark when the desktop is. */
    SYSTEM,
    LIGHT,
    DARK;

    /** What is kept under that name; nothing known is no wish. */
    static ThemeWish of(String name) {
        return Arrays.stream(values()).filter(wish -> wish.name().equals(name)).findFirst().orElse(WORKBENCH);
    }

    /** Whether dark is wanted; not asked of {@link #WORKBENCH}. */
    boolean dark(boolean darkDesktop) {
        return this == DARK || this == SYSTEM && darkDesktop;
    }
}
