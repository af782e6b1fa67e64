package org.mirrorbook.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

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
    /** The button that most will press. */
    PRIMARY("MirrorbookPrimary"),
    /** Something failed. */
    ERROR("MirrorbookBase MirrorbookError");

    private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";

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
}
