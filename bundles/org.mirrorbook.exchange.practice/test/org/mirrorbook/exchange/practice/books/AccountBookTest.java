package org.mirrorbook.exchange.practice.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.exchange.practice.books.Sample.NOON;
import static org.mirrorbook.exchange.practice.books.Sample.of;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.practice.books.BookEvent.LifeEnded;
import org.mirrorbook.exchange.practice.books.BookEvent.OrderMoved;

class AccountBookTest {

    private final Contract bitcoin = Sample.bitcoin();
    private final AccountBook book = new AccountBook(new IdMint());
    private long now = NOON;

    private OrderRequest order(OrderSide side, boolean closes, String size) {
        return new OrderRequest(bitcoin, book.mode(ProductType.USDT_FUTURES), MarginMode.CROSSED, side, closes, of(size), "");
    }

    private List<BookEvent> trade(OrderSide side, String size, String price) throws OrderRefused {
        return trade(order(side, false, size), price);
    }

    private List<BookEvent> trade(OrderRequest request, String price) throws OrderRefused {
        now += 1_000;
        Quote quote = Sample.at(request.contract(), price);
        Order order = book.accept(request, quote, now);
        return book.fill(order.orderId(), quote, now + 100);
    }

    private static List<ClosedLife> ended(List<BookEvent> events) {
        return events.stream().filter(LifeEnded.class::isInstance).map(event -> ((LifeEnded) event).closed()).toList();
    }

    @Test
    void theIdOfALifeDecodesToItsBirth() throws OrderRefused {
        trade(OrderSide.BUY, "0.1", "100000");

        Position position = book.positions(bitcoin).getFirst();
        assertThat(IdMint.timeOf(position.posId())).isEqualTo(position.cTime()).isEqualTo(now + 100);
    }

    @Test
    void anOrderLargerThanThePositionClosesItAndOpensTheOtherSideInOneFill() throws OrderRefused {
        trade(OrderSide.BUY, "0.1", "100000");
        long firstLife = book.positions(bitcoin).getFirst().posId();

        List<BookEvent> events = trade(OrderSide.SELL, "0.25", "101000");

        assertThat(book.positions(bitcoin)).singleElement().satisfies(position -> {
            assertThat(position.side()).isEqualTo(HoldSide.SHORT);
            assertThat(position.total()).isEqualByComparingTo("0.15");
            assertThat(position.posId()).isNotEqualTo(firstLife);
            // 0.15 * 101000 * 0.0006
            assertThat(position.totals().openFee()).isEqualByComparingTo("-9.09");
        });
        assertThat(ended(events)).singleElement().satisfies(closed -> {
            assertThat(closed.life().posId()).isEqualTo(firstLife);
            // (101000 - 100000) * 0.1
            assertThat(closed.life().totals().profit()).isEqualByComparingTo("100");
            // 100 - 0.1 * 100000 * 0.0006 - 0.1 * 101000 * 0.0006 = 100 - 6 - 6.06
            assertThat(closed.netProfit()).isEqualByComparingTo("87.94");
        });
        // one execution paid both: 6.06 + 9.09
        assertThat(book.ledger().fills().getLast().fee()).isEqualByComparingTo("-15.15");
    }

    @Test
    void closingAndReopeningMakesANewLife() throws OrderRefused {
        trade(OrderSide.BUY, "0.1", "100000");
        Position first = book.positions(bitcoin).getFirst();
        trade(order(OrderSide.SELL, true, "0.1"), "100500");
        assertThat(book.positions(bitcoin)).isEmpty();
        trade(OrderSide.BUY, "0.1", "100600");

        Position second = book.positions(bitcoin).getFirst();
        assertThat(second.posId()).isGreaterThan(first.posId());
        assertThat(second.cTime()).isGreaterThan(first.cTime());
        assertThat(second.totals().profit()).isEqualByComparingTo("0");
        assertThat(book.ledger().lives()).hasSize(1);
    }

    @Test
    void theWalletMovesByProfitFeesAndFundingAlone() throws OrderRefused {
        trade(OrderSide.BUY, "0.1", "100000");
        book.settleFunding(bitcoin, of("0.0001"), of("100000"), now + 200);
        trade(order(OrderSide.SELL, true, "0.1"), "99000");

        ClosedLife closed = book.ledger().lives().getFirst();
        // -100 - 0.1 * 100000 * 0.0001 - 6 - 5.94 = -112.94
        assertThat(closed.netProfit()).isEqualByComparingTo("-112.94");
        assertThat(closed.life().totals().fundingOrZero()).isEqualByComparingTo("-1");
        assertThat(book.free("USDT")).isEqualByComparingTo("9887.06");
    }

    @Test
    void shortsReceiveFundingWhenTheRateIsPositive() throws OrderRefused {
        trade(OrderSide.SELL, "0.1", "100000");
        assertThat(book.positions(bitcoin).getFirst().totals().funding()).isEmpty();

        book.settleFunding(bitcoin, of("0.0002"), of("99000"), now + 200);

        // 0.1 * 99000 * 0.0002
        assertThat(book.positions(bitcoin).getFirst().totals().funding().orElseThrow()).isEqualByComparingTo("1.98");
        assertThat(book.positions(bitcoin).getFirst().uTime()).isEqualTo(now + 200);
    }

