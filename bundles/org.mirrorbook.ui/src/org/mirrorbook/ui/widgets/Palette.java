package org.mirrorbook.ui.widgets;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.mirrorbook.ui.model.Chip;
import org.mirrorbook.ui.model.Tone;

/**
 * The colours of the current theme, by what they say. Asked at each painting, so that a change of theme is seen at once. UI thread only.
 */
public final class Palette {

    private static final String PREFIX = "org.mirrorbook.ui.";

    public Color of(Tone tone) {
        return color(tone.name());
    }

    public Color text(Chip chip) {
        return color("CHIP_" + chip.name() + "_TEXT");
    }

    public Color fill(Chip chip) {
        return color("CHIP_" + chip.name());
    }

    /** Behind tables. */
    public Color base() {
        return color("BASE");
    }

    /** Behind totals and state lines. */
    public Color head() {
        return color("HEAD");
    }

    /** Behind cards and dialogs' remarks. */
    public Color form() {
        return color("FORM");
    }

    /** Behind a row on which two sides do not agree. */
    public Color different() {
        return color("DIFF_ROW");
    }

    /** Behind the head of a group. */
    public Color group() {
        return color("GROUP");
    }

    /** Small price lines, and bars of what is stale. */
    public Color spark() {
        return color("SPARK");
    }

    public Color barOfProfit() {
        return color("BAR_PROFIT");
    }

    public Color barOfLoss() {
        return color("BAR_LOSS");
    }

    /** Behind a checked box. */
    public Color primary() {
        return color("PRIMARY");
    }

    /** A sign on it. */
    public Color onPrimary() {
        return color("ON_PRIMARY");
    }

    /** Around what has the focus, and marks that something is set. */
    public Color accentLine() {
        return color("ACCENT_LINE");
    }

    /** Between rows. */
    public Color grid() {
        return color("GRID");
    }

    /** Around cards. */
    public Color line() {
        return color("LINE");
    }

    /** Between sections, and between the titles of columns. */
    public Color line2() {
        return color("LINE2");
    }

    /** Behind what was taken into the journal. */
    public Color used() {
        return color("DIFF_ROW");
    }

    /** Tint of selected rows: colours of the text stay as they are. */
    public Color selection(boolean active) {
        return color(active ? "SELECTION" : "SELECTION_INACTIVE");
    }

    private static Color color(String name) {
        ColorRegistry registry = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return registry.get(PREFIX + name);
    }
}
