package org.mirrorbook.exchange.practice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.IdMint;
import org.mirrorbook.exchange.practice.books.MarginMode;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.OrderRequest;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.books.Quote;
import org.mirrorbook.exchange.practice.stream.ToldPositions.News;

/** Changes of an account's positions, as they add up between two pushes. */
class ToldPositionsTest {

    private static final long NOON = 1_772_445_600_000L;

    private final Contract bitcoin = Contracts.listed().find("BTCUSDT").orElseThrow();
    private final AccountBook book = new AccountBook(new IdMint());
    private final ToldPositions told = new ToldPositions();
    private long now = NOON;

    private static BigDecimal of(String decimal) {
        return new BigDecimal(decimal);
    }

    private Quote quote() {
        BigDecimal even = of("97000");
        return new Quote(bitcoin, 0, even, even, even, even, even, even, even);
    }

    private void trade(OrderRequest request) throws OrderRefused {
        now += 1_000;
        book.fill(book.accept(request, quote(), now).orderId(), quote(), now);
    }

    private void open(HoldSide side, String size) throws OrderRefused {
        trade(OrderRequest.opening(bitcoin, PositionMode.ONE_WAY, MarginMode.CROSSED, side, of(size)));
    }

    private Position held() {
        return book.positions(bitcoin).getFirst();
    }

    private News news() {
        return told.note(book, any -> true);
    }

    @Test
    void whatHasNotChangedIsNoNews() throws OrderRefused {
        open(HoldSide.LONG, "0.01");
        assertThat(news().changed()).containsExactly(held());
        assertThat(news().isEmpty()).isTrue();
        told.forget();
        assertThat(news().changed()).as("to a client that begins anew everything is").containsExactly(held());
    }

    @Test
    void aCloseAndANewLifeBetweenTwoPushesAreTwoRows() throws OrderRefused {
        open(HoldSide.LONG, "0.01");
        Position first = held();
        news();
        trade(OrderRequest.closing(first, first.total()));
        open(HoldSide.LONG, "0.01");
        News both = news();
        assertThat(both.ended()).containsExactly(first);
        assertThat(both.changed()).containsExactly(held());
        assertThat(held().posId()).isNotEqualTo(first.posId());
    }

    @Test
    void aLifeBetweenTwoPushesIsNeverTold() throws OrderRefused {
        assertThat(news().isEmpty()).isTrue();
        open(HoldSide.SHORT, "0.01");
        trade(OrderRequest.closing(held(), of("0.01")));
        assertThat(news().isEmpty()).isTrue();
        assertThat(book.ledger().lives()).hasSize(1);
    }

    @Test
    void whatAnOrderReservesIsAChange() throws OrderRefused {
        open(HoldSide.LONG, "0.01");
        news();
        book.accept(OrderRequest.closing(held(), of("0.004")), quote(), now);
        assertThat(news().changed()).containsExactly(held());
    }

    @Test
    void aProductThatIsNotLookedAtStaysAsItWasTold() throws OrderRefused {
        open(HoldSide.LONG, "0.01");
        Position first = held();
        news();
        trade(OrderRequest.closing(first, first.total()));
        assertThat(told.note(book, position -> position.contract().product() == ProductType.USDC_FUTURES).isEmpty()).isTrue();
        assertThat(news().ended()).isEqualTo(List.of(first));
    }
}