    @Test
    void inHedgeModeASymbolHoldsBothSides() throws OrderRefused {
        book.setMode(ProductType.USDT_FUTURES, PositionMode.HEDGE);
        trade(order(OrderSide.BUY, false, "0.1"), "100000");
        trade(order(OrderSide.SELL, false, "0.2"), "100100");
        assertThat(book.positions(bitcoin)).extracting(Position::side).containsExactly(HoldSide.LONG, HoldSide.SHORT);

        // closing the long one is a sale
        List<BookEvent> events = trade(order(OrderSide.SELL, true, "0.1"), "100200");

        assertThat(book.positions(bitcoin)).extracting(Position::side).containsExactly(HoldSide.SHORT);
        assertThat(ended(events)).singleElement()
                .satisfies(closed -> assertThat(closed.life().totals().profit()).isEqualByComparingTo("20"));
        assertThat(book.ledger().fills().getLast().tradeSide()).isEqualTo("close");
    }

    @Test
    void anAcceptedCloseReservesThePosition() throws OrderRefused {
        trade(OrderSide.BUY, "0.1", "100000");
        Quote quote = Sample.at(bitcoin, "100000");

        Order closing = book.accept(order(OrderSide.SELL, true, "0.04"), quote, now);
        assertThat(book.frozen(book.positions(bitcoin).getFirst())).isEqualByComparingTo("0.04");
        assertThatThrownBy(() -> book.accept(order(OrderSide.SELL, true, "0.07"), quote, now))
                .isInstanceOfSatisfying(OrderRefused.class, refused -> assertThat(refused.code()).isEqualTo("40757"));

        book.fill(closing.orderId(), quote, now);
        assertThat(book.frozen(book.positions(bitcoin).getFirst())).isEqualByComparingTo("0");
    }

    @Test
    void aReducingOrderThatFindsNothingLeftIsCanceledAndToldSo() throws OrderRefused {
        trade(OrderSide.BUY, "0.1", "100000");
        Quote quote = Sample.at(bitcoin, "100000");
        Order reducing = book.accept(order(OrderSide.SELL, true, "0.1"), quote, now);
        book.liquidate(bitcoin, of("1"), now + 50);
        assertThat(book.positions(bitcoin)).isEmpty();

        List<BookEvent> events = book.fill(reducing.orderId(), quote, now + 100);

        assertThat(events).filteredOn(OrderMoved.class::isInstance).singleElement()
                .satisfies(event -> assertThat(((OrderMoved) event).order().status()).isEqualTo(Order.Status.CANCELED));
        assertThat(book.ledger().fills()).hasSize(2);
    }

    @Test
    void aMarkBeyondTheLiquidationPriceClosesByForceAndSaysSo() throws OrderRefused {
        OrderRequest isolated = new OrderRequest(bitcoin, PositionMode.ONE_WAY, MarginMode.ISOLATED, OrderSide.BUY, false, of("0.1"), "");
        trade(isolated, "100000");
        // ten times: (10000 - 1000) / (0.1 * (1 - 0.004 - 0.0006)) = 90415.9...
        assertThat(book.liquidate(bitcoin, of("90420"), now + 200)).isEmpty();

        List<BookEvent> events = book.liquidate(bitcoin, of("90410"), now + 300);

        assertThat(ended(events)).hasSize(1);
        assertThat(book.ledger().orders().getLast().tradeSide()).isEqualTo("burst_sell_single");
    }

    @Test
    void leverageChangesTheMarginOfWhatIsOpen() throws OrderRefused {
        trade(OrderSide.BUY, "0.1", "100000");
        assertThat(book.positions(bitcoin).getFirst().marginSize()).isEqualByComparingTo("1000");

        book.setLeverage(bitcoin, HoldSide.LONG, 25, now + 500);

        // 10000 / 25
        assertThat(book.positions(bitcoin).getFirst().marginSize()).isEqualByComparingTo("400");
        assertThat(book.positions(bitcoin).getFirst().uTime()).isEqualTo(now + 500);
    }

    @Test
    void whatCannotBePaidOrFitsNoStepIsRefused() {
        Quote quote = Sample.at(bitcoin, "100000");
        assertThatThrownBy(() -> book.accept(order(OrderSide.BUY, false, "2"), quote, now))
                .as("2 * 100000 / 10 = 20000 of margin, 10000 in the wallet")
                .isInstanceOfSatisfying(OrderRefused.class, refused -> assertThat(refused.code()).isEqualTo("40762"));
        assertThatThrownBy(() -> book.accept(order(OrderSide.BUY, false, "0.00015"), quote, now))
                .isInstanceOfSatisfying(OrderRefused.class, refused -> assertThat(refused.code()).isEqualTo("45110"));
        assertThatThrownBy(() -> book.accept(order(OrderSide.SELL, true, "0.1"), quote, now))
                .isInstanceOfSatisfying(OrderRefused.class, refused -> assertThat(refused.code()).isEqualTo("22002"));
    }

    @Test
    void theModeStaysWhileAPositionIsOpen() throws OrderRefused {
        trade(OrderSide.BUY, "0.1", "100000");
        assertThatThrownBy(() -> book.setMode(ProductType.USDT_FUTURES, PositionMode.HEDGE)).isInstanceOf(OrderRefused.class);
        assertThatThrownBy(() -> book.setMarginMode(bitcoin, MarginMode.ISOLATED)).isInstanceOf(OrderRefused.class);
    }

    @Test
    void aNearlyEmptyWalletIsFilledUpOnDemand() throws OrderRefused {
        trade(OrderSide.BUY, "0.9", "100000");
        assertThat(book.topUp()).isEmpty();
        // (100000 - 90500) * 0.9 = 8550 lost, and fees: 1.3 thousand are left of ten
        trade(order(OrderSide.SELL, true, "0.9"), "90500");
        assertThat(book.free("USDT")).isLessThan(of("2000"));

        assertThat(book.topUp()).containsExactly(new BookEvent.FundsMoved(ProductType.USDT_FUTURES));
        assertThat(book.free("USDT")).isEqualByComparingTo("10000");
    }
}
