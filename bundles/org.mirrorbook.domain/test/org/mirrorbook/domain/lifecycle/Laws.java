package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.JournalChange.CostBooked;
import org.mirrorbook.domain.lifecycle.JournalChange.RiskSized;
import org.mirrorbook.domain.lifecycle.JournalChange.ScaledIn;
import org.mirrorbook.domain.lifecycle.JournalChange.ScaledOut;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeClosed;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeOpened;
import org.mirrorbook.domain.lifecycle.Observation.CorrectionOrdered;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.ProtectionSource;

/** What holds after each observation, in every story and for every generated history. */
final class Laws {

    private static final PositionLifecycle LIFECYCLE = new PositionLifecycle();

    private Laws() {
    }

    static void hold(Book before, Observation seen, Transition done) {
        idempotence(again(seen, done), done);
        determinism(before, seen, done);
        switch (seen) {
            case SnapshotSeen snapshot -> {
                snapshotAuthority(snapshot, done.after());
                monotony(done.after(), done.after().newest().get(snapshot.scope()));
            }
            case PositionSeen changed -> slotMonotony(done.after(), changed.row().slot());
            case PositionGone gone -> slotMonotony(done.after(), gone.slot());
            default -> {
            }
        }
        conservation(done);
        noZeroQuantity(done);
        tradesAreTheDifference(before, seen, done);
        if (!(seen instanceof CorrectionOrdered)) {
            confirmedStaysClosed(before, done);
        }
        if (!done.changes().isEmpty()) {
            oneRecordOneTrade(done.after());
        }
        moneyKeepsItsCurrency(done);
        movesMove(done);
    }

    /** What the user orders comes with the trade as the journal has it, which is as it was made. */
    private static Observation again(Observation seen, Transition done) {
        return switch (seen) {
            case PlanSet plan -> new PlanSet(newest(plan.trade(), done), plan.kind(), plan.price(), plan.receivedAt());
            case CorrectionOrdered order -> new CorrectionOrdered(newest(order.trade(), done), order.correction(), order.receivedAt());
            default -> seen;
        };
    }

    private static Trade newest(Trade trade, Transition done) {
        return done.trades().stream().filter(other -> other.id().equals(trade.id())).findFirst().orElse(trade);
    }

    private static void idempotence(Observation seen, Transition done) {
        var again = LIFECYCLE.apply(done.after(), seen);
        assertThat(again.changes()).as("the same observation is no news the second time: %s", seen).isEmpty();
        assertThat(again.trades()).isEmpty();
        assertThat(again.after()).isEqualTo(done.after());
    }

    private static void determinism(Book before, Observation seen, Transition done) {
        assertThat(LIFECYCLE.apply(before, seen)).isEqualTo(done);
    }

    /** After a complete snapshot the open slots of its scope are its rows, save rows that are older than a final close. */
    private static void snapshotAuthority(SnapshotSeen snapshot, Book after) {
        var spokenOf = after.shown().words().keySet().stream().anyMatch(slot -> slot.scope().equals(snapshot.scope()));
        if (!after.newest().get(snapshot.scope()).equals(snapshot) || spokenOf) {
            return;
        }
        var rows = snapshot.rows().stream().filter(row -> row.size().signum() > 0).collect(Collectors.toMap(PositionRow::slot, row -> row,
                (one, two) -> two.updatedAt().isBefore(one.updatedAt()) ? one : two));
        var open = after.open().keySet().stream().filter(slot -> slot.scope().equals(snapshot.scope())).collect(Collectors.toSet());
        assertThat(rows.keySet()).as("nothing is open that the venue did not name").containsAll(open);
        rows.values().stream().filter(row -> !open.contains(row.slot())).forEach(row -> assertThat(after.claimed().values())
                .as("a row that opened nothing is of an ended life: %s", row).anyMatch(record -> record.key().slot().equals(row.slot())
                        && !row.updatedAt().isAfter(record.key().closedAt())));
    }

    /** What is older changes nothing, whatever it says. */
    private static void monotony(Book book, SnapshotSeen newest) {
        var older = new SnapshotSeen(newest.scope(), newest.connection(), newest.venueTime().minusMillis(1), newest.receivedAt(),
                List.of());
        assertThat(LIFECYCLE.apply(book, older)).isEqualTo(new Transition(book, List.of(), List.of()));
        var outdated = new SnapshotSeen(newest.scope(), newest.connection() - 1, newest.venueTime().plusSeconds(9), newest.receivedAt(),
                List.of());
        assertThat(LIFECYCLE.apply(book, outdated)).isEqualTo(new Transition(book, List.of(), List.of()));
    }

    /** What is older than the newest word on a slot changes nothing of it, whatever it says. */
    private static void slotMonotony(Book book, Slot slot) {
        var newest = book.shown().words().get(slot);
        if (newest == null) {
            return;
        }
        var connection = newest.connection();
        var older = new PositionGone(slot, connection, newest.venueTime().minusMillis(1), newest.venueTime());
        assertThat(LIFECYCLE.apply(book, older)).isEqualTo(new Transition(book, List.of(), List.of()));
        var outdated = new PositionGone(slot, connection - 1, newest.venueTime().plusSeconds(9), newest.venueTime());
        assertThat(LIFECYCLE.apply(book, outdated)).isEqualTo(new Transition(book, List.of(), List.of()));
    }

