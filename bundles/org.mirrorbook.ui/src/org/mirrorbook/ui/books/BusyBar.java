package org.mirrorbook.ui.books;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.mirrorbook.ui.widgets.Look;

/** Says that something runs, and lets it be stopped; takes no place while nothing does. UI thread only. */
final class BusyBar extends Composite {

    private static final int WIDTH_OF_BAR = 160;

    private final Label words;
    private final Button stop;
    private Runnable stopped = () -> {
    };

    /** @param parent with a grid layout */
    BusyBar(Composite parent) {
        super(parent, SWT.NONE);
        Look.CARD.on(this);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(8, 0).applyTo(this);
        words = Look.CARD_TEXT.on(new Label(this, SWT.NONE));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(words);
        GridDataFactory.swtDefaults().hint(WIDTH_OF_BAR, SWT.DEFAULT).applyTo(new ProgressBar(this, SWT.INDETERMINATE));
        stop = new Button(this, SWT.PUSH);
        stop.setText(Messages.BusyBar_stop);
        stop.addListener(SWT.Selection, event -> stopped.run());
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        setVisible(false);
    }

    /** @param stopping what stops it */
    void show(String doing, Runnable stopping) {
        stopped = stopping;
        words.setText(doing);
        bring(true);
    }

    /** The same of what has to be carried out once it began. */
    void show(String doing) {
        show(doing, () -> {
        });
        stop.setVisible(false);
    }

    void hide() {
        bring(false);
    }

    private void bring(boolean visible) {
        var data = (GridData) getLayoutData();
        stop.setVisible(visible);
        if (data.exclude == visible) {
            data.exclude = !visible;
            setVisible(visible);
        }
        requestLayout();
    }
}
