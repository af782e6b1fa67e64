package org.mirrorbook.tests.journal;

import static java.util.Optional.empty;
import static java.util.Optional.of;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
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
import org.mirrorbook.domain.lifecycle.JournalChange.TradeOpened;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.RecordedChange;

/** Lives and books to store; only their being stored is told here, so they are put together by hand and not by the lifecycle. */
final class Lives {

    static final AccountId ACCOUNT = new AccountId("a1");
    static final Instant BEGINNING = Instant.parse("2025-10-01T00:00:00.123456Z");
    static final Scope SCOPE = scope(ACCOUNT);

    private Lives() {
    }

    static Scope scope(AccountId account) {
        return new Scope(account, "bitget", Environment.PRACTICE, new Product("USDT-FUTURES", false));
    }

    static Slot slot(String instrument) {
        return slot(ACCOUNT, instrument);
    }

    static Slot slot(AccountId account, String instrument) {
        return new Slot(scope(account), instrument, Side.LONG, MarginMode.CROSSED, "USDT");
    }

    /** A life that opened with one fill of this size. */
    static OpenLife opened(Slot slot, Instant at, String size) {
        var life = LifeMark.ofLife("id-" + at.toEpochMilli(), at);
        var figures = new RowFigures(of(decimal("10")), of(decimal("12.5")), of(decimal("68001.4")), empty(), of(decimal("0.02")),
                of(BigDecimal.ZERO), of(decimal("-0.0412")), of(BigDecimal.ZERO));
        var row = new PositionRow(slot, life, decimal(size), decimal("68000.1"), figures, at);
        var terms = new Terms(decimal("68000.1"), decimal("68000.1"), decimal(size), of(decimal("10")), of(decimal("12.5")));
        var result = new Result(BigDecimal.ZERO, of(decimal("0.02")), decimal("-0.0412"), BigDecimal.ZERO, empty(), empty(), empty(),
                List.of(new Money(decimal("-0.00001"), "BGB")));
        var trade = new Trade(TradeId.of(slot, at), Fingerprint.ofLive("bitget", life.id(), slot.instrument(), at),
                TradeSource.LIVE_MIRROR, slot,
                life.id(), at, TradeStatus.OPEN, Certainty.LIVE, terms, result, empty(), false,
                List.of(fill(ExecutionKind.OPEN, size, at)));
        return new OpenLife(trade, row, true);
    }

    /** The same life with one fill more. */
    static OpenLife grown(OpenLife life, String by, Instant at) {
        var executions = new ArrayList<>(life.trade().executions());
        executions.add(fill(ExecutionKind.ADD, by, at));
        var size = life.row().size().add(decimal(by));
        var row = new PositionRow(life.row().slot(), life.row().life(), size, life.row().entryPrice(), life.row().figures(), at);
        var old = life.trade().terms();
        var terms = new Terms(old.plannedEntry(), old.effectiveEntry(), size, old.leverage(), old.margin());
        return new OpenLife(life.trade().withExecutions(executions).with(terms), row, life.proven());
    }

    /** The same life ended, without its closing record. */
    static ClosedLife closed(OpenLife life, Instant at) {
        var exit = new Exit(of(decimal("68010.2")), Exit.Basis.MARK, at);
        var result = life.trade().result().withUnrealised(empty());
        return new ClosedLife(life.trade().closed(exit, Certainty.PROVISIONAL, life.trade().terms(), result, false), life.row());
    }

    /** The same open life after its account became of another kind: found again in another slot, by a row without an id. */
    static OpenLife carriedOver(OpenLife life, Slot into) {
        var mark = new LifeMark(empty(), IdScope.NONE, of(BEGINNING), false);
        var row = new PositionRow(into, mark, life.row().size(), life.row().entryPrice(), life.row().figures(), life.row().updatedAt());
        return new OpenLife(life.trade().in(into), row, false);
    }

    static Execution fill(ExecutionKind kind, String quantity, Instant at) {
        return new Execution(kind, decimal(quantity), of(decimal("68000.1")), of(BigDecimal.ZERO),
                List.of(new Money(decimal("-0.0412"), "USDT"), new Money(decimal("-0.00001"), "BGB")), at, false,
                of("fill-" + at.toEpochMilli()), of("order-" + at.toEpochMilli()));
    }

    static Execution inferred(ExecutionKind kind, String quantity, Instant at) {
        return new Execution(kind, decimal(quantity), empty(), empty(), List.of(), at, true, empty());
    }

    static ClaimedRecord claimed(Trade trade, Instant closedAt) {
        var mark = new LifeMark(trade.positionId(), IdScope.LIFE, of(trade.openedAt()), true);
        return new ClaimedRecord(new RecordKey(trade.slot(), trade.positionId(), closedAt), mark, trade.id());
    }

    /** The batch that makes these lives the whole book. */
    static JournalBatch batch(long revision, Book before, OpenLife... lives) {
        var open = new HashMap<Slot, OpenLife>();
        var trades = new ArrayList<Trade>();
        for (var life : lives) {
            open.put(life.row().slot(), life);
            trades.add(life.trade());
        }
        var after = with(before, open, List.of(), before.claimed());
        return new JournalBatch(revision, after, trades.stream().map(Lives::openedChange).toList(), trades);
    }

    static Book with(Book before, Map<Slot, OpenLife> open, List<ClosedLife> awaiting, Map<RecordKey, ClaimedRecord> claimed) {
        return Book.kept(before.account(), before.mirroredSince(), open, awaiting, claimed, before.historyReadTo());
    }

    static RecordedChange openedChange(Trade trade) {
        return new RecordedChange(7, trade.openedAt().plusNanos(250_001_000),
                new TradeOpened(trade.id(), trade.openedAt(), trade.terms().quantity(), trade.terms().effectiveEntry(), trade.found()));
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    static Optional<BigDecimal> some(String text) {
        return of(decimal(text));
    }
}
