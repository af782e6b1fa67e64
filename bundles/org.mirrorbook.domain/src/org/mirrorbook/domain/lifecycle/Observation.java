package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.RiskUnit;

/** Something seen or concluded at the edge, with its times as data. The only input of {@link PositionLifecycle}. */
public sealed interface Observation {

    /** When it reached this machine, or when it was concluded. */
    Instant receivedAt();

    /**
     * The venue named all open positions of a scope. A slot of the scope that is not among the rows is closed.
     *
     * @param connection number of the connection it came on, growing with each connect; older connections are outdated
     * @param venueTime the envelope's time; orders the snapshots of one scope on one connection
     */
    record SnapshotSeen(Scope scope, long connection, Instant venueTime, Instant receivedAt, List<PositionRow> rows)
            implements Observation {
        public SnapshotSeen {
            requireNonNull(scope);
            requireNonNull(venueTime);
            requireNonNull(receivedAt);
            rows = List.copyOf(rows);
            for (var row : rows) {
                if (!row.slot().scope().equals(scope)) {
                    throw new IllegalArgumentException("a row of another scope: " + row.slot());
                }
            }
        }
    }

    /**
     * The venue named one position that changed, and no other (streams of the kind snapshot-then-changes). It is as it is in the row; a
     * figure that is absent there is as it was. Other slots of the scope are not spoken of.
     *
     * @param connection as in {@link SnapshotSeen}
     * @param venueTime the envelope's time; orders what is said of one slot on one connection
     */
    record PositionSeen(long connection, Instant venueTime, Instant receivedAt, PositionRow row) implements Observation {
        public PositionSeen {
            requireNonNull(venueTime);
            requireNonNull(receivedAt);
            requireNonNull(row);
            if (row.size().signum() == 0) {
                throw new IllegalArgumentException("a position of size zero is gone");
            }
        }
    }

    /**
     * The venue said of one slot that nothing is open in it any more (size zero, or a status that says ended).
     *
     * @param connection as in {@link SnapshotSeen}
     * @param venueTime the envelope's time
     */
    record PositionGone(Slot slot, long connection, Instant venueTime, Instant receivedAt) implements Observation {
        public PositionGone {
            requireNonNull(slot);
            requireNonNull(venueTime);
            requireNonNull(receivedAt);
        }
    }

    /** An order told why it closes; before or after its fills, once or many times. */
    record OrderSeen(OrderNote order, Instant receivedAt) implements Observation {
        public OrderSeen {
            requireNonNull(order);
            requireNonNull(receivedAt);
        }
    }

    /**
     * The venue changed the account to another kind (Bitget: classic to unified), with its positions open: they go on as the same lives,
     * found again by symbol and side, whatever ids, margin mode and coin the new kind gives them (rule 9).
     */
    record AccountConverted(AccountId account, Instant receivedAt) implements Observation {
        public AccountConverted {
            requireNonNull(account);
            requireNonNull(receivedAt);
        }
    }

    /** An execution, from the stream or from the venue's history; the same one may be seen many times. */
    record FillSeen(Fill fill, Instant receivedAt) implements Observation {
    }

    /** A final statement about an ended life, from the stream or from the venue's history; the same one may be seen many times. */
    record ClosingRecordSeen(ClosingRecord record, Instant receivedAt) implements Observation {
    }

    /**
     * All closing records of a scope with a close time up to {@code upTo} have been seen before this: open lives that were seen before that
     * time are proven not to have been closed in between.
     */
    record HistoryRead(Scope scope, Instant upTo, Instant receivedAt) implements Observation {
    }

    /** The closing record of this trade was asked for in vain for as long as is sensible now. */
    record RecordOverdue(TradeId trade, Instant receivedAt) implements Observation {
    }

    /** The connection ended: until the next snapshot, nothing is known. */
    record LinkLost(long connection, Instant receivedAt) implements Observation {
    }

    /** A stop or take-profit order was placed, moved, triggered or taken back; the same may be told many times. */
    record ProtectionSeen(ProtectiveOrder order, Instant receivedAt) implements Observation {
        public ProtectionSeen {
            requireNonNull(order);
            requireNonNull(receivedAt);
        }
    }

    /**
     * All stop and take-profit orders that wait in a scope, as the venue listed them on request.
     *
     * @param receivedAt when they were asked for: the list need not know what was told since
     */
    record ProtectionsListed(Scope scope, List<ProtectiveOrder> orders, Instant receivedAt) implements Observation {
        public ProtectionsListed {
            requireNonNull(scope);
            orders = List.copyOf(orders);
            requireNonNull(receivedAt);
        }
    }

    /**
     * What the account is worth in one margin coin of a scope, unrealised profit included.
     *
     * @param at the venue's time
     */
    record EquitySeen(Scope scope, Money equity, Instant at, Instant receivedAt) implements Observation {
        public EquitySeen {
            requireNonNull(scope);
            requireNonNull(equity);
            requireNonNull(at);
            requireNonNull(receivedAt);
        }
    }

    /** Mark prices of open trades, at a bounded rate: their open profit and excursions follow; structure does not. */
    record MarksSampled(List<MarkSample> samples, Instant receivedAt) implements Observation {
        public MarksSampled {
            samples = List.copyOf(samples);
            requireNonNull(receivedAt);
        }
    }

    /** What the account calls 1R from now on; trades that were entered keep theirs. */
    record RiskUnitSet(AccountId account, Optional<RiskUnit> unit, Instant receivedAt) implements Observation {
        public RiskUnitSet {
            requireNonNull(account);
            requireNonNull(unit);
            requireNonNull(receivedAt);
        }
    }

    /** By which rule closed trades are judged from now on; those of the book are judged anew. */
    record BreakEvenRuleSet(BreakEvenRule rule, Instant receivedAt) implements Observation {
        public BreakEvenRuleSet {
            requireNonNull(rule);
            requireNonNull(receivedAt);
        }
    }

    /**
     * The user typed a stop or a target, or took it away.
     *
     * @param trade as the journal has it; where the book still holds this trade, the book's is the one that counts
     * @param price positive; absent to take it away
     */
    record PlanSet(Trade trade, ProtectionKind kind, Optional<BigDecimal> price, Instant receivedAt) implements Observation {
        public PlanSet {
            requireNonNull(trade);
            requireNonNull(kind);
            price = Exact.of(price);
            requireNonNull(receivedAt);
            if (price.filter(planned -> planned.signum() <= 0).isPresent()) {
                throw new IllegalArgumentException("a stop or a target is a positive price");
            }
        }
    }

    /**
     * The user had a closed trade put right after a comparison with the venue's books.
     *
     * @param trade as in {@link PlanSet}
     */
    record CorrectionOrdered(Trade trade, Correction correction, Instant receivedAt) implements Observation {
        public CorrectionOrdered {
            requireNonNull(trade);
            requireNonNull(correction);
            requireNonNull(receivedAt);
        }
    }

    /**
     * The user wants a life entered that ended before the account was first mirrored (rule 9); a record that a trade has claimed is no
     * news.
     */
    record EntryOrdered(ClosingRecord record, Instant receivedAt) implements Observation {
        public EntryOrdered {
            requireNonNull(record);
            requireNonNull(receivedAt);
        }
    }
}
