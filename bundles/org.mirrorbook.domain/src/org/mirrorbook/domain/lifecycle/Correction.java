package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.ClosingRecord;

/** How the user wants a trade put right. */
public sealed interface Correction {

    /** The venue's closing record is right: the trade gets its figures. */
    record Figures(ClosingRecord record) implements Correction {
        public Figures {
            requireNonNull(record);
        }
    }

    /** The venue does not have such a life: the trade is withdrawn. */
    record Withdrawal() implements Correction {
    }

    /**
     * The correction before this one is taken back: an ended trade gets the figures that it had, or counts again where it was withdrawn.
     * What became final stays final.
     *
     * @param trade as it was before
     */
    record Former(Trade trade) implements Correction {
        public Former {
            requireNonNull(trade);
        }
    }
}
