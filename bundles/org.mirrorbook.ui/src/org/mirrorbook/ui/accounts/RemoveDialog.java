package org.mirrorbook.ui.accounts;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.accounts.Removal;
import org.mirrorbook.ui.widgets.Palette;

/** Says what goes and what stays before an account is removed; to keep it is the default. UI thread only. */
final class RemoveDialog extends MessageDialog {

    private static final int REMOVE = 1;
    private static final int WIDTH_OF_WORDS = 380;

    private final Removal removal;
    private final Figures figures;

    RemoveDialog(Shell parent, Removal removal, Figures figures) {
        super(parent, Messages.RemoveDialog_window, null, NLS.bind(Messages.RemoveDialog_question, removal.account().label()),
                MessageDialog.WARNING, 0, Messages.RemoveDialog_keep, Messages.RemoveDialog_remove);
        this.removal = removal;
        this.figures = figures;
    }

    /** Asks; whether it shall be removed. */
    boolean confirmed() {
        return open() == REMOVE;
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(52, 0, 0, 8).spacing(16, 10).applyTo(area);
        removal.lines(figures).forEach(line -> line(area, line));
        return area;
    }

    private static void line(Composite area, Removal.Line line) {
        var label = new Label(area, SWT.NONE);
        label.setText(line.name());
        label.setForeground(new Palette().of(Tone.TEXT2));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        var text = new Label(area, SWT.WRAP);
        text.setText(line.words());
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(text);
    }
}
