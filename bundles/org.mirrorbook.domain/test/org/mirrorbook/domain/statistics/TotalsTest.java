package org.mirrorbook.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

/** Sums over trades, purse by purse. */
@DisplayName("Totals")
class TotalsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    @DisplayName("count wins, losses and break-evens, and sum what is left after costs")
    void counts() {
        var totals = Totals.byPurse(List.of(closed(Environment.LIVE, "USDT", "10", "-1"), closed(Environment.LIVE, "USDT", "0.5", "-1"),
                closed(Environment.LIVE, "USDT", "1", "-1"), closed(Environment.LIVE, "USDT", "4", "-1")));

        var live = totals.get(new Purse(Environment.LIVE, "USDT"));
        assertThat(live.closed()).isEqualTo(4);
        assertThat(live.wins()).isEqualTo(2);
        assertThat(live.losses()).isEqualTo(1);
        assertThat(live.breakEvens()).isEqualTo(1);
        // 9 - 0.5 + 0 + 3 = 11.5
        assertThat(live.net()).isEqualByComparingTo("11.5");
        // 2 / 4, and 2 / 3 without the break-even
        assertThat(live.winRate().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(live.winRateWithoutBreakEvens().orElseThrow()).isEqualByComparingTo("0.666667");
    }

    @Test
    @DisplayName("keep currencies apart, and demo and practice money away from real money")
    void purses() {
        var totals = Totals.byPurse(List.of(closed(Environment.PRACTICE, "USDT", "100", "0"), closed(Environment.DEMO, "USDT", "50", "0"),
                closed(Environment.LIVE, "USDT", "1", "0"), closed(Environment.LIVE, "BTC", "0.01", "0")));

        assertThat(totals).hasSize(4);
        assertThat(totals.keySet()).containsExactly(new Purse(Environment.LIVE, "BTC"), new Purse(Environment.LIVE, "USDT"),
                new Purse(Environment.DEMO, "USDT"), new Purse(Environment.PRACTICE, "USDT"));
        assertThat(totals.get(new Purse(Environment.LIVE, "USDT")).net()).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("do not count open trades, and have no win rate without a closed one")
    void openTrades() {
        assertThat(Totals.byPurse(List.of(open()))).isEmpty();
        assertThat(Totals.none().with(open())).isEqualTo(Totals.none());
        assertThat(Totals.none().winRate()).isEmpty();
        assertThat(Totals.none().winRateWithoutBreakEvens()).isEmpty();
    }

    @Test
    @DisplayName("follow a trade whose result changes: out as it was, in as it is")
    void follow() {
        var provisional = closed(Environment.LIVE, "USDT", "5", "-1");
        var confirmed = closed(Environment.LIVE, "USDT", "0.5", "-1");

        var totals = Totals.none().with(provisional).without(provisional).with(confirmed);

        assertThat(totals).isEqualTo(new Totals(0, 1, 0, new BigDecimal("-0.5")));
        assertThatThrownBy(() -> Totals.none().without(confirmed)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Trade open() {
        var scope = new Scope(new AccountId("a1"), "bitget", Environment.LIVE, new Product("USDT-FUTURES", false));
        return trade(new Slot(scope, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT"), result("0", "0"));
    }

    private static Trade closed(Environment environment, String currency, String gross, String fees) {
        var scope = new Scope(new AccountId("a1"), "bitget", environment, new Product("USDT-FUTURES", false));
        var trade = trade(new Slot(scope, "BTCUSDT", Side.LONG, MarginMode.CROSSED, currency), result(gross, fees));
        return trade.closed(new Exit(Optional.empty(), Exit.Basis.RECORD, NOON), Certainty.CONFIRMED, trade.terms(), trade.result(), false);
    }

    private static Result result(String gross, String fees) {
        return new Result(new BigDecimal(gross), Optional.empty(), new BigDecimal(fees), BigDecimal.ZERO, Optional.empty(),
                Optional.empty(),
                Optional.empty(), List.of());
    }

    private static Trade trade(Slot slot, Result result) {
        var terms = new Terms(BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ONE, Optional.empty(), Optional.empty());
        return new Trade(TradeId.of(slot, NOON), Fingerprint.ofLive("bitget", Optional.empty(), "BTCUSDT", NOON), TradeSource.LIVE_MIRROR,
                slot,
                Optional.empty(), NOON, TradeStatus.OPEN, Certainty.LIVE, terms, result, Optional.empty(), false, List.of());
    }
}
