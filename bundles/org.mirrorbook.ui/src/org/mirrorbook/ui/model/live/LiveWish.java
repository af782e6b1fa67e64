package org.mirrorbook.ui.model.live;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.ui.model.Sorting;

/**
 * How the user wants to see the positions.
 *
 * @param grouped by account
 * @param closed keys of the groups that show their head alone
 */
public record LiveWish(boolean grouped, Set<String> closed, Optional<Sorting> sorting) {

    public LiveWish {
        closed = Set.copyOf(closed);
    }

    /** As it comes. */
    public static LiveWish usual() {
        return new LiveWish(true, Set.of(), Optional.empty());
    }

    public LiveWish grouped(boolean wanted) {
        return new LiveWish(wanted, closed, sorting);
    }

    public LiveWish sorted(Optional<Sorting> by) {
        return new LiveWish(grouped, closed, by);
    }

    /** Closes the group, or opens it. */
    public LiveWish toggled(String group) {
        var other = new HashSet<>(closed);
        if (!other.remove(group)) {
            other.add(group);
        }
        return new LiveWish(grouped, other, sorting);
    }
}
