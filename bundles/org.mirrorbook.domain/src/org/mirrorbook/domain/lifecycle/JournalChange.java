package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionSource;

/** One fact about one trade that an observation brought about. Appended to the journal and never altered. */
public sealed interface JournalChange {

    TradeId trade();

    /** The venue's time of the fact, as near as it is known. */
    Instant at();

    /** A life began, or was found. */
    record TradeOpened(TradeId trade, Instant at, BigDecimal quantity, BigDecimal entry, boolean found) implements JournalChange {
    }

    /** The position grew. */
    record ScaledIn(TradeId trade, Instant at, BigDecimal quantity, Optional<BigDecimal> price, boolean inferred) implements JournalChange {
    }

    /** The position shrank and stayed open. */
    record ScaledOut(TradeId trade, Instant at, BigDecimal quantity, Optional<BigDecimal> price, boolean inferred)
            implements JournalChange {
    }

    /**
     * An execution was replaced: an inferred one by the fills that add up to it, rarely also a fill by others that fit better. Where
     * several are replaced together, one change for each, and the first has all the fills.
     */
    record ExecutionExplained(TradeId trade, Instant at, Execution inferred, List<Execution> fills) implements JournalChange {
    }

    /** Leverage or margin changed. */
    record TermsChanged(TradeId trade, Instant at, Optional<BigDecimal> leverage, Optional<BigDecimal> margin) implements JournalChange {
    }

    /**
     * A cost grew, or was refunded.
     *
     * @param amount of this step, negative when paid
     * @param total of the life so far
     */
    record CostBooked(TradeId trade, Instant at, Kind kind, Money amount, Money total) implements JournalChange {

        /** What the cost is for. */
        public enum Kind {
            FEE, FUNDING
        }
    }

    /** The life ended; figures are provisional until a {@link TradeConfirmed}. */
    record TradeClosed(TradeId trade, Instant at, Optional<BigDecimal> exitPrice, Exit.Basis basis, Money net, boolean found)
            implements JournalChange {
    }

    /** The provisional close was wrong: a row of the same life came after it. */
    record CloseRevoked(TradeId trade, Instant at) implements JournalChange {
    }

    /** Something about the trade is not known yet and has to be asked for. */
    record DetailsMissing(TradeId trade, Instant at, Detail detail, Instant since) implements JournalChange {

        /** What is missing. */
        public enum Detail {
            /** The closing record of an ended life. */
            CLOSING_RECORD,
            /** The fills since {@code since}. */
            FILLS,
            /** Whether a life that was seen again is still the same one. */
            PROOF
        }
    }

    /** The venue's closing record was claimed by the trade; its figures are final. */
    record TradeConfirmed(TradeId trade, Instant at, ClosingRecord record) implements JournalChange {
    }

    /** The closing record did not come in time; it is asked for again later. */
    record TradeUnconfirmed(TradeId trade, Instant at) implements JournalChange {
    }

    /** It became known why the life ended: once, and again only when better knowledge came. No figure changed. */
    record CloseExplained(TradeId trade, Instant at, CloseReason reason) implements JournalChange {
    }

    /** The account became one of another kind, in which the same life has another margin mode or coin. */
    record SlotChanged(TradeId trade, Instant at, Slot from, Slot to) implements JournalChange {
    }

    /** Executions that came after a close that was learned late belong to the next life of the slot and moved there. */
    record TradeSplit(TradeId trade, Instant at, TradeId into, List<Execution> moved) implements JournalChange {
    }

    /**
     * A stop or a target was set, moved or taken away.
     *
     * @param price absent when it was taken away
     */
    record ProtectionMoved(TradeId trade, Instant at, ProtectionKind kind, ProtectionSource source, Optional<BigDecimal> price)
            implements JournalChange {
    }

    /** What 1R is for this trade, by the account's unit of risk at that time. */
    record RiskSized(TradeId trade, Instant at, Money oneR) implements JournalChange {
    }

    /**
     * The user had the trade put right, or took that back.
     *
     * @param figures each that is another now, with both values; empty when the trade was withdrawn. Of one that was withdrawn and counts
     *        again, the net alone
     * @param record the venue's figures; absent when the trade was withdrawn, and when a correction was taken back
     */
    record TradeCorrected(TradeId trade, Instant at, List<Figure> figures, Optional<ClosingRecord> record) implements JournalChange {

        /**
         * @param name as in {@code trades --json}
         * @param before absent where it was not known
         */
        public record Figure(String name, Optional<BigDecimal> before, Optional<BigDecimal> after) {
            public Figure {
                requireNonNull(name);
                before = Exact.of(before);
                after = Exact.of(after);
            }
        }
    }
}
