package org.mirrorbook.ui.evidence;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.evidence.ChangedField;
import org.mirrorbook.ui.model.evidence.ChangedFields;
import org.mirrorbook.ui.model.evidence.EvidenceRow;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Look;

/** Each field of the trade before and after a message, and where in the message it stands. UI thread only. */
final class ChangePane {

    private static final int ROW = 20;

    private final Composite content;
    private final PaneHead head;
    private final TableViewer viewer;

    ChangePane(Composite parent) {
        content = Look.BASE.on(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        head = new PaneHead(content);
        var place = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(place);
        viewer = new CellTable(place, new TableViewer(place, SWT.FULL_SELECTION | SWT.SINGLE), ChangedField.specs(), ROW).viewer();
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == -1) {
                    event.result = head.text();
                }
            }
        });
    }

    Control control() {
        return content;
    }

    void clear() {
        head.say(Messages.Change_none);
        viewer.setInput(List.of());
    }

    /** @param changes of the trade in all */
    void show(EvidenceRow row, Trade trade, long changes, Figures figures) {
        head.say(title(row, changes, figures));
        viewer.setInput(ChangedFields.of(row.step(), trade, figures));
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
