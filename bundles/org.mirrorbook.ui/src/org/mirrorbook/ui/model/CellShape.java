package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/** What is drawn in a cell in place of words. Each cell that holds one says the same in the words of its tip. */
public sealed interface CellShape {

    /**
     * How far a position went against and for its owner, and where it is now, in multiples of R; all rows have one scale.
     *
     * @param adverse zero or below
     * @param favourable zero or above
     */
    record Excursions(BigDecimal adverse, BigDecimal favourable, BigDecimal now) implements CellShape {
        public Excursions {
            requireNonNull(adverse);
            requireNonNull(favourable);
            requireNonNull(now);
        }
    }

    /**
     * A small line of prices, evenly in time.
     *
     * @param heights from 0, the lowest, to {@value #TOP}, the highest
     * @param full how many of them fill the width; fewer stand at its right
     * @param ended whether its last point is as of the last message of a link that is down
     */
    record PriceLine(List<Integer> heights, int full, boolean ended) implements CellShape {
        public static final int TOP = 100;

        public PriceLine {
            heights = List.copyOf(heights);
        }
    }

    /** A check box. */
    record Check(boolean on) implements CellShape {
    }

    /** An icon by its name; pressing it does what the tip of its cell says. */
    record Picture(String icon) implements CellShape {
        public Picture {
            requireNonNull(icon);
        }
    }

    /** The sign that opens and closes a group. */
    record Twistie(boolean open) implements CellShape {
    }
}
