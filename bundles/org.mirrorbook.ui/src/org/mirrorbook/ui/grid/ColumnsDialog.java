package org.mirrorbook.ui.grid;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.mirrorbook.ui.model.Columns;
import org.mirrorbook.ui.widgets.Named;

/** Which columns a table shows, and in which order. Nothing changes before it is confirmed. UI thread only. */
final class ColumnsDialog extends TrayDialog {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 360;

    private final Columns columns;
    private Table table;

    ColumnsDialog(Shell shell, Columns columns) {
        super(shell);
        this.columns = columns;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.Columns_title);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).applyTo(area);
        var words = new Label(area, SWT.WRAP);
        words.setText(Messages.Columns_words);
        GridDataFactory.fillDefaults().span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(words);
        table = Named.as(Messages.Columns_title, new Table(area, SWT.CHECK | SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(table);
        fill(columns.order(), 0);
        var buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        button(buttons, Messages.Columns_up, () -> shift(-1));
        button(buttons, Messages.Columns_down, () -> shift(1));
        button(buttons, Messages.Columns_reset, this::reset);
        return area;
    }

    private void button(Composite parent, String text, Runnable does) {
        var button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> does.run());
        GridDataFactory.fillDefaults().applyTo(button);
    }

    private void fill(List<Integer> order, int selected) {
        for (int index : order) {
            var item = new TableItem(table, SWT.NONE);
            var spec = columns.specs().get(index);
            item.setText(spec.fullName().isEmpty() ? spec.id() : spec.fullName());
            item.setChecked(!columns.isHidden(index));
            item.setData(index);
        }
        table.setSelection(selected);
    }

    private void shift(int by) {
        int from = table.getSelectionIndex();
        int to = from + by;
        if (from >= 0 && to >= 0 && to < table.getItemCount()) {
            var one = table.getItem(from);
            var other = table.getItem(to);
            var text = one.getText();
            var checked = one.getChecked();
            var data = one.getData();
            one.setText(other.getText());
            one.setChecked(other.getChecked());
            one.setData(other.getData());
            other.setText(text);
            other.setChecked(checked);
            other.setData(data);
            table.setSelection(to);
        }
    }

    private void reset() {
        var fresh = new Columns(columns.specs(), spec -> spec.width());
        table.removeAll();
        fill(fresh.order(), 0);
        for (var item : table.getItems()) {
            item.setChecked(!fresh.isHidden((Integer) item.getData()));
        }
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == IDialogConstants.OK_ID) {
            var order = new ArrayList<Integer>();
            for (var item : table.getItems()) {
                order.add((Integer) item.getData());
                columns.show((Integer) item.getData(), item.getChecked());
            }
            order.forEach(index -> columns.move(index, -1));
        }
        super.buttonPressed(id);
    }
}
