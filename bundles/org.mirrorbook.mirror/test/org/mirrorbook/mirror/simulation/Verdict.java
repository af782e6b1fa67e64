package org.mirrorbook.mirror.simulation;

import static org.mirrorbook.mirror.simulation.SimulatedJournal.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.reconciliation.BooksComparison;
import org.mirrorbook.domain.reconciliation.VenueBooks;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.mirror.simulation.Scenario.Ids;

/** Whether the journal, in the end, is what really happened; and whether the recording can tell it again. */
final class Verdict {

    private final World world;
    private final SimulatedJournal journal;
    private final Exchange exchange;

    Verdict(World world) {
        this.world = world;
        this.journal = world.journal;
        this.exchange = world.exchange;
    }

    /** @throws AssertionError with the first thing that is not as it was */
    void pass() {
        endedLivesAreThereOnce();
        openLivesAreAsTheyAre();
        executionsAddUp();
        plansAreKept();
        reconciliationSaysEqual();
        recordingTellsTheSame();
    }

    private void endedLivesAreThereOnce() {
        var ours = new HashMap<String, Trade>();
        for (var trade : journal.trades.values()) {
            if (!trade.isOpen()) {
                var twin = ours.put(key(trade.slot(), trade.exit().orElseThrow().closedAt()), trade);
                check(twin == null, "one life twice: " + twin + " and " + trade);
            }
        }
        for (var life : exchange.ended) {
            var trade = ours.remove(key(life.record().slot(), life.record().closedAt()));
            check(trade != null, "a life is missing: " + life.record());
            figuresAreEqual(trade, life.record());
            // elsewhere fills of two lives that nobody watched may be told apart by nothing, and reasons follow the fills
            if (world.setting.ids() == Ids.OF_LIFE) {
                check(trade.found() || world.setting.odd() || !world.unwatched.contains(life.record()), "nobody saw it end: " + trade);
                trade.exit().orElseThrow().reason().ifPresent(
                        reason -> check(reason == life.reason(), "ended by " + life.reason() + ", and the journal says " + reason));
            }
        }
        check(ours.isEmpty(), "lives that never were: " + ours.values());
        check(journal.book().awaiting().isEmpty(), "still awaited: " + journal.book().awaiting());
        world.confirmations.forEach((trade, times) -> check(times == 1, "confirmed " + times + " times: " + trade));
    }

    private static void figuresAreEqual(Trade trade, ClosingRecord record) {
        check(trade.certainty() == Certainty.CONFIRMED, "not confirmed: " + trade);
        check(trade.exit().orElseThrow().basis() == Exit.Basis.RECORD, "not by the record: " + trade);
        equal("entry", trade.terms().effectiveEntry(), record.openAverage(), trade);
        equal("quantity", trade.terms().quantity(), record.openSize(), trade);
        equal("exit", trade.exit().orElseThrow().price().orElseThrow(), record.closeAverage(), trade);
        equal("gross", trade.result().realised(), record.gross(), trade);
        equal("open fee", trade.result().openFee().orElseThrow(), record.openFee(), trade);
        equal("close fee", trade.result().closeFee().orElseThrow(), record.closeFee(), trade);
        equal("funding", trade.result().funding(), record.funding(), trade);
        equal("net", trade.result().net(), record.reportedNet().orElseThrow(), trade);
    }

    private void openLivesAreAsTheyAre() {
        var open = new HashMap<Slot, Trade>();
        journal.trades.values().stream().filter(Trade::isOpen).forEach(trade -> {
            var twin = open.put(trade.slot(), trade);
            check(twin == null, "two trades open in one slot: " + twin + " and " + trade);
        });
        check(open.keySet().equals(exchange.open.keySet()), "open are " + exchange.open.keySet() + ", and in the journal " + open.values());
        open.forEach((slot, trade) -> {
            var position = exchange.open.get(slot);
            equal("size", trade.terms().quantity(), position.size, trade);
            equal("entry", trade.terms().effectiveEntry(), position.entry, trade);
            equal("realised", trade.result().realised(), position.realised, trade);
            equal("fees", trade.result().fees(), position.openFee.add(position.closeFee), trade);
            equal("funding", trade.result().funding(), position.funding, trade);
            for (var kind : ProtectionKind.values()) {
                var now = live(trade, kind);
                var there = exchange.waits(position, kind);
                check(now.isPresent() == there.isPresent() && (now.isEmpty() || now.get().compareTo(there.get()) == 0),
                        kind + " is " + there + ", and in the journal " + now + ": " + trade);
            }
        });
    }

