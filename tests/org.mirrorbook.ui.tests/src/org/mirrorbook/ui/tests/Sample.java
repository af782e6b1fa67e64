package org.mirrorbook.ui.tests;

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
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.LivePosition;

/** Trades for the stage, from figures as text. */
record Sample(Account account, String symbol, Side side, String size, String entry, String leverage, String margin, Instant openedAt) {

    static final Instant NOW = Instant.parse("2026-11-12T13:06:21Z");

    static Sample of(Account account, String symbol, Side side, String size, String entry, String leverage, String margin, int minutes) {
        return new Sample(account, symbol, side, size, entry, leverage, margin, NOW.minus(Duration.ofMinutes(minutes)));
    }

    Trade open(String unrealised, String realised) {
        var slot = new Slot(new Scope(account.id(), account.venue(), account.environment(), new Product("USDT-FUTURES", false)), symbol,
                side,
                MarginMode.CROSSED, "USDT");
        return new Trade(TradeId.of(slot, openedAt), Fingerprint.ofLive("bitget", Optional.of(symbol), symbol, openedAt),
                TradeSource.LIVE_MIRROR,
                slot, Optional.of(symbol), openedAt, TradeStatus.OPEN, Certainty.LIVE,
                new Terms(number(entry), number(entry), number(size), Optional.of(number(leverage)), Optional.of(number(margin))),
                new Result(number(realised), Optional.of(number(unrealised)), number("-4.92"), number("1.58"), Optional.empty(),
                        Optional.empty(),
                        Optional.empty(), List.of()),
                Optional.empty(), false, List.of());
    }

    Trade closed(String gross, String fees, String exit, Certainty certainty, Exit.Basis basis, int heldMinutes) {
        var open = open("0", "0");
        return open.closed(new Exit(Optional.of(number(exit)), basis, openedAt.plus(Duration.ofMinutes(heldMinutes))), certainty,
                open.terms(),
                new Result(number(gross), Optional.empty(), number(fees), BigDecimal.ZERO, Optional.empty(), Optional.empty(),
                        Optional.empty(),
                        List.of()), false);
    }

    LivePosition live(String mark, String unrealised, String realised, LinkState link, int ageOfMarkSeconds) {
        return new LivePosition(account.label(), open(unrealised, realised), Optional.of(number(mark)),
                Optional.of(NOW.minusSeconds(ageOfMarkSeconds)), link);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
