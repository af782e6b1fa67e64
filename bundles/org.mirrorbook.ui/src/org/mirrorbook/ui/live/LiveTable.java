package org.mirrorbook.ui.live;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.IStructuredContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.ui.model.Emptiness;
import org.mirrorbook.ui.model.LiveColumn;
import org.mirrorbook.ui.model.LiveRow;
import org.mirrorbook.ui.model.RowChanges;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Notice;

/** The table of open positions. Only rows that look different are touched. UI thread only. */
final class LiveTable {

    private static final int ROW_HEIGHT = 22;

    private final StackLayout stack = new StackLayout();
    private final Runnable openAccounts;
    private final Composite frame;
    private final Composite grid;
    private final Notice nothing;
    private final TableViewer viewer;
    private final Map<TradeId, LiveRow> shown = new LinkedHashMap<>();

    /** @param openAccounts what the user can do when no account is mirrored */
    LiveTable(Composite parent, Runnable openAccounts) {
        this.openAccounts = openAccounts;
        frame = new Composite(parent, SWT.NONE);
        frame.setLayout(stack);
        nothing = new Notice(frame);
        grid = new Composite(frame, SWT.NONE);
        var specs = Stream.of(LiveColumn.values()).map(LiveColumn::spec).toList();
        viewer = new CellTable(grid, new TableViewer(grid, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL), specs, ROW_HEIGHT)
                .viewer();
        viewer.setUseHashlookup(true);
        viewer.setComparer(new SameTrade());
        viewer.setComparator(new InPlace());
        viewer.setContentProvider((IStructuredContentProvider) input -> shown.values().toArray());
        viewer.setInput(shown);
        stack.topControl = nothing;
    }

    Control control() {
        return frame;
    }

    TableViewer viewer() {
        return viewer;
    }

    /** Makes the shown rows equal to these. */
    void show(List<LiveRow> newest, Emptiness otherwise) {
        var changes = RowChanges.between(shown, newest);
        if (!changes.isEmpty()) {
            shown.clear();
            newest.forEach(row -> shown.put(row.id(), row));
            viewer.remove(changes.removed().toArray());
            viewer.add(changes.added().toArray());
            viewer.update(changes.changed().toArray(), null);
        }
        if (newest.isEmpty()) {
            explain(otherwise);
        }
        bring(newest.isEmpty() ? nothing : grid);
    }

    private void explain(Emptiness why) {
        switch (why) {
            case NOTHING_MIRRORED -> nothing.say(Messages.Live_off, Messages.Live_off_words, Messages.Live_off_button, openAccounts);
            case NOT_LIVE -> nothing.say(Messages.Live_notLive, Messages.Live_notLive_words);
            case PARTLY_LIVE -> nothing.say(Messages.Live_nothing, Messages.Live_partly_words);
            case NOTHING_OPEN -> nothing.say(Messages.Live_nothing, Messages.Live_nothing_words);
        }
    }

    private void bring(Control top) {
        if (stack.topControl != top) {
            stack.topControl = top;
            frame.layout();
        }
    }

    /** Rows of one trade are one element, however they look. */
    private static final class SameTrade implements IElementComparer {
        @Override
        public boolean equals(Object one, Object other) {
            return one instanceof LiveRow a && other instanceof LiveRow b ? a.id().equals(b.id()) : one.equals(other);
        }

        @Override
        public int hashCode(Object element) {
            return element instanceof LiveRow row ? row.id().hashCode() : element.hashCode();
        }
    }

    private static final class InPlace extends ViewerComparator {
        private final Comparator<LiveRow> order = Comparator.comparing(LiveRow::place);

        @Override
        public int compare(Viewer viewer, Object one, Object other) {
            return order.compare((LiveRow) one, (LiveRow) other);
        }
    }
}
