package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.statistics.RiskReading;

/** An order of trades. What has no value comes last in either direction; what is equal stands by its id, which makes the order total. */
public record TradeSort(Key key, boolean descending) {

    /** By what trades are put in order. Words stand in the order of their letters. */
    public enum Key {
        OPENED(trade -> Optional.of(trade.openedAt())),
        CLOSED(trade -> trade.exit().map(Exit::closedAt)),
        SYMBOL(trade -> Optional.of(trade.slot().instrument())),
        SIDE(trade -> Optional.of(trade.slot().side().name())),
        STATUS(trade -> Optional.of(trade.status().name())),
        CERTAINTY(trade -> Optional.of(trade.certainty().name())),
        CLOSE_REASON(trade -> trade.exit().flatMap(Exit::reason).map(Enum::name)),
        SIZE(trade -> Optional.of(trade.terms().quantity())),
        ENTRY(trade -> Optional.of(trade.terms().effectiveEntry())),
        EXIT(trade -> trade.exit().flatMap(Exit::price)),
        GROSS(trade -> Optional.of(trade.result().realised())),
        /** Of an open trade: what it comes to now. */
        NET(trade -> Optional.of(trade.result().net())),
        /** Of closed trades; that of an open one moves with every price. */
        R(trade -> trade.exit().flatMap(exit -> RiskReading.of(trade).rMultiple())),
        FEES(trade -> Optional.of(trade.result().fees())),
        FUNDING(trade -> Optional.of(trade.result().funding())),
        LEVERAGE(trade -> trade.terms().leverage()),
        MARGIN(trade -> trade.terms().margin()),
        MFE(trade -> trade.excursions().favourable().map(Excursion::amount)),
        MAE(trade -> trade.excursions().adverse().map(Excursion::amount)),
        /** Of closed trades: the time between opening and closing. */
        HELD(trade -> trade.exit().map(exit -> Duration.between(trade.openedAt(), exit.closedAt())));

        private final Function<Trade, Optional<?>> value;

        Key(Function<Trade, Optional<?>> value) {
            this.value = value;
        }
    }

    /** As a journal is read: the newest opening first. */
    public static final TradeSort NEWEST = new TradeSort(Key.OPENED, true);

    public TradeSort {
        requireNonNull(key);
    }

    /** The same order of trades that are at hand. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Comparator<Trade> comparator() {
        Comparator<Comparable> values = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<String> ids = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing((Trade trade) -> (Comparable) key.value.apply(trade).orElse(null), Comparator.nullsLast(values))
                .thenComparing(trade -> trade.id().value(), ids);
    }
}
