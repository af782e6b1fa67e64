package org.mirrorbook.ui.widgets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Widget;
import org.mirrorbook.ui.model.ColumnSpec;

/**
 * Lays the columns of a table out; those that may leave do so in their order while the table is too narrow for all, and come back by
 * themselves. What is left after that is reached by the scroll bar. UI thread only.
 */
final class DroppingLayout extends TableColumnLayout {

    private final List<Place> places = new ArrayList<>();
    private Set<Place> gone = Set.of();

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

    /** Columns of one number leave together. */
    private Set<Place> tooMany(int room) {
        int width = places.stream().mapToInt(Place::width).sum();
        var leaving = new HashSet<Place>();
        var order = places.stream().map(place -> place.spec().drop()).filter(drop -> drop > 0).distinct()
                .sorted(Comparator.naturalOrder()).toList();
        for (int drop : order) {
            if (width <= room) {
                break;
            }
            for (var place : places) {
                if (place.spec().drop() == drop) {
                    leaving.add(place);
                    width -= place.width();
                }
            }
        }
        return leaving;
    }

    private void drop(Set<Place> leaving) {
        if (!leaving.equals(gone)) {
            gone = leaving;
            for (var place : places) {
                if (gone.contains(place)) {
                    setColumnData(place.column(), new ColumnPixelData(0, false, false));
                } else {
                    show(place);
                }
            }
        }
    }

    private void show(Place place) {
        setColumnData(place.column(), place.spec().grow() == 0 ? new ColumnPixelData(place.width(), true, false)
                : new ColumnWeightData(place.spec().grow(), place.width(), true));
    }
}
