package org.mirrorbook.journal.jpa;

import static java.util.Optional.empty;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Fingerprint;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeOpened;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.RecordedChange;

/** A life that opened with one fill, as a book's only one. */
record OneLife(PositionRow row, Trade trade) {

    static OneLife at(AccountId account, Instant at) {
        return at(account, "BTCUSDT", at);
    }

    static OneLife at(AccountId account, String instrument, Instant at) {
        var slot = new Slot(new Scope(account, "bitget", Environment.PRACTICE, new Product("USDT-FUTURES", false)), instrument, Side.LONG,
                MarginMode.CROSSED, "USDT");
        var size = new BigDecimal("0.5");
        var price = new BigDecimal("68000.1");
        var id = Optional.of("p" + at.toEpochMilli());
        var fill = new Execution(ExecutionKind.OPEN, size, Optional.of(price), empty(), List.of(), at, false,
                Optional.of("f" + at.toEpochMilli()));
        var trade = new Trade(TradeId.of(slot, at), Fingerprint.ofLive("bitget", id, instrument, at), TradeSource.LIVE_MIRROR, slot, id, at,
                TradeStatus.OPEN, Certainty.LIVE, new Terms(price, price, size, empty(), empty()),
                new Result(BigDecimal.ZERO, empty(), BigDecimal.ZERO, BigDecimal.ZERO, empty(), empty(), empty(), List.of()), empty(),
                false, List.of(fill));
        return new OneLife(new PositionRow(slot, LifeMark.ofLife(id.get(), at), size, price, RowFigures.none(), at), trade);
    }

    /** The same life, one fill later. */
    OneLife grown(Instant at) {
        var by = new BigDecimal("0.25");
        var fill = new Execution(ExecutionKind.ADD, by, Optional.of(row.entryPrice()), Optional.of(BigDecimal.ZERO),
                List.of(new Money(new BigDecimal("-0.0123"), "USDT")), at, false, Optional.of("f" + at.toEpochMilli()));
        var size = row.size().add(by);
        var executions = new ArrayList<>(trade.executions());
        executions.add(fill);
        var terms = new Terms(trade.terms().plannedEntry(), trade.terms().effectiveEntry(), size, empty(), empty());
        var result = trade.result().withUnrealised(Optional.of(size.multiply(new BigDecimal("1.37"))));
        return new OneLife(new PositionRow(row.slot(), row.life(), size, row.entryPrice(), row.figures(), at),
                trade.withExecutions(executions).with(terms).with(result));
    }

    Book bookAfter(Book before) {
        return Book.kept(before.account(), before.mirroredSince(), Map.of(row.slot(), life()), List.of(), before.claimed(),
                before.historyReadTo());
    }

    OpenLife life() {
        return new OpenLife(trade, row, true);
    }

    RecordedChange opened() {
        return new RecordedChange(1, trade.openedAt(),
                new TradeOpened(trade.id(), trade.openedAt(), trade.terms().quantity(), trade.terms().effectiveEntry(), false));
    }
}
