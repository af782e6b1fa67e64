package org.mirrorbook.ui.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The room that the columns of a small table need.
 *
 * @param widths of the columns, at the least, in pixels
 */
public record ColumnRoom(List<ColumnSpec> specs, List<Integer> widths) {

    public ColumnRoom {
        specs = List.copyOf(specs);
        widths = List.copyOf(widths);
        if (specs.size() != widths.size()) {
            throw new IllegalArgumentException(specs.size() + " columns of " + widths.size() + " widths");
        }
    }

    /** The places of the columns that leave a table of that width: in their order, those of one number together, and no more than must. */
    public Set<Integer> leaving(int room) {
        int width = widths.stream().mapToInt(Integer::intValue).sum();
        var leaving = new HashSet<Integer>();
        for (int drop : specs.stream().map(ColumnSpec::drop).filter(drop -> drop > 0).distinct().sorted().toList()) {
            if (width <= room) {
                break;
            }
            for (int at = 0; at < specs.size(); at++) {
                if (specs.get(at).drop() == drop) {
                    leaving.add(at);
                    width -= widths.get(at);
                }
            }
        }
        return leaving;
    }
}
