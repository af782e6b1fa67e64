package org.mirrorbook.ui.look;

/** Where the icons of this bundle lie: drawn for light grounds, and again for dark ones under the same names. */
public final class IconFolder {

    static final String LIGHT = "icons/";
    static final String DARK = LIGHT + "dark/";

    private IconFolder() {
    }

    /** The folder, with a slash behind it. */
    public static String of(boolean dark) {
        return dark ? DARK : LIGHT;
    }
}
