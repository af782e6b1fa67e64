package org.mirrorbook.ui.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Widget;
import org.mirrorbook.ui.model.ColumnRoom;
import org.mirrorbook.ui.model.ColumnSpec;

/**
 * Lays the columns of a table out; those that may leave do so in their order while the table is too narrow for all, and come back by
 * themselves. What is left after that is reached by the scroll bar. UI thread only.
 */
final class DroppingLayout extends TableColumnLayout {

    private final List<Place> places = new ArrayList<>();
    private Set<Integer> gone = Set.of();

    private record Place(TableColumn column, ColumnSpec spec, int width) {
    }

    /** @param width at the least, in pixels */
    void add(TableColumn column, ColumnSpec spec, int width) {
        var place = new Place(column, spec, width);
        places.add(place);
        show(place);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        int room = composite.getClientArea().width;
        if (room > 0) {
            drop(tooMany(room));
        }
        super.layout(composite, flushCache);
    }

    /**
     * Where columns may leave, a width that is reported is not taken for the user's: the toolkit stretches whichever column is the last one
     * to the edge, and reports that when others are back already. Such a column would stay far too wide.
     */
    @Override
    protected void updateColumnData(Widget column) {
        if (places.stream().allMatch(place -> place.spec().drop() == 0) && !isLast(column)) {
            super.updateColumnData(column);
        }
    }

    private boolean isLast(Widget column) {
        return !places.isEmpty() && places.getLast().column() == column;
    }

    private Set<Integer> tooMany(int room) {
        return new ColumnRoom(places.stream().map(Place::spec).toList(), places.stream().map(Place::width).toList()).leaving(room);
    }

    private void drop(Set<Integer> leaving) {
        if (!leaving.equals(gone)) {
            gone = leaving;
            for (int at = 0; at < places.size(); at++) {
                if (gone.contains(at)) {
                    setColumnData(places.get(at).column(), new ColumnPixelData(0, false, false));
                } else {
                    show(places.get(at));
                }
            }
        }
    }

    private void show(Place place) {
        setColumnData(place.column(), place.spec().grow() == 0 ? new ColumnPixelData(place.width(), true, false)
                : new ColumnWeightData(place.spec().grow(), place.width(), true));
    }
}
