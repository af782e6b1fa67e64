package org.mirrorbook.journal.jpa;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
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
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.RecordedChange;

/**
 * The trades of two accounts: "Main" has one that is confirmed to the eighteenth digit, one that awaits its record and one that is open;
 * "Coins" is removed and has an inverse one that is confirmed. Across the beginning of summer time.
 */
final class SmallHistory {

    static final AccountId MAIN = new AccountId("a1");
    static final AccountId COINS = new AccountId("a2");
    static final Instant BEGINNING = Instant.parse("2026-03-28T22:00:00Z");
    static final Scope USDT = scope(MAIN, "USDT-FUTURES", false);
    static final Scope COIN = scope(COINS, "COIN-FUTURES", true);
    static final PositionRow BTC = row(USDT, "BTCUSDT", Side.LONG, "USDT", "1001", 1, "0.5", "68000.1");
    static final PositionRow ETH = row(USDT, "ETHUSDT", Side.SHORT, "USDT", "1002", 12, "2", "3500");
    static final PositionRow SOL = row(USDT, "SOLUSDT", Side.LONG, "USDT", "1003", 24, "10", "180.25");
    static final PositionRow INVERSE = row(COIN, "BTCUSD", Side.SHORT, "BTC", "2001", 30, "1000", "68000");
    static final ClosingRecord BTC_CLOSED = closed(BTC, "1001", 1, 9, "0.5");

    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private final Journal journal;
    private long message;

    SmallHistory(Journal journal) {
        this.journal = journal;
    }

    void write() {
        account("a1", "Main", true, false);
        account("a2", "Coins", false, true);
        see(snapshot(USDT, 1, BTC));
        see(fill("f1", true, "0.5", "68000.1", "0", new Money(new BigDecimal("-0.0123"), "BGB"), 1));
        see(snapshot(USDT, 9));
        see(fill("f2", false, "0.5", "68500.5", "250.2", new Money(new BigDecimal("-30.825225"), "USDT"), 9));
        see(new ClosingRecordSeen(BTC_CLOSED, minute(9)));
        see(snapshot(USDT, 12, ETH));
        see(snapshot(USDT, 20));
        see(snapshot(USDT, 24, SOL));
        see(new HistoryRead(USDT, minute(24), minute(25)));
        see(snapshot(COIN, 30, INVERSE));
        see(snapshot(COIN, 300));
        see(new ClosingRecordSeen(closed(INVERSE, "2001", 30, 300, "1000"), minute(300)));
    }

    void account(String id, String label, boolean mirror, boolean removed) {
        journal.accounts().put(new Account(new AccountId(id), label, "bitget", Environment.DEMO, Optional.empty(), "classic", "mark-" + id,
                mirror, removed, BEGINNING));
    }

    /** Folds and commits as a lane does; the number of changes. */
    int see(Observation seen) {
        var account = switch (seen) {
            case SnapshotSeen snapshot -> snapshot.scope().account();
            case ClosingRecordSeen record -> record.record().slot().scope().account();
            default -> MAIN;
        };
        var stored = journal.store().load(account, BEGINNING);
        var step = lifecycle.apply(stored.book(), seen);
        long number = ++message;
        journal.store().commit(new JournalBatch(stored.revision(), step.after(),
                step.changes().stream().map(change -> new RecordedChange(number, seen.receivedAt(), change)).toList(), step.trades()));
        return step.changes().size();
    }

    static ClosingRecord closed(PositionRow row, String id, int opened, int closed, String size) {
        return new ClosingRecord(row.slot(), LifeMark.ofLife(id, minute(opened)), minute(closed), row.entryPrice(),
                new BigDecimal("68500.5"), new BigDecimal(size), new BigDecimal(size), new BigDecimal("250.2"), new BigDecimal("-20.40003"),
                new BigDecimal("-30.825225"), new BigDecimal("-1.234567890123456789"),
                Optional.of(new BigDecimal("197.740177109876543211")));
    }

    static PositionRow row(Scope scope, String instrument, Side side, String coin, String id, int minute, String size, String price) {
        var figures = new RowFigures(Optional.of(new BigDecimal("10")), Optional.of(new BigDecimal("3400.005")),
                Optional.of(new BigDecimal(price)), Optional.empty(), Optional.of(new BigDecimal("0.123456789")),
                Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.ZERO));
        return new PositionRow(new Slot(scope, instrument, side, MarginMode.CROSSED, coin), LifeMark.ofLife(id, minute(minute)),
                new BigDecimal(size), new BigDecimal(price), figures, minute(minute));
    }

    static SnapshotSeen snapshot(Scope scope, int minute, PositionRow... rows) {
        return new SnapshotSeen(scope, 1, minute(minute), minute(minute), List.of(rows));
    }

    private static FillSeen fill(String id, boolean buys, String quantity, String price, String pnl, Money fee, int minute) {
        return new FillSeen(new Fill(USDT, "BTCUSDT", id, "o-" + id, buys, Optional.of(buys ? Fill.Effect.OPEN : Fill.Effect.CLOSE),
                new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(pnl), List.of(fee), minute(minute)), minute(minute));
    }

    private static Scope scope(AccountId account, String product, boolean inverse) {
        return new Scope(account, "bitget", Environment.DEMO, new Product(product, inverse));
    }

    static Instant minute(int number) {
        return BEGINNING.plus(Duration.ofMinutes(number)).plusNanos(123_456_000);
    }
}
