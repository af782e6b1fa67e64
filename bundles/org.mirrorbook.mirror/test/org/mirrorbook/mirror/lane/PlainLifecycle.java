package org.mirrorbook.mirror.lane;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Fingerprint;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.ClaimedRecord;
import org.mirrorbook.domain.lifecycle.ClosedLife;
import org.mirrorbook.domain.lifecycle.JournalChange;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.lifecycle.MarkSample;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.lifecycle.Transition;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.statistics.OpenProfit;

/**
 * No more of a lifecycle than the lane's stories need, so that they tell of the lane alone: rows open and resize, absence closes, a record
 * of the slot confirms, an order of the instrument says why. A row that comes with realised profit was not seen being born, and its fills
 * are wanted. What it saw is kept in order.
 */
final class PlainLifecycle implements BiFunction<Book, Observation, Transition> {

    final List<Observation> folded = new ArrayList<>();
    /** Whether it fails of the next observation, however often that is folded. */
    boolean broken;
    private Optional<Observation> breaking = Optional.empty();
    private final List<JournalChange> changes = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private Map<Slot, OpenLife> open;
    private List<ClosedLife> awaiting;
    private Map<RecordKey, ClaimedRecord> claimed;
    private Map<Scope, Instant> historyReadTo;
    private Map<Scope, Observation.SnapshotSeen> newest;

    @Override
    public Transition apply(Book before, Observation seen) {
        if (broken) {
            broken = false;
            breaking = Optional.of(seen);
        }
        if (breaking.filter(one -> one == seen).isPresent()) {
            throw new IllegalStateException("a lifecycle that fails of one observation");
        }
        // who glances at a push folds it, and where there is more to it the lane does so again
        folded.removeIf(one -> one == seen);
        folded.add(seen);
        changes.clear();
        trades.clear();
        open = new HashMap<>(before.open());
        awaiting = new ArrayList<>(before.awaiting());
        claimed = new HashMap<>(before.claimed());
        historyReadTo = new HashMap<>(before.historyReadTo());
        newest = new HashMap<>(before.newest());
        switch (seen) {
            case Observation.SnapshotSeen snapshot -> snapshot(snapshot);
            case Observation.ClosingRecordSeen record -> confirm(record.record());
            case Observation.HistoryRead read -> historyReadTo.put(read.scope(), read.upTo());
            case Observation.RecordOverdue overdue -> overdue(overdue);
            case Observation.FillSeen fill -> { }
            case Observation.LinkLost lost -> { }
            case Observation.AccountConverted converted -> { }
            case Observation.PositionSeen changed -> row(changed.row());
            case Observation.PositionGone gone -> Optional.ofNullable(open.remove(gone.slot()))
                    .ifPresent(life -> close(life, gone.venueTime()));
            case Observation.OrderSeen order -> explain(order.order());
            case Observation.MarksSampled marks -> marks.samples().forEach(this::sampled);
            default -> {
                // this lifecycle knows nothing of risk and edits
            }
        }
        return new Transition(new Book(before.account(), before.mirroredSince(), open, awaiting, List.of(), claimed, historyReadTo, newest,
                List.of()),
                changes, trades);
    }

    private void snapshot(Observation.SnapshotSeen snapshot) {
        newest.put(snapshot.scope(), snapshot);
        for (var slot : List.copyOf(open.keySet())) {
            if (slot.scope().equals(snapshot.scope()) && snapshot.rows().stream().noneMatch(row -> row.slot().equals(slot))) {
                close(open.remove(slot), snapshot.venueTime());
            }
        }
        snapshot.rows().forEach(this::row);
    }

