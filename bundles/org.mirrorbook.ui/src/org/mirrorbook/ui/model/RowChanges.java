package org.mirrorbook.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.TradeId;

/**
 * What has to be done to the shown rows so that they become the newest ones. A row whose place in the order changed is removed and added.
 *
 * @param changed in their new form
 */
public record RowChanges(List<LiveRow> added, List<LiveRow> removed, List<LiveRow> changed) {

    public RowChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** The difference between what is shown and what is newest. */
    public static RowChanges between(Map<TradeId, LiveRow> shown, List<LiveRow> newest) {
        var added = new ArrayList<LiveRow>();
        var removed = new ArrayList<LiveRow>();
        var changed = new ArrayList<LiveRow>();
        for (LiveRow row : newest) {
            var before = shown.get(row.id());
            if (before == null) {
                added.add(row);
            } else if (!before.place().equals(row.place())) {
                removed.add(before);
                added.add(row);
            } else if (!before.equals(row)) {
                changed.add(row);
            }
        }
        var stays = newest.stream().collect(Collectors.toMap(LiveRow::id, Function.identity()));
        shown.values().stream().filter(row -> !stays.containsKey(row.id())).forEach(removed::add);
        return new RowChanges(added, removed, changed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
