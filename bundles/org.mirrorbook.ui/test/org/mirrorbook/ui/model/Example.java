package org.mirrorbook.ui.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
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
import org.mirrorbook.domain.risk.Protection;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.mirror.LivePosition;

/** A trade of the account Main, put together step by step; decimals are given as text. */
public record Example(AccountId account, Environment environment, String symbol, Side side, String coin, String unrealised, String realised,
        Instant openedAt) {

    public static final Instant NOW = Instant.parse("2026-11-12T14:06:21Z");
    public static final AccountId MAIN = new AccountId("main");

    /** A long position in BTC of the account Main, opened three hours and twelve minutes ago. */
    public static Example position() {
        return new Example(MAIN, Environment.LIVE, "BTCUSDT", Side.LONG, "USDT", "265.2199", "0", NOW.minus(Duration.ofMinutes(192)));
    }

    public Example of(String symbol) {
        return new Example(account, environment, symbol, side, coin, unrealised, realised, openedAt);
    }

    public Example in(Environment environment) {
        return new Example(account, environment, symbol, side, coin, unrealised, realised, openedAt);
    }

    public Example in(String coin) {
        return new Example(account, environment, symbol, side, coin, unrealised, realised, openedAt);
    }

    public Example unrealised(String amount) {
        return new Example(account, environment, symbol, side, coin, amount, realised, openedAt);
    }

    public Example realised(String amount) {
        return new Example(account, environment, symbol, side, coin, unrealised, amount, openedAt);
    }

    public Trade open() {
        var slot = new Slot(new Scope(account, "bitget", environment, new Product("USDT-FUTURES", false)), symbol, side,
                MarginMode.CROSSED, coin);
        return new Trade(TradeId.of(slot, openedAt), Fingerprint.ofLive("bitget", Optional.of("1"), symbol, openedAt),
                TradeSource.LIVE_MIRROR,
                slot, Optional.of("1"), openedAt, TradeStatus.OPEN, Certainty.LIVE,
                new Terms(decimal("103186.44"), decimal("103186.44"), decimal("0.2"), Optional.of(decimal("20")),
                        Optional.of(decimal("1031.86"))),
                new Result(decimal(realised), Optional.of(decimal(unrealised)), decimal("-12.38"), decimal("1.58"), Optional.empty(),
                        Optional.empty(), Optional.empty(), List.of()),
                Optional.empty(), false, List.of());
    }

    /** The same, closed an hour ago with this gross profit, and neither fees nor funding. */
    public Trade closed(String gross, Certainty certainty, Exit.Basis basis) {
        var open = open();
        var result = new Result(decimal(gross), Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), Optional.empty(),
                Optional.empty(), List.of());
        return open.closed(new Exit(Optional.of(decimal("104512.5")), basis, NOW.minus(Duration.ofHours(1))), certainty, open.terms(),
                result,
                false);
    }

    public LivePosition live(Duration ageOfMark) {
        return new LivePosition("Main", open(), Optional.of(decimal("104512.5")), Optional.of(NOW.minus(ageOfMark)), LinkState.LIVE);
    }

    public LivePosition linked(LinkState state) {
        return new LivePosition("Main", open(), Optional.of(decimal("104512.5")), Optional.of(NOW.minusSeconds(300)), state);
    }

    /** Live, with this stop at the exchange, liquidated at that price. */
    public LivePosition guarded(String stop, String liquidation) {
        var moves = List.of(new ProtectionMove(openedAt, ProtectionSource.LIVE, Optional.of(decimal(stop))));
        var risk = new Risk(new Protection(moves), Protection.none(), Optional.empty());
        return new LivePosition("Main", open().with(risk), Optional.of(decimal("104512.5")), Optional.of(NOW),
                Optional.of(decimal(liquidation)), LinkState.LIVE);
    }

    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    public static String text(List<Cell> cells) {
        return String.join(" ", cells.stream().map(Cell::text).toList());
    }
}
