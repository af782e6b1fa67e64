package org.mirrorbook.ui.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Sorting;

/** The title of a column as assistive technology meets it, with the word by which the rows are sorted. UI thread only. */
final class AccessibleTitle extends AccessiblePart {

    private final List<ColumnSpec> specs;
    private final Supplier<Optional<Sorting>> sorting;

    private final int column;

    AccessibleTitle(NatTable table, GridLayers layers, List<ColumnSpec> specs, Supplier<Optional<Sorting>> sorting, int column) {
        super(table, layers);
        this.specs = specs;
        this.sorting = sorting;
        this.column = column;
    }

    @Override
    int role() {
        return ACC.ROLE_TABLECOLUMNHEADER;
    }

    @Override
    String words() {
        return column < layers.places().size() ? specs.get(layers.places().get(column).index()).spoken() : "";
    }

    @Override
    int at() {
        return column;
    }

    @Override
    String more() {
        return column < layers.places().size() ? sorting.get().filter(by -> by.column() == layers.places().get(column).index())
                .map(by -> by.ascending() ? Messages.Columns_ascending : Messages.Columns_descending).orElse("") : "";
    }

    @Override
    Rectangle place() {
        return column < layers.places().size()
                ? new Rectangle(layers.left(column), 0, layers.places().get(column).width(), layers.headerHeight())
                : new Rectangle(0, 0, 0, 0);
    }
}
