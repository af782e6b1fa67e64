package org.mirrorbook.ui.grid;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.SpanRow;

/** More words on what is under the pointer, and the hand over what can be pressed. UI thread only. */
final class GridTips {

    private final NatTable table;
    private final GridLayers layers;
    private final List<ColumnSpec> specs;
    private boolean hand;

    GridTips(NatTable table, GridLayers layers, List<ColumnSpec> specs) {
        this.table = table;
        this.layers = layers;
        this.specs = specs;
    }

    void install() {
        table.addListener(SWT.MouseMove, this::moved);
    }

    private void moved(Event event) {
        var tip = tipAt(event.x, event.y);
        if (!Objects.equals(tip, table.getToolTipText())) {
            table.setToolTipText(tip);
        }
        boolean pressable = GridHands.isBody(table, layers, event.y) && layers.columnAt(event.x) >= 0
                && GridHands.isPressable(cellAt(event.x, event.y));
        if (pressable != hand) {
            hand = pressable;
            table.setCursor(pressable ? table.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
        }
    }

    private Cell cellAt(int x, int y) {
        return layers.rows().row(layers.rowAt(y)).cells().get(layers.places().get(layers.columnAt(x)).index());
    }

    /** The words for that place; null for none, as SWT wants it. */
    String tipAt(int x, int y) {
        int column = layers.columnAt(x);
        if (column < 0) {
            return null;
        }
        if (y < layers.headerHeight()) {
            var about = specs.get(layers.places().get(column).index()).about();
            return about.isEmpty() ? null : about;
        }
        if (!GridHands.isBody(table, layers, y)) {
            return null;
        }
        var cell = cellAt(x, y);
        var told = layers.rows().row(layers.rowAt(y)) instanceof SpanRow row && cell.isEmpty() ? row.head() : cell;
        var words = Stream.concat(Stream.of(told), told.more().stream()).map(Cell::tip).filter(tip -> !tip.isEmpty())
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : words;
    }
}
