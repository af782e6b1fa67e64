package org.mirrorbook.ui.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.ui.model.JournalColumn;
import org.mirrorbook.ui.model.JournalRow;
import org.mirrorbook.ui.widgets.CellTable;

/** The table of all trades; a row is made when it is first seen. Keeps the selected trades selected. UI thread only. */
final class JournalTable implements ILazyContentProvider {

    private static final int ROW_HEIGHT = 22;

    private final Composite frame;
    private final TableViewer viewer;
    private List<JournalRow> rows = List.of();

    JournalTable(Composite parent) {
        frame = new Composite(parent, SWT.NONE);
        var specs = Stream.of(JournalColumn.values()).map(JournalColumn::spec).toList();
        viewer = new CellTable(frame,
                new TableViewer(frame, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL), specs, ROW_HEIGHT)
                        .viewer();
        viewer.setContentProvider(this);
        viewer.setInput(this);
    }

    Control control() {
        return frame;
    }

    TableViewer viewer() {
        return viewer;
    }

    @Override
    public void updateElement(int index) {
        if (index < rows.size()) {
            viewer.replace(rows.get(index), index);
        }
    }

    /** Makes the shown rows equal to these. */
    void show(List<JournalRow> newest) {
        var before = rows;
        if (before.equals(newest)) {
            return;
        }
        var table = viewer.getTable();
        boolean sameTrades = before.size() == newest.size()
                && IntStream.range(0, before.size()).allMatch(index -> before.get(index).id().equals(newest.get(index).id()));
        if (sameTrades) {
            rows = newest;
            IntStream.range(0, before.size()).filter(index -> !Objects.equals(before.get(index), newest.get(index)))
                    .filter(index -> table.getItem(index).getData() != null).forEach(index -> viewer.replace(newest.get(index), index));
            return;
        }
        var selected = selected(before);
        rows = newest;
        viewer.setItemCount(newest.size());
        viewer.refresh();
        table.setSelection(IntStream.range(0, newest.size()).filter(index -> selected.contains(newest.get(index).id())).toArray());
    }

    private Set<TradeId> selected(List<JournalRow> before) {
        var ids = new HashSet<TradeId>();
        for (int index : viewer.getTable().getSelectionIndices()) {
            if (index < before.size()) {
                ids.add(before.get(index).id());
            }
        }
        return ids;
    }
}