    private static Optional<BigDecimal> live(Trade trade, ProtectionKind kind) {
        return trade.risk().of(kind).moves().stream().filter(move -> move.source() == ProtectionSource.LIVE).reduce((one, two) -> two)
                .flatMap(ProtectionMove::price);
    }

    private void executionsAddUp() {
        for (var trade : journal.trades.values()) {
            var grown = SimulatedJournal.moved(trade, true);
            var shrunk = SimulatedJournal.moved(trade, false);
            if (trade.isOpen()) {
                equal("executions", grown.subtract(shrunk), trade.terms().quantity(), trade);
            } else {
                equal("entries", grown, trade.terms().quantity(), trade);
                equal("exits", shrunk, trade.terms().quantity(), trade);
            }
        }
    }

    /** What the user was told is kept is kept. */
    private void plansAreKept() {
        for (var plan : world.planned) {
            var trade = journal.trades.get(plan.trade());
            check(trade.risk().of(plan.kind()).moves().stream().anyMatch(move -> move.source() == ProtectionSource.PLANNED
                    && move.price().filter(price -> price.compareTo(plan.price()) == 0).isPresent()), "lost " + plan + " of " + trade);
        }
    }

    private void reconciliationSaysEqual() {
        var books = Exchange.SCOPES.stream().collect(Collectors.toMap(scope -> scope,
                scope -> new VenueBooks(world.listed(scope), exchange.rows(scope))));
        var comparison = BooksComparison.of(Exchange.ACCOUNT, World.START.minusSeconds(3600), world.time.now(), journal.trades.values(),
                books);
        check(comparison.equal(), "reconciliation finds " + comparison.differences());
    }

    /** Folded again from each opening on, up to what was committed, the recorded inputs give the journal's own trades. */
    private void recordingTellsTheSame() {
        var lifecycle = new PositionLifecycle();
        var told = new LinkedHashMap<TradeId, Trade>();
        var pending = new HashMap<TradeId, Trade>();
        Book book = null;
        int commit = 0;
        for (int i = 0; i < journal.inputs.size(); i++) {
            switch (journal.inputs.get(i)) {
                case LaneInput.Opened opened -> {
                    check(book == null || opened.revision() == commit, "opened at revision " + opened.revision() + " after " + commit);
                    book = opened.book();
                    pending.clear();
                }
                case LaneInput.Heard heard -> {
                    for (var seen : heard.seen()) {
                        var step = lifecycle.apply(book, seen);
                        book = step.after();
                        step.trades().forEach(trade -> pending.put(trade.id(), trade));
                    }
                }
            }
            while (commit < journal.commits.size() && journal.commits.get(commit).inputs() == i + 1) {
                told.putAll(pending);
                pending.clear();
                commit++;
            }
        }
        check(told.keySet().equals(journal.trades.keySet()), "the recording tells of other trades: " + told.keySet());
        for (var trade : journal.trades.values()) {
            check(trade.equals(told.get(trade.id())), "the recording tells " + told.get(trade.id()) + " where the journal has " + trade);
        }
    }

    private static void equal(String name, BigDecimal ours, BigDecimal theirs, Trade trade) {
        check(ours.compareTo(theirs) == 0,
                name + " is " + theirs.toPlainString() + ", and in the journal " + ours.toPlainString() + ": " + trade);
    }

    private static String key(Slot slot, Instant closedAt) {
        return slot + " " + closedAt;
    }
}
