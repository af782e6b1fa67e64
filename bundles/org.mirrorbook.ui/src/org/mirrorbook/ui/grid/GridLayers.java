package org.mirrorbook.ui.grid;

import java.util.List;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DummyColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.event.StructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.mirrorbook.ui.model.Columns;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.RowSource;

/**
 * The layers of the table: data, selection, viewport, and the header above. The data layer knows the shown columns only; which they are is
 * decided by {@link Columns}. UI thread only.
 */
final class GridLayers implements IDataProvider {

    /** Columns that stay must leave room for the others. */
    private static final int MOST_FROZEN = 3;

    private final DataLayer data;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final CompositeLayer all;
    private final int headerHeight;
    private int rowHeight;
    private RowSource rows = RowSource.of(List.of());
    private List<Columns.Place> places = List.of();
    private int[] starts = {0};
    private int lastFrozen = -1;
    private int frozen;

    GridLayers(int headerHeight, int rowHeight) {
        this.headerHeight = headerHeight;
        this.rowHeight = rowHeight;
        data = new DataLayer(this, DataLayer.DEFAULT_COLUMN_WIDTH, rowHeight);
        selection = new SelectionLayer(data, false);
        selection.addConfiguration(new RowOnlySelectionConfiguration());
        viewport = new ViewportLayer(selection);
        var titles = new DataLayer(new DummyColumnHeaderDataProvider(this), DataLayer.DEFAULT_COLUMN_WIDTH, headerHeight);
        var header = new ColumnHeaderLayer(titles, viewport, selection, false);
        all = new CompositeLayer(1, 2);
        all.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
    }

    CompositeLayer all() {
        return all;
    }

    SelectionLayer selection() {
        return selection;
    }

    ViewportLayer viewport() {
        return viewport;
    }

    int headerHeight() {
        return headerHeight;
    }

    int rowHeight() {
        return rowHeight;
    }

    void rowHeight(int height) {
        if (height != rowHeight) {
            rowHeight = height;
            data.setDefaultRowHeight(height);
            structureChanged();
        }
    }

    RowSource rows() {
        return rows;
    }

    List<Columns.Place> places() {
        return places;
    }

    /** The columns up to that one stay when the others are scrolled, where it is among the first; -1 for none. */
    void freezeUpTo(int index) {
        lastFrozen = index;
        frozen = frozen();
    }

    private int frozen() {
        for (int at = 0; at < Math.min(MOST_FROZEN, places.size()); at++) {
            if (places.get(at).index() == lastFrozen) {
                return at + 1;
            }
        }
        return 0;
    }

    /** How many columns stay: none while nothing is scrolled to the side, nor where they would leave too little room for the others. */
    int staying() {
        boolean stay = viewport.getOrigin().getX() > 0 && starts[frozen] * 3 <= viewport.getClientAreaWidth() * 2;
        return stay ? frozen : 0;
    }

    /** Right edge of the columns that stay. */
    int stayingEdge() {
        return starts[staying()];
    }

    /** Other columns, or other widths. */
    void show(List<Columns.Place> newest) {
        if (!newest.equals(places)) {
            places = List.copyOf(newest);
            frozen = frozen();
            starts = new int[places.size() + 1];
            data.resetColumnWidthConfiguration(false);
            for (int at = 0; at < places.size(); at++) {
                starts[at + 1] = starts[at] + places.get(at).width();
                data.setColumnWidthByPosition(at, places.get(at).width(), false);
            }
            structureChanged();
        }
    }

    /** Other rows; says whether the structure is another one as well. */
    boolean show(RowSource newest) {
        boolean other = newest.size() != rows.size();
        rows = newest;
        if (other) {
            structureChanged();
        }
        return other;
    }

    void structureChanged() {
        data.fireLayerEvent(new StructuralRefreshEvent(data));
    }

    /** Left edge of a column, by its position among the shown ones, in the table's pixels; of the one behind the last as well. */
    int left(int position) {
        return position < staying() ? starts[position] : starts[position] - viewport.getOrigin().getX();
    }

    int width(int position) {
        return starts[position + 1] - starts[position];
    }

    /** Upper edge of a row in the table's pixels. */
    int top(int row) {
        return headerHeight + row * rowHeight - viewport.getOrigin().getY();
    }

    /** The row at that height, which may be none of them: below zero in the header, the size or more behind the last. */
    int rowAt(int y) {
        return y < headerHeight ? -1 : (y - headerHeight + viewport.getOrigin().getY()) / rowHeight;
    }

    /** The position of the column at that place; -1 for none. */
    int columnAt(int x) {
        for (int at = 0; at < places.size(); at++) {
            // those that stay come first: they lie above the others
            if (x >= left(at) && x < left(at) + width(at)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public Object getDataValue(int column, int row) {
        Row shown = rows.row(row);
        return shown.cells().get(places.get(column).index()).words();
    }

    @Override
    public void setDataValue(int column, int row, Object value) {
        throw new UnsupportedOperationException("The cells of this table are not written by the table");
    }

    @Override
    public int getColumnCount() {
        return places == null ? 0 : places.size();
    }

    @Override
    public int getRowCount() {
        return rows == null ? 0 : rows.size();
    }
}
