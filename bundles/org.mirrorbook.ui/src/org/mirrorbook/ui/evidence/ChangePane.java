package org.mirrorbook.ui.evidence;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.evidence.ChangedField;
import org.mirrorbook.ui.model.evidence.ChangedFields;
import org.mirrorbook.ui.model.evidence.EvidenceRow;
import org.mirrorbook.ui.widgets.Look;

/** Each field of the trade before and after a message, and where in the message it stands. UI thread only. */
final class ChangePane {

    private final Composite content;
    private final PaneHead head;
    private final Grid grid;

    ChangePane(Composite parent, int rowHeight) {
        content = Look.BASE.on(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        head = new PaneHead(content);
        grid = new Grid(content, Messages.Change_table, ChangedField.specs(), rowHeight);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
    }

    Control control() {
        return content;
    }

    void clear() {
        head.say(Messages.Change_none);
        grid.show(List.of());
    }

    /** @param changes of the trade in all */
    void show(EvidenceRow row, Trade trade, long changes, Figures figures) {
        head.say(title(row, changes, figures));
        grid.show(ChangedFields.of(row.step(), trade, figures));
    }

    private static String title(EvidenceRow row, long changes, Figures figures) {
        if (row.change().isEmpty()) {
            return row.step().after().isPresent() ? Messages.Change_nothing : Messages.Change_unknown;
        }
        var revision = figures.count(row.change().get().revision());
        return NLS.bind(row.step().after().isPresent() ? Messages.Change_title : Messages.Change_title_unknown,
                new Object[] {figures.count(row.place()), figures.count(changes), row.name(), revision});
    }
}