    private void row(PositionRow row) {
        var life = open.get(row.slot());
        if (life == null) {
            var started = row.life().startedAt().orElseThrow();
            var trade = new Trade(TradeId.of(row.slot(), started), Fingerprint.ofLive("test", row.life().id(), row.slot().instrument(),
                    started),
                    TradeSource.LIVE_MIRROR, row.slot(), row.life().id(), started, TradeStatus.OPEN, Certainty.LIVE, terms(row),
                            result(row),
                    Optional.empty(), false, List.of());
            changes.add(new JournalChange.TradeOpened(trade.id(), started, row.size(), row.entryPrice(), false));
            if (row.figures().realised().isPresent()) {
                changes.add(new DetailsMissing(trade.id(), started, DetailsMissing.Detail.FILLS, started));
            }
            put(trade, row);
            return;
        }
        int grown = row.size().compareTo(life.trade().terms().quantity());
        var delta = row.size().subtract(life.trade().terms().quantity()).abs();
        if (grown > 0) {
            changes.add(new JournalChange.ScaledIn(life.trade().id(), row.updatedAt(), delta, Optional.empty(), true));
        } else if (grown < 0) {
            changes.add(new JournalChange.ScaledOut(life.trade().id(), row.updatedAt(), delta, Optional.empty(), true));
        }
        var unrealised = row.figures().unrealised().or(() -> life.trade().result().unrealised());
        var trade = life.trade().with(terms(row)).with(result(row).withUnrealised(unrealised));
        if (!trade.equals(life.trade())) {
            put(trade, row);
        }
    }

    private void sampled(MarkSample sample) {
        List.copyOf(open.values()).stream().filter(life -> life.trade().id().equals(sample.trade())).forEach(life -> {
            var profit = OpenProfit.of(life.trade(), sample.price());
            put(life.trade().with(life.trade().result().withUnrealised(Optional.of(profit))).with(sample.excursions()), life.row());
        });
    }

    private void put(Trade trade, PositionRow row) {
        open.put(row.slot(), new OpenLife(trade, row, true));
        trades.add(trade);
    }

    private static Terms terms(PositionRow row) {
        return new Terms(row.entryPrice(), row.entryPrice(), row.size(), Optional.empty(), Optional.empty());
    }

    private static Result result(PositionRow row) {
        return new Result(BigDecimal.ZERO, row.figures().unrealised(), BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), Optional.empty(),
                Optional.empty(), List.of());
    }

    private void close(OpenLife life, Instant at) {
        var trade = life.trade();
        var exit = new Exit(Optional.empty(), Exit.Basis.UNKNOWN, at);
        var closed = trade.closed(exit, Certainty.PROVISIONAL, trade.terms(), trade.result().withUnrealised(Optional.empty()), false);
        awaiting.add(new ClosedLife(closed, life.row()));
        trades.add(closed);
        changes.add(new JournalChange.TradeClosed(trade.id(), at, Optional.empty(), Exit.Basis.UNKNOWN,
                Money.zero(trade.slot().marginCoin()), false));
        changes.add(new DetailsMissing(trade.id(), at, DetailsMissing.Detail.CLOSING_RECORD, trade.openedAt()));
    }

    private void confirm(ClosingRecord record) {
        if (claimed.containsKey(record.key())) {
            return;
        }
        for (var life : List.copyOf(awaiting)) {
            if (life.trade().slot().equals(record.slot())) {
                awaiting.remove(life);
                var confirmed = life.trade().with(Certainty.CONFIRMED);
                trades.add(confirmed);
                claimed.put(record.key(), new ClaimedRecord(record.key(), record.life(), confirmed.id()));
                changes.add(new JournalChange.TradeConfirmed(confirmed.id(), record.closedAt(), record));
                return;
            }
        }
    }

    private void explain(OrderNote order) {
        awaiting.replaceAll(life -> {
            var exit = life.trade().exit().orElseThrow();
            if (!life.trade().slot().instrument().equals(order.instrument()) || exit.reason().isPresent()) {
                return life;
            }
            var explained = life.trade().with(exit.because(order.reason()));
            trades.add(explained);
            changes.add(new JournalChange.CloseExplained(explained.id(), order.at(), order.reason()));
            return new ClosedLife(explained, life.row());
        });
    }

    private void overdue(Observation.RecordOverdue overdue) {
        awaiting.replaceAll(life -> {
            if (!life.trade().id().equals(overdue.trade()) || life.trade().certainty() != Certainty.PROVISIONAL) {
                return life;
            }
            var unconfirmed = life.trade().with(Certainty.UNCONFIRMED);
            trades.add(unconfirmed);
            changes.add(new JournalChange.TradeUnconfirmed(unconfirmed.id(), overdue.receivedAt()));
            return new ClosedLife(unconfirmed, life.row());
        });
    }
}
