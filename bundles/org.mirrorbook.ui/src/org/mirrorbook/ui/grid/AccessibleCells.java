package org.mirrorbook.ui.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleTableCellAdapter;
import org.eclipse.swt.accessibility.AccessibleTableCellEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.RowSentence;
import org.mirrorbook.ui.model.Sorting;

/**
 * The rows, cells and titles of a table for assistive technology, made when it asks for them; of the rows that it asked for, the newest
 * {@value #KEPT} are kept. They stand for places: what is there now is what they tell. UI thread only.
 */
final class AccessibleCells {

    private static final int KEPT = 200;

    private final NatTable table;
    private final GridLayers layers;
    private final GridSelection selection;
    private final List<ColumnSpec> specs;
    private final Supplier<Optional<Sorting>> sorting;
    private final List<Accessible> titles = new ArrayList<>();
    private final Map<Integer, Line> lines = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Line> eldest) {
            boolean leaves = size() > KEPT;
            if (leaves) {
                eldest.getValue().cells().forEach(Accessible::dispose);
                eldest.getValue().row().dispose();
            }
            return leaves;
        }
    };

    private record Line(Accessible row, List<Accessible> cells) {
    }

    AccessibleCells(NatTable table, GridLayers layers, GridSelection selection, List<ColumnSpec> specs,
            Supplier<Optional<Sorting>> sorting) {
        this.table = table;
        this.layers = layers;
        this.selection = selection;
        this.specs = specs;
        this.sorting = sorting;
    }

    /** The rows that are in sight, be it in part. */
    IntStream inSight() {
        int first = Math.max(0, layers.rowAt(layers.headerHeight()));
        int last = Math.min(layers.rows().size() - 1, layers.rowAt(Math.max(layers.headerHeight(), table.getClientArea().height - 1)));
        return IntStream.rangeClosed(first, last);
    }

    boolean isInSight(int row) {
        return inSight().anyMatch(one -> one == row);
    }

    Accessible row(int row) {
        return line(row).row();
    }

    Accessible cell(int row, int column) {
        var line = line(row);
        while (line.cells().size() <= column) {
            line.cells().add(made(line.row(), new OneCell(row, line.cells().size())));
        }
        return line.cells().get(column);
    }

    Accessible title(int column) {
        while (titles.size() <= column) {
            titles.add(made(table.getAccessible(), new AccessibleTitle(table, layers, specs, sorting, titles.size())));
        }
        return titles.get(column);
    }

    private Line line(int row) {
        // not computeIfAbsent: what is made may drop the eldest one
        var known = lines.get(row);
        if (known == null) {
            known = new Line(made(table.getAccessible(), new OneRow(row)), new ArrayList<>());
            lines.put(row, known);
        }
        return known;
    }

    private static Accessible made(Accessible parent, AccessiblePart part) {
        var accessible = new Accessible(parent);
        accessible.addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = part.words();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = part.more();
            }
        });
        accessible.addAccessibleControlListener(part);
        part.tell(accessible);
        return accessible;
    }

    private class OneRow extends AccessiblePart {

        final int row;

        OneRow(int row) {
            super(AccessibleCells.this.table, AccessibleCells.this.layers);
            this.row = row;
        }

        Optional<Row> shown() {
            return row < layers.rows().size() ? Optional.of(layers.rows().row(row)) : Optional.empty();
        }

        @Override
        int role() {
            return ACC.ROLE_ROW;
        }

        @Override
        String words() {
            return shown().map(one -> RowSentence.of(one, specs, layers.places())).orElse("");
        }

        @Override
        Rectangle place() {
            return new Rectangle(0, layers.top(row), table.getClientArea().width, layers.rowHeight());
        }

        @Override
        int at() {
            return row - inSight().findFirst().orElse(row);
        }

        @Override
        boolean isSelected() {
            return layers.selection().isRowPositionSelected(row);
        }

        @Override
        boolean isFocused() {
            return table.isFocusControl() && selection.anchor() == row;
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = shown().isPresent() ? layers.places().size() : 0;
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            event.children = IntStream.range(0, shown().isPresent() ? layers.places().size() : 0).mapToObj(column -> cell(row, column))
                    .toArray();
        }
    }

    private final class OneCell extends OneRow {

        private final int column;

        OneCell(int row, int column) {
            super(row);
            this.column = column;
        }

        private boolean isShown() {
            return column < layers.places().size();
        }

        @Override
        int role() {
            return ACC.ROLE_TABLECELL;
        }

        @Override
        String words() {
            return isShown() ? shown().map(one -> RowSentence.of(one, specs.get(layers.places().get(column).index()),
                    layers.places().get(column).index())).orElse("") : "";
        }

        @Override
        Rectangle place() {
            return isShown() ? new Rectangle(layers.left(column), layers.top(row), layers.places().get(column).width(), layers.rowHeight())
                    : new Rectangle(0, 0, 0, 0);
        }

        @Override
        int at() {
            return column;
        }

        @Override
        boolean isFocused() {
            return false;
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = 0;
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            event.children = new Object[0];
        }

        @Override
        void tell(Accessible accessible) {
            accessible.addAccessibleTableCellListener(new AccessibleTableCellAdapter() {
                @Override
                public void getTable(AccessibleTableCellEvent event) {
                    event.accessible = table.getAccessible();
                }

                @Override
                public void getRowIndex(AccessibleTableCellEvent event) {
                    event.index = row;
                }

                @Override
                public void getColumnIndex(AccessibleTableCellEvent event) {
                    event.index = column;
                }

                @Override
                public void getRowSpan(AccessibleTableCellEvent event) {
                    event.count = 1;
                }

                @Override
                public void getColumnSpan(AccessibleTableCellEvent event) {
                    event.count = 1;
                }

                @Override
                public void getColumnHeaders(AccessibleTableCellEvent event) {
                    event.accessibles = new Accessible[] {title(column)};
                }

                @Override
                public void isSelected(AccessibleTableCellEvent event) {
                    event.isSelected = OneCell.this.isSelected();
                }
            });
        }
    }
}
