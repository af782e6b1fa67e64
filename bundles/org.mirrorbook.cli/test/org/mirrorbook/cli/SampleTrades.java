package org.mirrorbook.cli;

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
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;

/** Trades with figures small enough to be checked by hand. */
final class SampleTrades {

    static final AccountId ACCOUNT = new AccountId("a-1");
    static final Instant OPENED = Instant.parse("2026-03-01T10:00:00.120Z");

    private SampleTrades() {
    }

    /**
     * A long of 0.30 at 100, of which 0.10 was sold at 110: realised 0.10 * (110 - 100) = 1. The open 0.20 is valued at 105:
     * 0.20 * (105 - 100) = 1. Fees 0.06 % of 30 and of 11: 0.018 + 0.0066 = 0.0246.
     */
    static Trade open() {
        var slot = slot("BTCUSDT", Side.LONG);
        return new Trade(TradeId.of(slot, OPENED), Fingerprint.ofLive("bitget", Optional.of("77"), "BTCUSDT", OPENED),
                TradeSource.LIVE_MIRROR, slot,
                Optional.of("77"), OPENED, TradeStatus.OPEN, Certainty.LIVE,
                new Terms(number("100.00"), number("100"), number("0.20"), Optional.of(number("10")), Optional.of(number("2.000"))),
                new Result(number("1"), Optional.of(number("1.0")), number("-0.0246"), number("0"), Optional.empty(), Optional.empty(),
                Optional.empty(),
                        List.of(new Money(number("-0.0000100"), "BGB"))),
                Optional.empty(), false,
                List.of(new Execution(ExecutionKind.OPEN, number("0.30"), Optional.of(number("100")), Optional.empty(),
                        List.of(new Money(number("-0.018"), "USDT")), OPENED, false, Optional.of("f1")),
                        new Execution(ExecutionKind.REDUCE, number("0.10"), Optional.of(number("110")), Optional.of(number("1")),
                                List.of(new Money(number("-0.0060"), "USDT"), new Money(number("-0.0006"), "USDT"),
                                new Money(number("-0.00001"), "BGB")),
                                OPENED.plusSeconds(60), false, Optional.of("f2"))));
    }

    /** A short of 1E+3 at 0.5, closed at 0.50005: gross -1000 * 0.00005 = -0.05, fees -0.6, funding +0.01, net -0.64. */
    static Trade lost() {
        var slot = slot("DOGEUSDT", Side.SHORT);
        var opened = OPENED.plusSeconds(3600).plusNanos(999_999);
        return new Trade(TradeId.of(slot, opened), Fingerprint.ofLive("bitget", Optional.empty(), "DOGEUSDT", opened),
                TradeSource.LIVE_MIRROR, slot,
                Optional.empty(), opened, TradeStatus.LOSS, Certainty.CONFIRMED,
                new Terms(number("0.5"), number("0.5"), number("1E+3"), Optional.empty(), Optional.empty()),
                new Result(number("-0.05"), Optional.empty(), number("-0.6"), number("0.01"), Optional.of(number("-0.3")),
                Optional.of(number("-0.3")),
                        Optional.empty(), List.of()),
                Optional.of(new Exit(Optional.of(number("0.50005")), Exit.Basis.RECORD, opened.plusSeconds(5))
                        .because(CloseReason.LIQUIDATION)), false,
                List.of(new Execution(ExecutionKind.CLOSE, number("1000"), Optional.empty(), Optional.empty(), List.of(),
                opened.plusSeconds(5), true,
                        Optional.empty())));
    }

    private static Slot slot(String symbol, Side side) {
        return new Slot(new Scope(ACCOUNT, "bitget", Environment.PRACTICE, new Product("USDT-FUTURES", false)), symbol, side,
                MarginMode.CROSSED, "USDT");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
