package org.mirrorbook.ui.accounts;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.accounts.KeyTest;
import org.mirrorbook.ui.model.accounts.StepRow;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/** The test of a key: what is tested, its steps as they end, and while it runs a bar with a way to stop it. UI thread only. */
final class TrialPanel extends Composite {

    private static final int ROW_HEIGHT = 24;
    /** What a row and the header come to where the toolkit pads them. */
    private static final int PADDED_ROW = 26;
    private static final int HEADER = 36;
    private static final int WIDTH_OF_BAR = 90;
    private static final int LINE = 22;

    private final Label title;
    private final Label subject;
    private final StackLayout aside = new StackLayout();
    private final Composite right;
    private final Composite nothing;
    private final Composite copying;
    private final Composite running;
    private final StackLayout stack = new StackLayout();
    private final Composite body;
    private final Label remark;
    private final Composite steps;
    private final TableViewer viewer;
    private KeyTest shown = KeyTest.due();

    /**
     * @param rows so many it has room for
     * @param stop stops a test that runs
     */
    TrialPanel(Composite parent, int rows, Runnable stop) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 4).applyTo(this);
        title = new Label(this, SWT.NONE);
        title.setFont(new LocalResourceManager(JFaceResources.getResources(), this)
                .create(FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD)));
        subject = new Label(this, SWT.NONE);
        subject.setForeground(new Palette().of(Tone.TEXT2));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(subject);
        right = new Composite(this, SWT.NONE);
        right.setLayout(aside);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(SWT.DEFAULT, LINE).applyTo(right);
        nothing = new Composite(right, SWT.NONE);
        copying = new Composite(right, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(copying);
        var copy = new Link(copying, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).grab(true, true).applyTo(copy);
        copy.setText("<a>" + Messages.TrialPanel_copy + "</a>");
        copy.addListener(SWT.Selection, event -> copyReport());
        running = running(stop);
        body = new Composite(this, SWT.NONE);
        body.setLayout(stack);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(SWT.DEFAULT, heightOf(rows)).applyTo(body);
        remark = new Label(body, SWT.WRAP);
        remark.setForeground(new Palette().of(Tone.TEXT2));
        steps = new Composite(body, SWT.NONE);
        viewer = new CellTable(steps, new TableViewer(steps, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL), StepRow.columns(),
                ROW_HEIGHT).viewer();
        Named.as(Messages.TrialPanel_name, viewer.getTable());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        stack.topControl = steps;
        aside.topControl = nothing;
    }

    private Composite running(Runnable stop) {
        var line = new Composite(right, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(line);
        var bar = Named.as(Messages.TrialPanel_running, new ProgressBar(line, SWT.INDETERMINATE));
        GridDataFactory.swtDefaults().hint(WIDTH_OF_BAR, SWT.DEFAULT).applyTo(bar);
        var link = new Link(line, SWT.NONE);
        link.setText("<a>" + Messages.TrialPanel_stop + "</a>");
        link.addListener(SWT.Selection, event -> stop.run());
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(link);
        return line;
    }

    /** How high a table of so many rows is. */
    static int heightOf(int rows) {
        return HEADER + rows * PADDED_ROW;
    }

    /** Names what is tested. */
    void name(String headline, String words) {
        title.setText(headline);
        subject.setText(words);
        layout();
    }

    /** Words in place of steps. */
    void say(String text) {
        remark.setText(text);
        bring(remark);
    }

    /** Shows where the test stands; words in place of a table without a row. */
    void show(KeyTest test, boolean consent, String invitation) {
        shown = test;
        viewer.setInput(StepRow.of(test, consent));
        var side = test.is(KeyTest.State.RUNNING) ? running : test.is(KeyTest.State.ENDED) ? copying : nothing;
        if (aside.topControl != side) {
            aside.topControl = side;
            right.layout();
        }
        switch (test.state()) {
            case DUE -> say(invitation);
            case FAILED -> say(test.sentence());
            case STOPPED -> say(Messages.TrialPanel_stopped);
            case RUNNING, ENDED -> bring(steps);
        }
    }

    private void bring(Control top) {
        if (stack.topControl != top) {
            stack.topControl = top;
            body.layout();
        }
    }

    private void copyReport() {
        var text = title.getText() + ", " + subject.getText() + "\n" + StepRow.report(StepRow.of(shown, false));
        var clipboard = new Clipboard(getDisplay());
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
