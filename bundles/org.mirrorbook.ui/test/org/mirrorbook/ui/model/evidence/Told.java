package org.mirrorbook.ui.model.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.JournalChange;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.journal.TradeEvent;

/**
 * A short life of 0.01 BTCUSDT as a lane hears, records and folds it. Its opening order is the one of the frame orders-1.json. Times are
 * seconds after {@link #OPENED}.
 */
final class Told {

    static final Instant OPENED = Instant.parse("2023-09-26T08:59:41.146Z");
    static final AccountId MAIN = new AccountId("main");
    static final Scope SCOPE = new Scope(MAIN, "bitget", Environment.LIVE, new Product("USDT-FUTURES", false));
    static final Slot SLOT = new Slot(SCOPE, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT");
    static final Slot OTHER = new Slot(SCOPE, "ETHUSDT", Side.SHORT, MarginMode.CROSSED, "USDT");
    private static final LifeMark LIFE = LifeMark.ofLife("77", OPENED);

    final List<Recorded> recording = new ArrayList<>();
    final List<TradeEvent> events = new ArrayList<>();
    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private Book book = Book.empty(MAIN, OPENED.minusSeconds(600));
    private Optional<Trade> trade = Optional.empty();
    private long revision;

    /** From its order to its closing record, with a message of another position in between. */
    static Told life() {
        var told = new Told();
        told.opened();
        told.heard("orders", Frames.read("orders-1.json"), 0);
        told.heard("fill", "", 0, told.fill("1111111111", "1", true, "0.01", "27000.5", "0", "-0.162003", 0));
        told.heard("positions", "", 1, told.snapshot(1, row(SLOT, "0.01", "27000.5", "-0.162003", "27010", 1)));
        told.heard("positions", "", 2, told.snapshot(2, row(SLOT, "0.01", "27000.5", "-0.162003", "27020", 2)));
        told.heard("positions", "", 3, told.snapshot(3, row(SLOT, "0.01", "27000.5", "-0.162003", "27030", 3),
                row(OTHER, "0.1", "1900", "0", "1900", 3)));
        told.heard("fill", "", 4, told.fill("1111111112", "2", false, "0.01", "27100.5", "1", "-0.162603", 4));
        told.heard("positions", "", 4, told.snapshot(4, row(OTHER, "0.1", "1900", "0", "1900", 3)));
        told.heard("positions-history", "", 5, new ClosingRecordSeen(new ClosingRecord(SLOT, LIFE, OPENED.plusSeconds(4), decimal("27000.5"),
                decimal("27100.5"), decimal("0.01"), decimal("0.01"), decimal("1"), decimal("-0.162003"), decimal("-0.162603"),
                BigDecimal.ZERO, Optional.empty()), at(5)));
        return told;
    }

    static Instant at(long second) {
        return OPENED.plusSeconds(second).plusMillis(60);
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    /** The lane begins on the book as it is. */
    void opened() {
        record(new LaneInput.Opened("Main", book.kept(), revision, at(recording.size())));
    }

    void heard(String channel, String text, long second, Observation... seen) {
        long number = record(new LaneInput.Heard(channel, text, List.of(seen), at(second)));
        var changes = new ArrayList<JournalChange>();
        for (var one : seen) {
            var step = lifecycle.apply(book, one);
            book = step.after();
            changes.addAll(step.changes());
            step.trades().stream().filter(changed -> changed.slot().equals(SLOT)).forEach(changed -> trade = Optional.of(changed));
        }
        revision += changes.isEmpty() ? 0 : 1;
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            if (trade.filter(known -> known.id().equals(change.trade())).isPresent()) {
                events.add(new TradeEvent(change.trade(), revision, i, change.getClass().getSimpleName(), change.at(), at(second), "{}",
                        number));
            }
        }
    }

    /** The trade as the journal has it. */
    Trade trade() {
        return trade.orElseThrow();
    }

    TradeId id() {
        return trade().id();
    }

    EvidenceFold folded() {
        var fold = new EvidenceFold(trade(), events);
        recording.forEach(fold::take);
        return fold;
    }

    Evidence evidence() {
        return folded().evidence(1, "0000000000000000001.mbr", 1, at(100));
    }

    private long record(LaneInput input) {
        recording.add(new Recorded(MAIN, recording.size() + 1L, input));
        return recording.size();
    }

    FillSeen fill(String id, String order, boolean buys, String quantity, String price, String pnl, String fee, long second) {
        return new FillSeen(new Fill(SCOPE, "BTCUSDT", id, order, buys, Optional.empty(), decimal(quantity), decimal(price), decimal(pnl),
                List.of(new Money(decimal(fee), "USDT")), OPENED.plusSeconds(second)), at(second));
    }

    SnapshotSeen snapshot(long second, PositionRow... rows) {
        return new SnapshotSeen(SCOPE, 1, OPENED.plusSeconds(second), at(second), List.of(rows));
    }

    static PositionRow row(Slot slot, String size, String entry, String fees, String mark, long second) {
        var life = slot.equals(SLOT) ? LIFE : LifeMark.ofLife("78", OPENED);
        return new PositionRow(slot, life, decimal(size), decimal(entry), new RowFigures(Optional.of(decimal("20")), Optional.empty(),
                Optional.of(decimal(mark)), Optional.empty(), Optional.empty(), Optional.of(BigDecimal.ZERO), Optional.of(decimal(fees)),
                Optional.of(BigDecimal.ZERO)), OPENED.plusSeconds(second));
    }
}
