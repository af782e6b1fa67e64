package org.mirrorbook.ui.strip;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.mirrorbook.ui.widgets.Look;

/** What the strip says while there is no account, in one line. UI thread only. */
final class FirstSteps extends Composite {

    private final Button practice;
    private final Button connect;

    FirstSteps(Composite parent, Runnable startPractice, Runnable connectExchange) {
        super(parent, SWT.NONE);
        Look.BASE.on(this);
        GridLayoutFactory.fillDefaults().applyTo(this);
        var line = Look.BASE.on(new Composite(this, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 4).spacing(8, 0).applyTo(line);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(line);
        var bold = Look.TEXT.on(new Label(line, SWT.NONE));
        bold.setText(Messages.First_bold);
        bold.setFont(new LocalResourceManager(JFaceResources.getResources(), this)
                .create(FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD)));
        Look.TEXT2.on(new Label(line, SWT.NONE)).setText(Messages.First_words);
        practice = button(line, Messages.First_practice, startPractice);
        connect = button(line, Messages.First_connect, connectExchange);
    }

    private static Button button(Composite parent, String text, Runnable does) {
        var button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> does.run());
        return button;
    }

    /** Something was begun: no second press. */
    void busy(boolean busy) {
        practice.setEnabled(!busy);
        connect.setEnabled(!busy);
    }
}
