package org.mirrorbook.ui.widgets;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What a view says when it has nothing to show: one bold line, one plain line, at most one button. UI thread only. */
public final class Notice extends Composite {

    private static final int WIDTH_OF_TEXT = 560;
    private static final int MARGIN = 16;

    private final Label headline;
    private final Label words;
    private final Button button;
    private Runnable action = () -> {
    };

    public Notice(Composite parent) {
        super(parent, SWT.NONE);
        var resources = new LocalResourceManager(JFaceResources.getResources(), this);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(8, 4).applyTo(this);
        Look.BASE.on(this);
        headline = new Label(this, SWT.CENTER | SWT.WRAP);
        headline.setFont(resources.create(FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD)));
        Look.TEXT.on(headline);
        words = new Label(this, SWT.CENTER | SWT.WRAP);
        Look.TEXT2.on(words);
        button = new Button(this, SWT.PUSH);
        button.addListener(SWT.Selection, event -> action.run());
        addListener(SWT.Resize, event -> fit());
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.END).grab(true, true).applyTo(headline);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, false).hint(WIDTH_OF_TEXT, SWT.DEFAULT).applyTo(words);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, true).indent(0, 8).applyTo(button);
        offer("");
    }

    /** The words wrap where the view is narrower than they are long, and have the height for it. */
    private void fit() {
        ((GridData) words.getLayoutData()).widthHint = Math.clamp(getClientArea().width - 2 * MARGIN, 1, WIDTH_OF_TEXT);
        requestLayout();
    }

    /** Without a button the lines have its room: a low view shows both of them. */
    private void offer(String label) {
        button.setText(label);
        button.setVisible(!label.isEmpty());
        ((GridData) button.getLayoutData()).exclude = label.isEmpty();
        ((GridData) words.getLayoutData()).grabExcessVerticalSpace = label.isEmpty();
    }

    /** Two lines. */
    public void say(String bold, String plain) {
        say(bold, plain, "", () -> {
        });
    }

    /** Two lines and what the user can do. */
    public void say(String bold, String plain, String label, Runnable action) {
        if (headline.getText().equals(bold) && words.getText().equals(plain) && button.getText().equals(label)) {
            this.action = action;
            return;
        }
        headline.setText(bold);
        words.setText(plain);
        offer(label);
        this.action = action;
        // each of them has another size than it was laid out with
        layout(new Control[] {headline, words, button}, SWT.DEFER);
    }
}
