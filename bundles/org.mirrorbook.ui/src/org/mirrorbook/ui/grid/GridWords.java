package org.mirrorbook.ui.grid;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.graphics.Rectangle;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.SpanRow;

/**
 * What is to be read in a table and where, as data of its widget: {@code columns} and {@code rows} supply the shown words, {@code words}
 * all of them as text, {@code places} tells where the cell of a row and a title is. For tests, which know the widget alone. UI thread only.
 */
final class GridWords {

    private final NatTable table;
    private final GridLayers layers;
    private final List<ColumnSpec> specs;

    GridWords(NatTable table, GridLayers layers, List<ColumnSpec> specs) {
        this.table = table;
        this.layers = layers;
        this.specs = specs;
    }

    void install() {
        table.setData("columns", (Supplier<List<String>>) this::titles);
        table.setData("rows", (Supplier<List<List<String>>>) this::rows);
        table.setData("words", (Supplier<String>) () -> rows().stream().map(row -> String.join("\t", row))
                .collect(Collectors.joining("\n")));
        table.setData("places", (BiFunction<Integer, String, Rectangle>) this::place);
    }

    private List<String> titles() {
        return layers.places().stream().map(place -> specs.get(place.index()).title()).toList();
    }

    /** The first ones of a long table. */
    private List<List<String>> rows() {
        return IntStream.range(0, Math.min(layers.rows().size(), GridSelection.MOST)).mapToObj(layers.rows()::row)
                .map(row -> row instanceof SpanRow spanned ? List.of(spanned.head().words())
                        : layers.places().stream().map(place -> row.cells().get(place.index()).words()).toList())
                .toList();
    }

    /** Without a size when it is not shown. */
    private Rectangle place(int row, String title) {
        int column = titles().indexOf(title);
        return column < 0 ? new Rectangle(0, 0, 0, 0)
                : new Rectangle(layers.left(column), layers.top(row), layers.width(column), layers.rowHeight());
    }
}