    /** Ended trades are looked at when they change. */
    private static void conservation(Transition done) {
        for (var life : done.after().open().values()) {
            assertThat(new Steps(life.trade().executions()).size()).as("executions sum to the open size: %s", life.trade().executions())
                    .isEqualByComparingTo(life.row().size()).isEqualByComparingTo(life.trade().terms().quantity());
            wellFormed(life.trade());
        }
        done.trades().stream().filter(trade -> !trade.isOpen()).forEach(Laws::ended);
    }

    private static void ended(Trade trade) {
        var steps = new Steps(trade.executions());
        assertThat(steps.size()).as("what was opened was closed: %s", trade.executions()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(steps.growth()).as("the quantity is what the executions opened: %s", trade)
                .isEqualByComparingTo(trade.terms().quantity());
        wellFormed(trade);
    }

    private static void wellFormed(Trade trade) {
        assertThat(new Steps(trade.executions()).arranged().list()).as("in order, each of its kind").isEqualTo(trade.executions());
        assertThat(new Steps(trade.executions()).isOneLife()).as("one life: %s", trade.executions()).isTrue();
        var ids = trade.executions().stream().flatMap(step -> step.fillId().stream()).toList();
        assertThat(ids).as("a fill is once in a trade").doesNotHaveDuplicates();
    }

    private static void noZeroQuantity(Transition done) {
        for (var change : done.changes()) {
            if (change instanceof ScaledIn in) {
                assertThat(in.quantity()).isPositive();
            } else if (change instanceof ScaledOut out) {
                assertThat(out.quantity()).isPositive();
            } else if (change instanceof TradeOpened opened) {
                assertThat(opened.quantity()).isPositive();
            }
        }
    }

    /** A trade that was carried along, or withdrawn, is not in the book. */
    private static void tradesAreTheDifference(Book before, Observation seen, Transition done) {
        var known = new HashMap<TradeId, Trade>();
        allTrades(before).forEach(trade -> known.put(trade.id(), trade));
        var expected = new ArrayList<>(allTrades(done.after()).stream()
                .filter(trade -> known.get(trade.id()) != trade && !trade.equals(known.get(trade.id()))).toList());
        if (seen instanceof PlanSet || seen instanceof CorrectionOrdered) {
            var held = allTrades(done.after()).stream().map(Trade::id).toList();
            done.trades().stream().filter(trade -> !held.contains(trade.id())).forEach(expected::add);
        }
        assertThat(done.trades()).as("each trade that differs, once, newest form").containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void confirmedStaysClosed(Book before, Transition done) {
        for (var life : before.recent()) {
            done.trades().stream().filter(trade -> trade.id().equals(life.trade().id())).forEach(trade -> {
                assertThat(trade.certainty()).isEqualTo(Certainty.CONFIRMED);
                assertThat(withoutReason(trade)).isEqualTo(withoutReason(life.trade()));
                assertThat(trade.terms()).isEqualTo(life.trade().terms());
                assertThat(trade.result().net()).isEqualTo(life.trade().result().net());
            });
        }
    }

    /** Why a trade was closed may be learned after its figures are final. */
    private static Exit withoutReason(Trade trade) {
        var exit = trade.exit().orElseThrow();
        return new Exit(exit.price(), exit.basis(), exit.closedAt());
    }

    private static void oneRecordOneTrade(Book book) {
        assertThat(book.claimed().values().stream().map(ClaimedRecord::trade).toList()).doesNotHaveDuplicates();
        assertThat(allTrades(book).stream().map(Trade::id).toList()).doesNotHaveDuplicates();
        assertThat(allTrades(book).stream().map(Trade::fingerprint).toList()).doesNotHaveDuplicates();
    }

    /** All money of a trade is in its margin coin, save fees that were paid in another. */
    private static void moneyKeepsItsCurrency(Transition done) {
        var coins = new HashMap<TradeId, String>();
        for (var trade : done.trades()) {
            coins.put(trade.id(), trade.slot().marginCoin());
            assertThat(trade.result().otherFees()).noneMatch(fee -> fee.currency().equals(trade.slot().marginCoin()));
            assertThat(trade.risk().oneR().map(Money::currency).orElse(trade.slot().marginCoin())).isEqualTo(trade.slot().marginCoin());
        }
        for (var change : done.changes()) {
            var money = switch (change) {
                case CostBooked cost -> List.of(cost.amount(), cost.total());
                case TradeClosed closed -> List.of(closed.net());
                case RiskSized sized -> List.of(sized.oneR());
                default -> List.<Money>of();
            };
            assertThat(money).allMatch(amount -> amount.currency().equals(coins.get(change.trade())));
        }
    }

    /** A setting is told once: nothing moves to where it is, and nothing is taken away that is not there. */
    private static void movesMove(Transition done) {
        for (var trade : done.trades()) {
            for (var protection : List.of(trade.risk().stopLoss(), trade.risk().takeProfit())) {
                for (var source : ProtectionSource.values()) {
                    var last = Optional.<BigDecimal>empty();
                    for (var move : protection.moves()) {
                        if (move.source() == source) {
                            assertThat(move.price()).as("%s of %s", source, protection).isNotEqualTo(last);
                            last = move.price();
                        }
                    }
                }
            }
        }
    }

    static List<Trade> allTrades(Book book) {
        var trades = new ArrayList<Trade>();
        book.open().values().forEach(life -> trades.add(life.trade()));
        book.awaiting().forEach(life -> trades.add(life.trade()));
        book.recent().forEach(life -> trades.add(life.trade()));
        return trades;
    }
}
