package org.mirrorbook.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Widget;

/**
 * Names a control for the style sheet {@code css/parts.css}, which gives it the theme's colours. Colours that are set on a control of a
 * part do not last: the style sheets of the workbench come after, and again at each change of theme.
 */
public enum Look {
    /** White, or what stands for it: where rows and notices are. */
    BASE("MirrorbookBase"),
    /** A card on it. */
    CARD("MirrorbookCard"),
    /** Plain text on it. */
    TEXT("MirrorbookBase MirrorbookText"),
    /** Less important text on it. */
    TEXT2("MirrorbookBase MirrorbookText2"),
    CARD_TEXT("MirrorbookCard MirrorbookText"),
    CARD_TEXT2("MirrorbookCard MirrorbookText2"),
    /** Tabs inside a part. */
    TABS("MirrorbookTabs"),
    /** The button that most will press. */
    PRIMARY("MirrorbookPrimary"),
    /** Something failed, on a card. */
    CARD_ERROR("MirrorbookCard MirrorbookError"),
    /** Something failed. */
    ERROR("MirrorbookBase MirrorbookError");

    private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";

    private static final String CSS_DISABLED = "org.eclipse.e4.ui.css.disabled";

    private final String classes;

    Look(String classes) {
        this.classes = classes;
    }

    /** Gives the control this look. UI thread only. */
    public <T extends Control> T on(T control) {
        control.setData(CSS_CLASS, classes);
        control.reskin(SWT.ALL);
        return control;
    }

    /**
     * Keeps the style sheets away from an item of a table. Their engine remembers each item it has styled and puts its colours and those
     * of the whole table back at a change of theme, which has ended the process inside GTK; what we paint ourselves needs none of it. UI
     * thread only, right after the item was made, before the engine hears of it.
     */
    public static void keepStylesFrom(Widget item) {
        if (item.getData(CSS_DISABLED) == null) {
            item.setData(CSS_DISABLED, true);
        }
    }
}
