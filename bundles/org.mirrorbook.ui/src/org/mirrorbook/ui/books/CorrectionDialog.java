package org.mirrorbook.ui.books;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Says what a correction does before it is done; to leave everything as it is is the default. UI thread only. */
final class CorrectionDialog extends MessageDialog {

    private static final int CORRECT = 1;
    private static final int WIDTH_OF_WORDS = 420;

    private final List<String> consequences;

    CorrectionDialog(Shell parent, List<String> consequences, int lives) {
        super(parent, Messages.CorrectionDialog_window, null, lives == 1 ? Messages.CorrectionDialog_one
                : NLS.bind(Messages.CorrectionDialog_many, lives), MessageDialog.QUESTION, 0, Messages.CorrectionDialog_leave,
                Messages.CorrectionDialog_correct);
        this.consequences = List.copyOf(consequences);
    }

    /** Asks; whether it shall be done. */
    boolean confirmed() {
        return open() == CORRECT;
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(52, 0, 0, 8).spacing(0, 8).applyTo(area);
        consequences.forEach(line -> line(area, line));
        line(area, Messages.CorrectionDialog_kept);
        return area;
    }

    private static void line(Composite area, String words) {
        var text = new Label(area, SWT.WRAP);
        text.setText(words);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(text);
    }
}
