package org.mirrorbook.ui.accounts;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.TrialRow;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/** The trial of a key: its steps with their results, and while it runs a bar with a way to stop it. UI thread only. */
final class TrialPanel extends Composite {

    private static final int HEIGHT = 176;
    private static final int ROW_HEIGHT = 24;

    private final StackLayout stack = new StackLayout();
    private final Composite words;
    private final Composite running;
    private final Composite steps;
    private final Label remark;
    private final TableViewer viewer;
    private Errand<KeyTrial> errand;
    private Runnable stopped = () -> {
    };

    TrialPanel(Composite parent, String invitation) {
        super(parent, SWT.NONE);
        setLayout(stack);
        words = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).applyTo(words);
        remark = new Label(words, SWT.WRAP);
        remark.setForeground(new Palette().of(Tone.TEXT2));
        remark.setText(invitation);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(remark);
        running = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 8).applyTo(running);
        new Label(running, SWT.NONE).setText(Messages.TrialPanel_running);
        new Label(running, SWT.NONE);
        var bar = new ProgressBar(running, SWT.INDETERMINATE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(bar);
        var stop = new Button(running, SWT.PUSH);
        stop.setText(Messages.TrialPanel_stop);
        stop.addListener(SWT.Selection, event -> stop());
        steps = new Composite(this, SWT.NONE);
        var table = new CellTable(steps, new TableViewer(steps, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL), TrialRow.columns(),
                ROW_HEIGHT);
        viewer = table.viewer();
        Named.as(Messages.TrialPanel_name, viewer.getTable());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, HEIGHT).applyTo(this);
        bring(words);
    }

    /** A trial was begun. */
    void begin(Errand<KeyTrial> errand, Runnable stopped) {
        this.errand = errand;
        this.stopped = stopped;
        bring(running);
    }

    /** A trial ended with these steps. */
    void end(KeyTrial trial) {
        errand = null;
        viewer.setInput(TrialRow.of(trial));
        bring(steps);
    }

    /** Words in place of steps. */
    void say(String text) {
        errand = null;
        remark.setText(text);
        words.layout();
        bring(words);
    }

    /** Stops a trial that runs. */
    void stop() {
        if (errand != null) {
            errand.cancel();
            say(Messages.TrialPanel_stopped);
            stopped.run();
        }
    }

    private void bring(Composite top) {
        stack.topControl = top;
        layout();
    }
}
