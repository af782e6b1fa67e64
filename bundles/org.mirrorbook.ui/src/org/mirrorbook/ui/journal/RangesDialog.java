package org.mirrorbook.ui.journal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.journal.Range;

/** Asks for ranges of R and of the net profit; an empty field is no bound. UI thread only. */
final class RangesDialog extends TitleAreaDialog {

    private static final String NUMBER = "[+-]?\\d{1,13}(\\.\\d{1,18})?";

    private Range<BigDecimal> multiple;
    private Range<BigDecimal> net;
    private final List<Text> fields = new ArrayList<>();

    RangesDialog(Shell parent, Range<BigDecimal> multiple, Range<BigDecimal> net) {
        super(parent);
        this.multiple = multiple;
        this.net = net;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.Ranges_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.Ranges_title);
        setMessage(Messages.Ranges_words);
        var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).margins(16, 16).spacing(8, 8).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        row(area, Messages.Ranges_r, multiple);
        row(area, Messages.Ranges_net, net);
        return area;
    }

    private void row(Composite area, String label, Range<BigDecimal> range) {
        new Label(area, SWT.NONE).setText(label);
        field(area, label + " " + Messages.Ranges_from, range.from());
        new Label(area, SWT.NONE).setText(Messages.Ranges_to);
        field(area, label + " " + Messages.Ranges_to, range.to());
    }

    private void field(Composite area, String name, Optional<BigDecimal> value) {
        var text = new Text(area, SWT.BORDER | SWT.RIGHT);
        text.setText(value.map(BigDecimal::toPlainString).orElse(""));
        text.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
        GridDataFactory.fillDefaults().hint(120, SWT.DEFAULT).grab(true, false).applyTo(text);
        text.addListener(SWT.Modify, event -> check());
        fields.add(text);
    }

    private void check() {
        boolean right = fields.stream().allMatch(field -> text(field).isEmpty() || text(field).matches(NUMBER));
        setErrorMessage(right ? null : Messages.Ranges_number);
        getButton(IDialogConstants.OK_ID).setEnabled(right);
    }

    private static String text(Text field) {
        return field.getText().strip().replace('\u2212', '-');
    }

    @Override
    protected void okPressed() {
        multiple = new Range<>(number(0), number(1));
        net = new Range<>(number(2), number(3));
        super.okPressed();
    }

    private Optional<BigDecimal> number(int field) {
        return Optional.of(text(fields.get(field))).filter(text -> !text.isEmpty()).map(BigDecimal::new);
    }

    Range<BigDecimal> multiple() {
        return multiple;
    }

    Range<BigDecimal> net() {
        return net;
    }
}
