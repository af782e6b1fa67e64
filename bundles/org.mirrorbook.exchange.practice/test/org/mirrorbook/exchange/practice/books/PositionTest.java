package org.mirrorbook.exchange.practice.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.exchange.practice.books.Sample.NOON;
import static org.mirrorbook.exchange.practice.books.Sample.of;

import org.junit.jupiter.api.Test;

class PositionTest {

    private static Position opened(Contract contract, HoldSide side, String size, String price) {
        return Position.open(1, contract, side, MarginMode.ISOLATED, PositionMode.ONE_WAY, 10, of(size), of(price), NOON, NOON);
    }

    @Test
    void openingCostsTheTakerFeeAndHoldsMargin() {
        Position position = opened(Sample.bitcoin(), HoldSide.LONG, "0.5", "100000");

        // 0.5 * 100000 * 0.0006 = 30; 50000 / 10 = 5000
        assertThat(position.totals().openFee()).isEqualByComparingTo("-30");
        assertThat(position.totals().feesPaid()).isEqualByComparingTo("30");
        assertThat(position.marginSize()).isEqualByComparingTo("5000");
        assertThat(position.cTime()).isEqualTo(position.uTime());
    }

    @Test
    void addingMovesTheAverageAndKeepsIdAndBirth() {
        Position position = opened(Sample.bitcoin(), HoldSide.LONG, "0.5", "100000").add(of("0.25"), of("106000"), NOON + 5);

        // (0.5 * 100000 + 0.25 * 106000) / 0.75 = 76500 / 0.75
        assertThat(position.openPriceAvg()).isEqualByComparingTo("102000");
        assertThat(position.total()).isEqualByComparingTo("0.75");
        assertThat(position.posId()).isEqualTo(1);
        assertThat(position.cTime()).isEqualTo(NOON);
        assertThat(position.uTime()).isEqualTo(NOON + 5);
        // 30 + 0.25 * 106000 * 0.0006 = 30 + 15.9
        assertThat(position.totals().feesPaid()).isEqualByComparingTo("45.9");
    }

    @Test
    void reducingKeepsTheAverageAndRealisesAPart() {
        Position position = opened(Sample.bitcoin(), HoldSide.LONG, "0.5", "100000").reduce(of("0.2"), of("101000"), NOON + 5);

        assertThat(position.openPriceAvg()).isEqualByComparingTo("100000");
        assertThat(position.total()).isEqualByComparingTo("0.3");
        // (101000 - 100000) * 0.2
        assertThat(position.totals().profit()).isEqualByComparingTo("200");
        // 0.2 * 101000 * 0.0006
        assertThat(position.totals().closeFee()).isEqualByComparingTo("-12.12");
    }

    @Test
    void aShortPositionGainsWhenThePriceFalls() {
        Position position = opened(Sample.ether(), HoldSide.SHORT, "2", "3500");

        // (3500 - 3450) * 2
        assertThat(position.unrealised(of("3450"))).isEqualByComparingTo("100");
    }

    @Test
    void theNetProfitIsTheSumOfItsFourParts() {
        Position ended = opened(Sample.bitcoin(), HoldSide.LONG, "0.3333", "97123.4")
                .add(of("0.1111"), of("97001.7"), NOON + 1)
                .fund(of("-1.23456789"), NOON + 2)
                .reduce(of("0.2000"), of("97555.5"), NOON + 3)
                .reduce(of("0.2444"), of("96999.9"), NOON + 4);
        ClosedLife closed = new ClosedLife(2, ended);

        LifeTotals parts = ended.totals();
        assertThat(closed.netProfit())
                .isEqualByComparingTo(parts.profit().add(of("-1.23456789")).add(parts.openFee()).add(parts.closeFee()));
        assertThat(parts.profit().scale()).isLessThanOrEqualTo(8);
        assertThat(parts.openFee().scale()).isLessThanOrEqualTo(8);
        assertThat(parts.closeFee().scale()).isLessThanOrEqualTo(8);
        // gross is the difference of the averages times the size, but for the rounding of its two parts
        assertThat(closed.closePriceAvg().subtract(closed.openPriceAvg()).multiply(of("0.4444")).subtract(parts.profit()).abs())
                .isLessThan(of("0.00000002"));
    }

    @Test
    void aCoinMarginedPositionCountsInTheCoin() {
        Position position = opened(Sample.coinMargined(), HoldSide.LONG, "0.1", "100000");

        // fee: 0.1 BTC * 0.0006; margin: 0.1 / 10; profit: (125000 - 100000) * 0.1 / 125000
        assertThat(position.totals().openFee()).isEqualByComparingTo("-0.00006");
        assertThat(position.marginSize()).isEqualByComparingTo("0.01");
        assertThat(position.unrealised(of("125000"))).isEqualByComparingTo("0.02");
    }

    @Test
    void liquidationAndBreakEvenAreThoseOfTheCapturedPosition() {
        // rest-all-position-2-live: long 0.0031 at 114895.4, isolated, ten times, maintenance 0.004, fee 0.0004
        Position position = opened(Sample.discounted(), HoldSide.LONG, "0.0031", "114895.4");

        // (114895.4 * 0.0031 - 35.617574) / (0.0031 * (1 - 0.004 - 0.0004))
        assertThat(position.contract().liquidationPrice(HoldSide.LONG, of("114895.4"), of("0.0031"), of("35.617574")))
                .isEqualByComparingTo("103862.856568903174");
        assertThat(position.marginSize()).isEqualByComparingTo("35.617574");
        assertThat(position.totals().feesPaid()).isEqualByComparingTo("0.1424703");
        // 114895.4 * 1.0004 / 0.9996, with the fee rounded to 8 decimals first
        assertThat(position.breakEvenPrice().subtract(of("114987.353101240497")).abs()).isLessThan(of("0.0001"));
        // (114895.3 - 114895.4) * 0.0031
        assertThat(position.unrealised(of("114895.3"))).isEqualByComparingTo("-0.00031");
    }

    @Test
    void aPositionBackedByMoreThanItIsWorthHasNoLiquidationPrice() {
        assertThat(Sample.bitcoin().liquidationPrice(HoldSide.LONG, of("100000"), of("0.01"), of("10000"))).isNegative();
    }
}
