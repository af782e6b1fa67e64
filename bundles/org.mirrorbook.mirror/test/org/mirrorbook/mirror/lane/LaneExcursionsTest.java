package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.row;
import static org.mirrorbook.mirror.lane.Stage.slot;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.journal.LaneInput;

/** How far trades went while they were open: with the product's own lifecycle, tick by tick. */
class LaneExcursionsTest {

    private final Stage stage = new Stage(Optional.empty());

    @Test
    void noTickIsLostHoweverBusyTheMarketIs() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        for (var price : new String[] { "60010", "61000", "60005", "58000", "60001" }) {
            stage.mark("BTCUSDT", price);
        }
        stage.pass(Duration.ofSeconds(2));

        // 0.5 × (61000 − 60000) = 500 and 0.5 × (58000 − 60000) = −1000
        assertThat(favourable(kept())).isEqualTo(new Excursion(new BigDecimal("500"), new BigDecimal("61000"), NOON));
        assertThat(adverse(kept())).isEqualTo(new Excursion(new BigDecimal("-1000"), new BigDecimal("58000"), NOON));
        assertThat(kept().excursions().gap()).isFalse();
    }

    @Test
    void eachExcursionIsOfTheSizeThatWasHeld() {
        stage.startLive(row("BTCUSDT", "2", "60000"));
        tick("60100");
        stage.snapshot(row("BTCUSDT", "1", "60000"));
        stage.turn();
        tick("60150");
        tick("60250");

        // 2 × 100 = 200, then 1 × 150 and 1 × 250
        assertThat(favourable(kept())).isEqualTo(new Excursion(new BigDecimal("250"), new BigDecimal("60250"), NOON.plusSeconds(4)));
    }

    @Test
    void theExcursionsOfTheMomentAreShownBeforeTheyAreWritten() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.pass(Duration.ofMillis(100));

        assertThat(favourable(stage.shown().get(0).trade()).amount()).isEqualByComparingTo("100");
        assertThat(kept().excursions().favourable()).isEmpty();
    }

    @Test
    void aCloseIsWrittenWithTheLastTickBeforeIt() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        stage.mark("BTCUSDT", "59000");
        stage.snapshot();
        stage.turn();

        assertThat(kept().isOpen()).isFalse();
        assertThat(adverse(kept()).amount()).isEqualByComparingTo("-1000");
    }

    @Test
    void whatIsQuotedBetweenACloseAndItsPushIsNotOfTheTrade() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        stage.mark("BTCUSDT", "59000");
        stage.pass(Duration.ofMillis(300));
        // the venue closes it now, and tells 200 ms later
        stage.venueAhead = Duration.ofMillis(-200);
        stage.pass(Duration.ofMillis(100));
        stage.mark("BTCUSDT", "50000");
        stage.pass(Duration.ofMillis(100));
        assertThat(adverse(stage.shown().get(0).trade()).amount()).as("shown, since nothing is known of the close")
                .isEqualByComparingTo("-10000");
        stage.snapshot();
        stage.turn();

        assertThat(kept().isOpen()).isFalse();
        assertThat(adverse(kept()).amount()).isEqualByComparingTo("-1000");
        assertThat(favourable(kept()).amount()).isEqualByComparingTo("-1000");
    }

    @Test
    void whatIsQuotedBetweenAReductionAndItsPushIsOfTheSizeThatWasLeft() {
        stage.startLive(row("BTCUSDT", "2", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.pass(Duration.ofMillis(300));
        var reduced = stage.clock.instant();
        stage.pass(Duration.ofMillis(100));
        stage.mark("BTCUSDT", "60300");
        stage.pass(Duration.ofMillis(100));
        stage.snapshot(reduced("1", reduced));
        stage.turn();
        stage.pass(Duration.ofSeconds(2));

        // 2 × 100 = 200 before, 1 × 300 after it, and never 2 × 300
        assertThat(favourable(kept())).isEqualTo(new Excursion(new BigDecimal("300"), new BigDecimal("60300"),
                NOON.plusMillis(400)));
    }

    @Test
    void thePriceOfTheLastMomentIsWrittenAtTheStopAndAfterASecondOfItself() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.pass(Duration.ofMillis(900));
        stage.mark("BTCUSDT", "60200");
        stage.pass(Duration.ofMillis(300));
        assertThat(favourable(kept()).amount()).as("the second price is younger than a second").isEqualByComparingTo("100");
        stage.pass(Duration.ofSeconds(1));
        assertThat(favourable(kept()).amount()).isEqualByComparingTo("200");
        stage.mark("BTCUSDT", "60300");
        stop(stage);
        assertThat(favourable(kept()).amount()).isEqualByComparingTo("300");
    }

    @Test
    void thePriceThatComesWithARowCountsWhereNoOtherComes() {
        stage.startLive(marked("60000", NOON));
        stage.pass(Duration.ofSeconds(1));
        stage.snapshot(marked("60300", NOON.plusSeconds(1)));
        stage.turn();
        stage.pass(Duration.ofSeconds(2));

        assertThat(favourable(kept()).amount()).isEqualByComparingTo("300");
        assertThat(kept().result().unrealised().orElseThrow()).isEqualByComparingTo("300");
    }

    @Test
    void aRestartGoesOnWhereTheBookLeftIt() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        tick("60500");
        stop(stage);
        var next = new Stage(Optional.of(stage));
        next.startLive(row("BTCUSDT", "1", "60000"));
        next.mark("BTCUSDT", "60400");
        next.pass(Duration.ofSeconds(2));

        var trade = next.journal.trades.values().iterator().next();
        assertThat(favourable(trade).amount()).isEqualByComparingTo("500");
        assertThat(trade.excursions().gap()).as("away for less than ten seconds").isFalse();
    }

    @Test
    void whatEndedWhileNobodyListenedHasNoPriceFromAfterItsEnd() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        tick("60500");
        stop(stage);
        var next = new Stage(Optional.of(stage));
        next.start();
        // the price comes before the venue has told that the position is gone
        next.mark("BTCUSDT", "99000");
        next.pass(Duration.ofSeconds(2));
        next.snapshot();
        next.link(LinkState.LIVE);
        next.turn();

        var trade = next.journal.trades.values().iterator().next();
        assertThat(trade.isOpen()).isFalse();
        assertThat(favourable(trade).amount()).isEqualByComparingTo("500");
    }

    @Test
    void aRestartThatTookLongerIsAGap() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        tick("60500");
        stop(stage);
        stage.clock.move(Duration.ofMinutes(1));
        var next = new Stage(Optional.of(stage));
        next.startLive(row("BTCUSDT", "1", "60000"));
        next.mark("BTCUSDT", "60400");
        next.pass(Duration.ofSeconds(2));

        assertThat(next.journal.trades.values().iterator().next().excursions().gap()).isTrue();
    }

    @Test
    void pricesThatStayAwayForMoreThanTenSecondsAreAGap() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        tick("60100");
        stage.pass(Duration.ofSeconds(8));
        tick("60100");
        assertThat(kept().excursions().gap()).as("ten seconds").isFalse();
        stage.pass(Duration.ofSeconds(9));
        tick("60101");
        assertThat(kept().excursions().gap()).as("eleven seconds").isTrue();
    }

    @Test
    void pricesThatEndedLongBeforeTheCloseAreAGap() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        tick("60100");
        stage.pass(Duration.ofSeconds(30));
        stage.snapshot();
        stage.turn();
        assertThat(kept().excursions().gap()).isTrue();
    }

    @Test
    void aLinkThatWasAwayIsAGapAlthoughPricesCame() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        for (int i = 0; i < 12; i++) {
            tick("60100");
        }
        stage.connection++;
        stage.snapshot(row("BTCUSDT", "1", "60000"));
        stage.link(LinkState.LIVE);
        stage.turn();
        tick("60101");
        assertThat(kept().excursions().gap()).as("for 24 seconds the size was not known").isTrue();
    }

    @Test
    void aTradeThatWasFoundOpenHasAGap() {
        var old = row("BTCUSDT", "1", "60000");
        var earlier = new PositionRow(old.slot(), LifeMark.ofLife("9", NOON.minusSeconds(3600)), old.size(), old.entryPrice(),
                old.figures(), NOON);
        stage.startLive(earlier);
        tick("60100");
        assertThat(kept().excursions().gap()).isTrue();
    }

    @Test
    void aTradeIsSampledAtMostOnceASecond() {
        stage.startLive(row("BTCUSDT", "1", "60000"));
        for (int i = 0; i < 100; i++) {
            stage.mark("BTCUSDT", Integer.toString(60_000 + i));
            stage.pass(Duration.ofMillis(50));
        }
        long samples = stage.journal.inputs.stream().filter(input -> input instanceof LaneInput.Heard heard
                && heard.seen().stream().anyMatch(MarksSampled.class::isInstance)).count();
        assertThat(samples).as("in five seconds").isBetween(4L, 5L);
    }

    private void tick(String price) {
        stage.mark("BTCUSDT", price);
        stage.pass(Duration.ofSeconds(2));
    }

    private static void stop(Stage stage) {
        stage.lane.post(stage.lane::stop);
        stage.connector.stopped.complete(null);
        stage.turn();
    }

    private Trade kept() {
        return stage.journal.trades.values().iterator().next();
    }

    private static Excursion favourable(Trade trade) {
        return trade.excursions().favourable().orElseThrow();
    }

    private static Excursion adverse(Trade trade) {
        return trade.excursions().adverse().orElseThrow();
    }

    private static PositionRow reduced(String size, Instant at) {
        var before = row("BTCUSDT", size, "60000");
        return new PositionRow(before.slot(), before.life(), before.size(), before.entryPrice(), before.figures(), at);
    }

    private static PositionRow marked(String mark, Instant at) {
        var figures = new RowFigures(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(mark)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new PositionRow(slot(Stage.USDT, "BTCUSDT", Side.LONG), LifeMark.ofLife("p-BTCUSDT", NOON), BigDecimal.ONE,
                new BigDecimal("60000"), figures, at);
    }
}
