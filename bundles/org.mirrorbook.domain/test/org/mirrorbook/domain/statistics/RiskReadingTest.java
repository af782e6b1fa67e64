package org.mirrorbook.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.risk.ProtectionKind.STOP_LOSS;
import static org.mirrorbook.domain.risk.ProtectionKind.TAKE_PROFIT;
import static org.mirrorbook.domain.risk.ProtectionSource.ESTIMATED;
import static org.mirrorbook.domain.risk.ProtectionSource.LIVE;
import static org.mirrorbook.domain.risk.ProtectionSource.PLANNED;

import java.math.BigDecimal;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;

@DisplayName("The risk of a trade")
class RiskReadingTest {

    private static Trade with(Trade trade, ProtectionKind kind, ProtectionSource source, String price) {
        return trade.with(trade.risk().with(kind, new ProtectionMove(Example.NOON, source,
                price.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(price)))));
    }

    private static Trade sized(Trade trade, String oneR) {
        return trade.with(trade.risk().withOneR(new Money(new BigDecimal(oneR), trade.slot().marginCoin())));
    }

    private static Optional<BigDecimal> exact(String value) {
        return Optional.of(Exact.of(new BigDecimal(value)));
    }

    private static Optional<Money> risk(Trade trade) {
        return RiskReading.of(trade).riskAmount();
    }

    @Test
    @DisplayName("is not known without a stop and without 1R")
    void unknown() {
        var reading = RiskReading.of(Example.linear(Side.LONG, "2", "100", "30"));

        assertThat(reading).isEqualTo(new RiskReading(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(reading.isEstimated()).isFalse();
    }

    @Test
    @DisplayName("rests on the newest planned stop before the first live one, and R is the net by it")
    void planned() {
        var trade = with(with(with(Example.linear(Side.LONG, "2", "100", "30"), STOP_LOSS, PLANNED, "95"), STOP_LOSS, LIVE, "94"),
                STOP_LOSS, PLANNED, "93");

        var reading = RiskReading.of(trade);

        var stop = reading.stopLoss().orElseThrow();
        assertThat(stop.source()).isEqualTo(PLANNED);
        assertThat(stop.price()).isEqualTo(exact("93"));
        assertThat(stop.first()).isEqualTo(exact("95"));
        assertThat(stop.moves()).hasSize(3);
        // 2 × (100 - 93) = 14; 30 / 14 = 2.142857…
        assertThat(reading.riskAmount()).contains(new Money(new BigDecimal("14"), "USDT"));
        assertThat(reading.rMultiple()).isEqualTo(exact("2.1429"));
    }

    @Test
    @DisplayName("rests on the first live stop, wherever it was moved later, also when the plan was taken away")
    void live() {
        var trade = with(with(with(with(with(Example.linear(Side.SHORT, "2", "100", "-5"), STOP_LOSS, PLANNED, "120"), STOP_LOSS, PLANNED,
                "-"), STOP_LOSS, LIVE, "104"), STOP_LOSS, LIVE, "99"), STOP_LOSS, LIVE, "-");

        var reading = RiskReading.of(trade);

        var stop = reading.stopLoss().orElseThrow();
        assertThat(stop.source()).isEqualTo(LIVE);
        assertThat(stop.first()).isEqualTo(exact("104"));
        assertThat(stop.price()).isEqualTo(exact("99"));
        // 2 × (104 - 100) = 8; -5 / 8 = -0.625
        assertThat(reading.riskAmount()).contains(new Money(new BigDecimal("8"), "USDT"));
        assertThat(reading.rMultiple()).isEqualTo(exact("-0.625"));
    }

    @Test
    @DisplayName("is 1R where no stop is known, and the stop is where the loss is 1R")
    void estimated() {
        var reading = RiskReading.of(sized(Example.linear(Side.LONG, "3", "100", "25"), "50"));

        assertThat(reading.isEstimated()).isTrue();
        // 100 - 50 / 3
        assertThat(reading.stopLoss().orElseThrow().price()).isEqualTo(exact("83.333333333333333333"));
        assertThat(reading.stopLoss().orElseThrow().source()).isEqualTo(ESTIMATED);
        assertThat(reading.riskAmount()).contains(new Money(new BigDecimal("50"), "USDT"));
        assertThat(reading.rMultiple()).isEqualTo(exact("0.5"));
        // 100 + 50 / 4
        assertThat(RiskReading.of(sized(Example.linear(Side.SHORT, "4", "100", "25"), "50")).stopLoss().orElseThrow().price())
                .isEqualTo(exact("112.5"));
    }

    @Test
    @DisplayName("is not estimated where 1R is more than the position can lose")
    void noEstimate() {
        // 100 - 200 / 2 = 0
        assertThat(RiskReading.of(sized(Example.linear(Side.LONG, "2", "100", "25"), "200")).stopLoss()).isEmpty();
        assertThat(risk(sized(Example.linear(Side.LONG, "2", "100", "25"), "200"))).isEmpty();
        assertThat(risk(sized(Example.linear(Side.LONG, "2", "100", "25"), "199"))).isPresent();
    }

    @Test
    @DisplayName("is not known where the stop that counts is on the profit side of the entry")
    void profitSide() {
        var trade = with(sized(Example.linear(Side.LONG, "2", "100", "30"), "50"), STOP_LOSS, LIVE, "101");

        assertThat(RiskReading.of(trade).stopLoss()).isPresent();
        assertThat(risk(trade)).isEmpty();
        assertThat(RiskReading.of(trade).rMultiple()).isEmpty();
        assertThat(risk(with(Example.linear(Side.SHORT, "2", "100", "30"), STOP_LOSS, LIVE, "99"))).isEmpty();
    }

    @Test
    @DisplayName("of a coin-margined trade is in its coin")
    void inverse() {
        var planned = with(Example.inverse(Side.LONG, "3", "100", "0.5"), STOP_LOSS, PLANNED, "75");
        // 3 × (75 - 100) / 75 = -1
        assertThat(risk(planned)).contains(new Money(BigDecimal.ONE, "BTC"));
        assertThat(RiskReading.of(planned).rMultiple()).isEqualTo(exact("0.5"));

        // 100 × 3 / (3 + 1) = 75, and for a short 100 × 3 / (3 - 1) = 150
        assertThat(RiskReading.of(sized(Example.inverse(Side.LONG, "3", "100", "0.5"), "1")).stopLoss().orElseThrow().price())
                .isEqualTo(exact("75"));
        assertThat(RiskReading.of(sized(Example.inverse(Side.SHORT, "3", "100", "0.5"), "1")).stopLoss().orElseThrow().price())
                .isEqualTo(exact("150"));
        // a short never loses 3 coins, whatever the price
        assertThat(RiskReading.of(sized(Example.inverse(Side.SHORT, "3", "100", "0.5"), "3")).stopLoss()).isEmpty();
    }

    @Test
    @DisplayName("has a target, planned before live, and never an estimated one")
    void target() {
        var trade = with(sized(Example.linear(Side.LONG, "2", "100", "30"), "50"), TAKE_PROFIT, LIVE, "130");

        assertThat(RiskReading.of(trade).takeProfit().orElseThrow().source()).isEqualTo(LIVE);
        assertThat(RiskReading.of(with(trade, TAKE_PROFIT, PLANNED, "140")).takeProfit().orElseThrow().price()).isEqualTo(exact("140"));
        assertThat(RiskReading.of(sized(Example.linear(Side.LONG, "2", "100", "30"), "50")).takeProfit()).isEmpty();
    }

    @Test
    @DisplayName("is that of the whole life while a part of it is closed already")
    void partClosed() {
        // 3 were opened and 1 is left: 3 × (100 - 90) = 30
        assertThat(risk(with(Example.open("1", "3", "100"), STOP_LOSS, PLANNED, "90"))).contains(new Money(new BigDecimal("30"), "USDT"));
    }
}
