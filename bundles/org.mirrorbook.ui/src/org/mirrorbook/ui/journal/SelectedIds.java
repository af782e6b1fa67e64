package org.mirrorbook.ui.journal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.TradeIndex;

/** The ids at some places of an order, which may be all of a million. */
record SelectedIds(TradeIndex index, List<Range> places) implements Exporting.Ids {

    SelectedIds {
        places = List.copyOf(places);
    }

    /** Those at these places; all where there are none. */
    static SelectedIds of(TradeIndex index, List<Range> places) {
        return new SelectedIds(index, places.isEmpty() ? List.of(new Range(0, index.size())) : places);
    }

    @Override
    public int size() {
        return places.stream().mapToInt(range -> Math.min(range.end, index.size()) - Math.min(range.start, index.size())).sum();
    }

    @Override
    public List<TradeId> between(int from, int to) {
        var ids = new ArrayList<TradeId>();
        int before = 0;
        for (var range : places) {
            int length = Math.min(range.end, index.size()) - Math.min(range.start, index.size());
            int first = range.start + Math.max(0, from - before);
            int end = range.start + Math.min(length, to - before);
            if (first < end) {
                ids.addAll(index.ids(first, end));
            }
            before += length;
        }
        return ids;
    }
}
