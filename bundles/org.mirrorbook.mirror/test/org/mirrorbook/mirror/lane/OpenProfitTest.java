package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.row;
import static org.mirrorbook.mirror.lane.Stage.slot;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.statistics.OpenProfit;

class OpenProfitTest {

    @Test
    void aLinearLongEarnsSizeTimesTheRise() {
        // 0.5 × (60200 − 60000) = 100
        assertThat(profit(slot(Stage.USDT, "BTCUSDT", Side.LONG), "0.5", "60000", "60200")).isEqualByComparingTo("100");
    }

    @Test
    void aLinearShortLosesByTheSameRise() {
        assertThat(profit(slot(Stage.USDT, "BTCUSDT", Side.SHORT), "0.5", "60000", "60200")).isEqualByComparingTo("-100");
    }

    @Test
    void anInverseLongIsPaidInTheCoinAtTheMark() {
        // worth 2 × 40000 = 80000 USD for good; 80000/40000 − 80000/50000 = 2 − 1.6 = 0.4 BTC
        assertThat(profit(slot(Stage.COIN, "BTCUSD", Side.LONG), "2", "40000", "50000")).isEqualByComparingTo("0.4");
    }

    @Test
    void anInverseShortEarnsMoreCoinsTheDeeperThePriceFalls() {
        // 80000/20000 − 80000/40000 = 4 − 2 = 2 BTC
        assertThat(profit(slot(Stage.COIN, "BTCUSD", Side.SHORT), "2", "40000", "20000")).isEqualByComparingTo("2");
    }

    @Test
    void aQuotientWithoutAnEndIsRoundedToEighteenDigits() {
        // 1 × (60003 − 60000) / 60003 = 3/60003 = 0.0000499975001249937503…
        assertThat(profit(slot(Stage.COIN, "BTCUSD", Side.LONG), "1", "60000", "60003")).isEqualByComparingTo("0.000049997500124994");
    }

    private static BigDecimal profit(Slot slot, String size, String entry, String mark) {
        return OpenProfit.of(trade(slot, size, entry), new BigDecimal(mark));
    }

    private static Trade trade(Slot slot, String size, String entry) {
        var snapshot = new SnapshotSeen(slot.scope(), 1, NOON, NOON, List.of(row(slot, size, entry, Optional.empty())));
        return new PlainLifecycle().apply(Book.empty(Stage.ACCOUNT, NOON), snapshot).trades().get(0);
    }
}
