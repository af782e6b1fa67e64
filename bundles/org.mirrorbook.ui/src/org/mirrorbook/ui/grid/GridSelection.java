package org.mirrorbook.ui.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.jface.util.SafeRunnable;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.layer.event.ILayerEvent;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.mirrorbook.ui.model.Row;

/**
 * What is selected: rows, by their keys, so that the selection stays with its rows while they change, move and are sorted. Of a selection
 * of more than {@value #MOST} rows only the places are kept. UI thread only.
 */
final class GridSelection implements IPostSelectionProvider {

    static final int MOST = 10_000;

    private final GridLayers layers;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final Runnable repaint;
    private final Set<Object> keys = new HashSet<>();
    private Object anchor = this;
    private boolean following;

    GridSelection(GridLayers layers, Runnable repaint) {
        this.layers = layers;
        this.repaint = repaint;
        layers.selection().addLayerListener(this::heard);
    }

    private void heard(ILayerEvent event) {
        if (event instanceof ISelectionEvent && !following) {
            remember();
            tell();
        }
    }

    /** Changes rows or columns: what the layers make of the selection then is no wish of the user: put right by {@link #follow()}. */
    boolean during(BooleanSupplier change) {
        following = true;
        try {
            return change.getAsBoolean();
        } finally {
            following = false;
        }
    }

    /** The selected places, in their order. */
    List<Range> places() {
        return layers.selection().getSelectedRowPositions().stream().sorted((one, other) -> Integer.compare(one.start, other.start))
                .toList();
    }

    /** The selected rows as they are now; of too many the first ones. */
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var range : places()) {
            for (int at = range.start; at < Math.min(range.end, layers.rows().size()) && rows.size() < MOST; at++) {
                rows.add(layers.rows().row(at));
            }
        }
        return rows;
    }

    /** The row that has the focus; -1 for none. */
    int anchor() {
        int row = layers.selection().getSelectionAnchor().getRowPosition();
        return row < layers.rows().size() ? row : -1;
    }

    /** Selects one row and brings it into sight. */
    void select(int row, boolean tell) {
        place(Set.of(row), row);
        layers.viewport().moveRowPositionIntoViewport(row);
        remember();
        if (tell) {
            tell();
        }
    }

    /** The rows are other ones: the selection goes to where its rows are now. */
    void follow() {
        if (keys.isEmpty()) {
            return;
        }
        var now = new HashSet<Integer>();
        keys.forEach(key -> now.add(layers.rows().indexOf(key)));
        now.remove(-1);
        if (!now.equals(placed())) {
            place(now, layers.rows().indexOf(anchor));
        }
        if (now.size() < keys.size()) {
            remember();
            tell();
        }
    }

    private Set<Integer> placed() {
        var placed = new HashSet<Integer>();
        places().forEach(range -> placed.addAll(range.getMembers()));
        return placed;
    }

    private void place(Set<Integer> rows, int focus) {
        following = true;
        try {
            layers.selection().clear(false);
            rows.forEach(row -> layers.selection().addSelection(new Rectangle(0, row, Math.max(1, layers.getColumnCount()), 1)));
            int kept = focus >= 0 ? focus : rows.stream().min(Integer::compare).orElse(-1);
            if (kept >= 0) {
                layers.selection().moveSelectionAnchor(0, kept);
            }
        } finally {
            following = false;
        }
        repaint.run();
    }

    private void remember() {
        keys.clear();
        int count = places().stream().mapToInt(range -> range.end - range.start).sum();
        if (count <= MOST) {
            rows().forEach(row -> keys.add(row.key()));
        }
        int focus = anchor();
        anchor = focus < 0 ? this : layers.rows().row(focus).key();
    }

    private void tell() {
        var event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(listener -> SafeRunner.run(new SafeRunnable() {
            @Override
            public void run() {
                listener.selectionChanged(event);
            }
        }));
    }

    @Override
    public IStructuredSelection getSelection() {
        return new StructuredSelection(rows());
    }

    @Override
    public void setSelection(ISelection selection) {
        if (selection instanceof IStructuredSelection rows) {
            var places = new HashSet<Integer>();
            for (Object one : rows.toList()) {
                places.add(one instanceof Row row ? layers.rows().indexOf(row.key()) : -1);
            }
            places.remove(-1);
            place(places, -1);
            if (!places.isEmpty()) {
                layers.viewport().moveRowPositionIntoViewport(places.stream().min(Integer::compare).get());
            }
            remember();
            tell();
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
