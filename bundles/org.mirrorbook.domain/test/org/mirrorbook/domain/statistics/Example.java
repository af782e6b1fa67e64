package org.mirrorbook.domain.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;

/** Trades to work figures out with. */
final class Example {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final AccountId ACCOUNT = new AccountId("a1");

    private Example() {
    }

    /** A closed trade in USDT without costs. */
    static Trade linear(Side side, String quantity, String entry, String net) {
        var scope = new Scope(ACCOUNT, "bitget", Environment.LIVE, new Product("USDT-FUTURES", false));
        return closed(new Slot(scope, "BTCUSDT", side, MarginMode.CROSSED, "USDT"), quantity, entry, net);
    }

    /** A closed trade in BTC without costs. */
    static Trade inverse(Side side, String quantity, String entry, String net) {
        var scope = new Scope(ACCOUNT, "bitget", Environment.LIVE, new Product("COIN-FUTURES", true));
        return closed(new Slot(scope, "BTCUSD", side, MarginMode.CROSSED, "BTC"), quantity, entry, net);
    }

    /** A long of which a part is closed already. */
    static Trade open(String size, String grown, String entry) {
        var closed = linear(Side.LONG, grown, entry, "0");
        var step = new Execution(ExecutionKind.OPEN, dec(grown), Optional.of(dec(entry)), Optional.empty(), List.of(), NOON, false,
                Optional.of("1"));
        return closed.withExecutions(List.of(step)).reopened(new Terms(dec(entry), dec(entry), dec(size), Optional.empty(),
                Optional.empty()), closed.result());
    }

    private static Trade closed(Slot slot, String quantity, String entry, String net) {
        var result = new Result(dec(net), Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), Optional.empty(),
                Optional.empty(), List.of());
        return new Trade(TradeId.of(slot, NOON), Fingerprint.ofLive("bitget", Optional.empty(), slot.instrument(), NOON),
                TradeSource.LIVE_MIRROR, slot, Optional.empty(), NOON, TradeStatus.ofNet(result.net()), Certainty.CONFIRMED,
                new Terms(dec(entry), dec(entry), dec(quantity), Optional.empty(), Optional.empty()), result,
                Optional.of(new Exit(Optional.empty(), Exit.Basis.RECORD, NOON)), false, List.of());
    }

    private static BigDecimal dec(String value) {
        return new BigDecimal(value);
    }
}
