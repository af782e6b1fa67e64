package org.mirrorbook.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;

@DisplayName("Performance")
class PerformanceTest {

    /** Risked 2 × (100 - 90) = 20. */
    private static Trade stopped(String net) {
        var trade = Example.linear(Side.LONG, "2", "100", net);
        return trade.with(trade.risk().with(ProtectionKind.STOP_LOSS,
                new ProtectionMove(Example.NOON, ProtectionSource.PLANNED, Optional.of(new BigDecimal("90")))));
    }

    /** Risked 10 by the account's unit. */
    private static Trade estimated(String net) {
        var trade = Example.linear(Side.LONG, "2", "100", net);
        return trade.with(trade.risk().withOneR(new Money(BigDecimal.TEN, "USDT")));
    }

    private static Performance of(Trade... trades) {
        var performance = Performance.none();
        for (var trade : trades) {
            performance = performance.with(trade);
        }
        return performance;
    }

    @Test
    @DisplayName("averages R over the trades that have one, with and without estimated stops")
    void averages() {
        var performance = of(stopped("40"), stopped("-20"), estimated("-10"), Example.linear(Side.LONG, "2", "100", "1000"));

        // (2 - 1) / 2
        assertThat(performance.averageRWithoutEstimates().orElseThrow()).isEqualByComparingTo("0.5");
        // (2 - 1 - 1) / 3
        assertThat(performance.averageR().orElseThrow()).isEqualByComparingTo("0");
        assertThat(of(Example.linear(Side.LONG, "2", "100", "5")).averageR()).isEmpty();
    }

    @Test
    @DisplayName("has the win rate with and without break-evens")
    void winRates() {
        var performance = of(stopped("40"), stopped("-20"), stopped("1").with(TradeStatus.BE));

        // 1 / 3 and 1 / 2
        assertThat(performance.winRate().orElseThrow()).isEqualByComparingTo("0.333333");
        assertThat(performance.winRateWithoutBreakEvens().orElseThrow()).isEqualByComparingTo("0.5");
    }

    @Test
    @DisplayName("is as before once a trade is taken out again, and cannot lose what it never had")
    void takenOut() {
        var before = of(stopped("40"), estimated("-10"));

        assertThat(before.with(stopped("7")).without(stopped("7"))).isEqualTo(before);
        assertThat(before.without(estimated("-10")).without(stopped("40"))).isEqualTo(Performance.none());
        assertThatThrownBy(() -> Performance.none().without(stopped("7"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("leaves open and withdrawn trades out, and keeps purses apart")
    void leavesOut() {
        assertThat(of(Example.open("1", "2", "100"), stopped("40").with(Standing.WITHDRAWN))).isEqualTo(Performance.none());

        var purses = Performance.byPurse(List.of(stopped("40"), Example.inverse(Side.LONG, "1", "100", "0.1")));
        assertThat(purses.keySet()).containsExactly(new Purse(Environment.LIVE, "BTC"), new Purse(Environment.LIVE, "USDT"));
    }
}
