package org.mirrorbook.domain.risk;

import java.util.ArrayList;
import java.util.List;

/**
 * All settings of the stop, or of the target, of one trade: the first and every later move, planned and live ones. What is estimated is
 * derived and never among them.
 *
 * @param moves oldest first
 */
public record Protection(List<ProtectionMove> moves) {

    public Protection {
        moves = List.copyOf(moves);
    }

    /** Nothing was ever set. */
    public static Protection none() {
        return new Protection(List.of());
    }

    /** The same with one more move at its end. */
    public Protection with(ProtectionMove move) {
        var more = new ArrayList<>(moves);
        more.add(move);
        return new Protection(more);
    }
}
