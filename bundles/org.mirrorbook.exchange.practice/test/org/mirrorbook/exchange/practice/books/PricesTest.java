package org.mirrorbook.exchange.practice.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class PricesTest {

    private static List<Quote> walk(Prices prices, Contract contract, int steps) {
        List<Quote> quotes = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            prices.step();
            quotes.add(prices.of(contract));
        }
        return quotes;
    }

    @Test
    void theSameSeedWalksTheSameWay() {
        Contract bitcoin = Sample.bitcoin();
        List<Quote> once = walk(new Prices(Contracts.listed(), 42), bitcoin, 500);
        List<Quote> again = walk(new Prices(Contracts.listed(), 42), bitcoin, 500);
        List<Quote> other = walk(new Prices(Contracts.listed(), 43), bitcoin, 500);

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void pricesMoveInTicksAndStayNearTheirStart() {
        for (Contract contract : Contracts.listed().all()) {
            List<Quote> quotes = walk(new Prices(Contracts.listed(), 7), contract, 20_000);

            assertThat(quotes).allSatisfy(quote -> {
                assertThat(quote.last().remainder(contract.tick())).isEqualByComparingTo("0");
                assertThat(quote.bid()).isLessThan(quote.ask());
                assertThat(quote.mark().subtract(quote.last()).abs()).isLessThanOrEqualTo(contract.tick());
            });
            assertThat(quotes.stream().map(Quote::last).distinct().count()).as(contract.symbol()).isGreaterThan(100);
            BigDecimal third = contract.startPrice().divide(BigDecimal.valueOf(3), RoundingMode.HALF_UP);
            assertThat(quotes).as(contract.symbol()).allSatisfy(quote ->
                    assertThat(quote.last().subtract(contract.startPrice()).abs()).isLessThan(third));
        }
    }

    @Test
    void aRememberedWalkGoesOnAsIfNothingHadBeen() {
        Contract ether = Sample.ether();
        Prices whole = new Prices(Contracts.listed(), 9);
        walk(whole, ether, 100);
        Prices resumed = new Prices(Contracts.listed(), 9);
        resumed.resume(whole.state());

        assertThat(walk(resumed, ether, 50)).isEqualTo(walk(whole, ether, 50));
    }
}
