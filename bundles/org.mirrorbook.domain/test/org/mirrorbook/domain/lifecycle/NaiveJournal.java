package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionsListed;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;

/**
 * What a journal must say in the end, worked out from the whole list of observations at once and by nothing that the lifecycle uses: no
 * book, no drafts, no matching. Holds where the history has settled: the last connection listed everything and told all records.
 */
final class NaiveJournal {

    private final List<Observation> history;
    private final List<PlanSet> plans;

    NaiveJournal(List<Observation> history) {
        this.history = history;
        plans = all(PlanSet.class);
    }

    private <T extends Observation> List<T> all(Class<T> kind) {
        return history.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The life that a record or a trade is of, by where and when it ended. */
    static String key(Slot slot, Instant closedAt) {
        return slot.instrument() + " " + slot.side() + " " + closedAt;
    }

    /** Ended lives: one a record; told again by an account of another kind it is the same one. */
    Map<String, ClosingRecord> ended() {
        var lives = new TreeMap<String, ClosingRecord>();
        all(ClosingRecordSeen.class).forEach(seen -> lives.putIfAbsent(key(seen.record().slot(), seen.record().closedAt()), seen.record()));
        return lives;
    }

    /** Open positions: those of the last list, which was told after everything else. */
    Map<Slot, PositionRow> open() {
        var last = 0;
        for (int i = 0; i < history.size(); i++) {
            last = history.get(i) instanceof SnapshotSeen ? i : last;
        }
        var rows = new HashMap<Slot, PositionRow>();
        ((SnapshotSeen) history.get(last)).rows().forEach(row -> rows.put(row.slot(), row));
        for (var later : history.subList(last, history.size())) {
            if (later instanceof PositionSeen || later instanceof PositionGone) {
                throw new AssertionError("the history has not settled");
            }
        }
        return rows;
    }

    /** What was planned for a trade, without repetitions; a dash where it was taken away. */
    List<String> plans(TradeId trade, ProtectionKind kind) {
        var typed = new ArrayList<String>();
        for (var plan : plans) {
            var price = plan.price().map(BigDecimal::toPlainString).orElse("-");
            var before = typed.isEmpty() ? "-" : typed.getLast();
            if (plan.trade().id().equals(trade) && plan.kind() == kind && !price.equals(before)) {
                typed.add(price);
            }
        }
        return typed;
    }

    /** The largest, or smallest, of all open profits that were sampled for the trade. */
    Optional<BigDecimal> reached(TradeId trade, boolean favourable) {
        var amounts = all(MarksSampled.class).stream().flatMap(marks -> marks.samples().stream()).filter(mark -> mark.trade().equals(trade))
                .flatMap(mark -> (favourable ? mark.excursions().favourable() : mark.excursions().adverse()).stream())
                .map(excursion -> excursion.amount());
        return favourable ? amounts.max(BigDecimal::compareTo) : amounts.min(BigDecimal::compareTo);
    }

    boolean hasGap(TradeId trade) {
        return all(MarksSampled.class).stream().flatMap(marks -> marks.samples().stream())
                .anyMatch(mark -> mark.trade().equals(trade) && mark.excursions().gap());
    }

    /** What protects an open position in the end: the order that the last list has for its instrument, and its side where that is told. */
    Optional<BigDecimal> liveNow(Slot slot, ProtectionKind kind) {
        var words = new HashMap<String, ProtectiveOrder>();
        for (var seen : history) {
            Collection<ProtectiveOrder> told = switch (seen) {
                case ProtectionsListed list -> {
                    words.clear();
                    yield list.orders();
                }
                case ProtectionSeen word -> List.of(word.order());
                default -> List.of();
            };
            told.forEach(order -> words.merge(order.orderId(), order, (one, two) -> two.changedAt().isBefore(one.changedAt()) ? one : two));
        }
        return words.values().stream().filter(order -> order.state() == ProtectiveOrder.State.WAITING && order.kind() == kind)
                .filter(order -> order.instrument().equals(slot.instrument()))
                .filter(order -> order.side().isEmpty() || order.side().get() == slot.side()).findFirst().flatMap(ProtectiveOrder::price);
    }

    private BreakEvenRule rule() {
        return all(BreakEvenRuleSet.class).getLast().rule();
    }

    /** How an ended trade is judged, given which live stop it had first and what 1R was. */
    TradeStatus status(Trade trade, ClosingRecord record, Optional<BigDecimal> firstLive, BigDecimal oneR) {
        var plans = plans(trade.id(), ProtectionKind.STOP_LOSS);
        var planned = plans.isEmpty() || plans.getLast().equals("-") ? Optional.<BigDecimal>empty()
                : Optional.of(new BigDecimal(plans.getLast()));
        var stop = planned.or(() -> firstLive);
        BigDecimal risked;
        if (stop.isPresent()) {
            var distance = record.slot().side() == Side.LONG ? record.openAverage().subtract(stop.get())
                    : stop.get().subtract(record.openAverage());
            risked = distance.multiply(record.openSize()).max(BigDecimal.ZERO);
        } else {
            var beyond = record.slot().side() == Side.LONG
                    && record.openAverage().multiply(record.openSize()).compareTo(oneR) <= 0;
            risked = beyond ? BigDecimal.ZERO : oneR;
        }
        var net = record.gross().add(record.openFee()).add(record.closeFee()).add(record.funding());
        if (net.abs().compareTo(rule().amount().max(rule().fractionOfR().multiply(risked))) <= 0) {
            return TradeStatus.BE;
        }
        return net.signum() > 0 ? TradeStatus.WIN : TradeStatus.LOSS;
    }
}
