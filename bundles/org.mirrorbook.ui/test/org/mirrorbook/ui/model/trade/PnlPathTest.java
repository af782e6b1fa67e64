package org.mirrorbook.ui.model.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.mirrorbook.ui.model.trade.Solana.mark;
import static org.mirrorbook.ui.model.trade.Solana.number;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.trade.PnlPath.Feed;

class PnlPathTest {

    @Test
    void eachPriceGivesTheNetOfWhatWasHeldThen() {
        var path = PnlPath.of(Solana.closed(), List.of(mark("08:30:00", "179"), mark("10:00:00", "180"), mark("12:00:00", "182")),
                List.of(), Solana.NOW);

        // 60 held at 178.42: 60 × (179 − 178.42) − 6.42 = 34.80 − 6.42
        assertThat(net(path, "08:30:00")).isEqualByComparingTo("28.38");
        // 100 held at 178.214: 100 × (180 − 178.214) − 6.42 − 1.42 = 178.60 − 7.84
        assertThat(net(path, "10:00:00")).isEqualByComparingTo("170.76");
        // 50 held, 171.80 realised: 171.80 + 50 × (182 − 178.214) − 6.42 − 1.42 − 1.82 = 171.80 + 189.30 − 9.66
        assertThat(net(path, "12:00:00")).isEqualByComparingTo("351.44");
    }

    @Test
    void theLineBeginsWithTheFirstFeeAndEndsWithTheNetOfTheJournal() {
        var path = PnlPath.of(Solana.closed(), List.of(), List.of(), Solana.NOW);

        assertThat(path.line().getFirst().at()).isEqualTo(Solana.OPENED);
        assertThat(path.line().getFirst().net()).isEqualByComparingTo("-6.42");
        assertThat(path.line().getLast().at()).isEqualTo(Solana.CLOSED);
        // 424.85 − 15.16 − 1.79
        assertThat(path.line().getLast().net()).isEqualByComparingTo("407.90");
        assertThat(path.steps().getLast().place()).isEqualTo(path.line().getLast());
    }

    @Test
    void executionsStandOnTheLineAtTheirOwnPrice() {
        var path = PnlPath.of(Solana.closed(), List.of(), List.of(), Solana.NOW);

        assertThat(path.steps()).extracting(step -> step.execution().kind().name()).containsExactly("OPEN", "ADD", "REDUCE", "CLOSE");
        // after the add 100 at 178.214, at 177.905: 100 × (177.905 − 178.214) − 6.42 − 1.42 = −30.90 − 7.84
        assertThat(path.steps().get(1).place().net()).isEqualByComparingTo("-38.74");
        // after the reduce: 171.80 + 50 × (181.65 − 178.214) − 9.66 = 171.80 + 171.80 − 9.66
        assertThat(path.steps().get(2).place().net()).isEqualByComparingTo("333.94");
    }

    @Test
    void theTurnsAreOnTheLineAndKeepTheAmountOfTheJournal() {
        var path = PnlPath.of(Solana.closed(), List.of(), List.of(), Solana.NOW);

        assertThat(path.adverse()).get().satisfies(turn -> {
            assertThat(turn.amount()).isEqualByComparingTo("-128.40");
            // 100 × (176.93 − 178.214) − 7.84 = −128.40 − 7.84
            assertThat(turn.place().net()).isEqualByComparingTo("-136.24");
        });
        assertThat(path.favourable()).get().satisfies(turn -> {
            assertThat(turn.amount()).isEqualByComparingTo("271.30");
            // 171.80 + 271.30 − 9.66
            assertThat(turn.place().net()).isEqualByComparingTo("433.44");
        });
        assertThat(path.line()).extracting(PnlPath.Point::at).contains(Instant.parse("2026-11-12T08:50:00Z"),
                Instant.parse("2026-11-12T13:28:11Z"));
    }

    @Test
    void theDashedLineIsWhatTheTradeWouldHaveComeToAtTheStopThatStood() {
        var levels = PnlPath.of(Solana.closed(), List.of(), List.of(), Solana.NOW).ifStopped();

        // estimated, 1R of 250 below 60 at 178.42: −250 − 6.42, until the live stop came
        assertThat(levels.getFirst().net()).isCloseTo(number("-256.42"), offset(number("0.000001")));
        assertThat(levels.getFirst().to()).isEqualTo(Instant.parse("2026-11-12T08:21:40Z"));
        // live at 176: 60 × (176 − 178.42) − 6.42 = −145.20 − 6.42
        assertThat(levels.get(1).net()).isEqualByComparingTo("-151.62");
        // after the add: 100 × (176 − 178.214) − 7.84 = −221.40 − 7.84
        assertThat(levels.get(2).net()).isEqualByComparingTo("-229.24");
        // after the reduce: 171.80 + 50 × (176 − 178.214) − 9.66 = 171.80 − 110.70 − 9.66
        assertThat(levels.get(3).net()).isEqualByComparingTo("51.44");
        // moved to 178.3: 171.80 + 50 × (178.3 − 178.214) − 9.66 = 171.80 + 4.30 − 9.66
        assertThat(levels.get(4).net()).isEqualByComparingTo("166.44");
        assertThat(levels.getLast().to()).isEqualTo(Solana.CLOSED);
    }

    @Test
    void fundingStandsOnTheLineWhenItWasBooked() {
        var marks = List.of(mark("10:00:00", "180"), mark("10:10:00", "182"), mark("12:00:00", "182"));
        var booked = new FundingPoint(Instant.parse("2026-11-12T10:04:00Z"), number("-1.79"));

        var path = PnlPath.of(Solana.closed(), marks, List.of(booked), Solana.NOW);

        // before it as ever: 100 × (180 − 178.214) − 7.84
        assertThat(net(path, "10:00:00")).isEqualByComparingTo("170.76");
        // after it less 1.79: 100 × (182 − 178.214) − 7.84 − 1.79 = 378.60 − 9.63
        assertThat(net(path, "10:10:00")).isEqualByComparingTo("368.97");
        // after four of ten minutes: 170.76 + 0.4 × (370.76 − 170.76) = 250.76, and 250.76 − 1.79 = 248.97
        assertThat(path.line()).filteredOn(point -> point.at().equals(booked.at())).extracting(point -> point.net().stripTrailingZeros())
                .containsExactly(number("250.76"), number("248.97"));
        assertThat(path.fundings()).singleElement().satisfies(cost -> {
            assertThat(cost.amount()).isEqualByComparingTo("-1.79");
            assertThat(cost.place().net()).isEqualByComparingTo("248.97");
        });
        // the stop at 176 from then on: 100 × (176 − 178.214) − 7.84 − 1.79 = −229.24 − 1.79
        assertThat(path.ifStopped()).filteredOn(level -> level.from().equals(booked.at())).singleElement()
                .satisfies(level -> assertThat(level.net()).isEqualByComparingTo("-231.03"));
        assertThat(path.line().getLast().net()).isEqualByComparingTo("407.90");
    }

    @Test
    void fundingsBetweenTheSamePricesEachTakeTheirOwn() {
        var marks = List.of(mark("10:00:00", "180"), mark("10:10:00", "180"));
        var booked = List.of(new FundingPoint(Instant.parse("2026-11-12T10:02:00Z"), number("-1")),
                new FundingPoint(Instant.parse("2026-11-12T10:06:00Z"), number("0.25")));

        var path = PnlPath.of(Solana.closed(), marks, booked, Solana.NOW);

        // 170.76 − 1, and + 0.25
        assertThat(path.fundings()).extracting(cost -> cost.place().net().stripTrailingZeros())
                .containsExactly(number("169.76"), number("170.01"));
        assertThat(net(path, "10:10:00")).isEqualByComparingTo("170.01");
    }

    @Test
    void fundingsAreReadFromTheChangesOfTheTrade() {
        var at = Instant.parse("2026-11-12T10:04:00Z");

        assertThat(FundingPoint.of(List.of(cost(at, "FEE", "-0.70754772"), cost(at.plusSeconds(60), "FUNDING", "-0.0505142"),
                new TradeEvent(Solana.closed().id(), 3, 0, "TradeClosed", at, at, "{}", 9))))
                .containsExactly(new FundingPoint(at.plusSeconds(60), number("-0.0505142")));
    }

    private static TradeEvent cost(Instant at, String kind, String amount) {
        var detail = "{\"kind\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"USDT\"},"
                + "\"total\":{\"amount\":\"-9\",\"currency\":\"USDT\"}}";
        return new TradeEvent(Solana.closed().id(), 1, 0, "CostBooked", at, at, detail.formatted(kind, amount), 7);
    }

    @Test
    void pricesOutsideItsLifeAreLeftOut() {
        var path = PnlPath.of(Solana.closed(), List.of(mark("08:00:00", "100"), mark("14:00:00", "300")), List.of(), Solana.NOW);

        assertThat(path.line()).allSatisfy(point -> assertThat(point.at()).isBetween(Solana.OPENED, Solana.CLOSED));
    }

    @Test
    void theLineOfAnOpenTradeEndsNowWithWhatItStandsAt() {
        var closed = Solana.closed();
        var open = closed.reopened(closed.terms(), new Result(number("171.80"), Optional.of(number("189.30")), number("-9.66"),
                BigDecimal.ZERO, Optional.empty(), Optional.empty(), Optional.empty(), List.of()))
                .withExecutions(closed.executions().subList(0, 3));

        var path = PnlPath.of(open, List.of(), List.of(), Solana.NOW);

        assertThat(open.status()).isEqualTo(TradeStatus.OPEN);
        assertThat(path.line().getLast().at()).isEqualTo(Solana.NOW);
        // 171.80 + 189.30 − 9.66
        assertThat(path.line().getLast().net()).isEqualByComparingTo("351.44");
        assertThat(path.ifStopped().getLast().to()).isEqualTo(Solana.NOW);
    }

    @Test
    void aTradeOfWhichNoExecutionIsKnownGoesFromZeroToItsNet() {
        var path = PnlPath.of(Solana.closed().withExecutions(List.of()).with(Excursions.none()), List.of(), List.of(), Solana.NOW);

        assertThat(path.line()).extracting(PnlPath.Point::net).first(InstanceOfAssertFactories.BIG_DECIMAL).isEqualByComparingTo("0");
        assertThat(path.line().getLast().net()).isEqualByComparingTo("407.90");
        assertThat(path.steps()).isEmpty();
    }

    @Test
    void whatIsKnownOfThePricesIsSaid() {
        var trade = Solana.closed();

        assertThat(PnlPath.of(trade, List.of(), List.of(), Solana.NOW).feed()).isEqualTo(Feed.WHOLE);
        assertThat(PnlPath.of(trade.with(trade.excursions().withGap()), List.of(), List.of(), Solana.NOW).feed()).isEqualTo(Feed.GAP);
        assertThat(PnlPath.of(trade.with(Excursions.none()), List.of(), List.of(), Solana.NOW).feed()).isEqualTo(Feed.NONE);
    }

    @Test
    void theLineHasAGapWhereNoPriceIsKnown() {
        var marks = new ArrayList<MarkPoint>();
        // one a minute, but for the hour from 09:30 to 10:30
        for (int minute = 1; minute < 320; minute++) {
            var at = Solana.OPENED.plusSeconds(60L * minute);
            if (at.isBefore(Instant.parse("2026-11-12T09:30:00Z")) || at.isAfter(Instant.parse("2026-11-12T10:30:00Z"))) {
                marks.add(new MarkPoint(at, number("179")));
            }
        }
        var trade = Solana.closed();

        assertThat(PnlPath.of(trade, List.of(), List.of(), Solana.NOW).gaps()).isEmpty();
        assertThat(PnlPath.of(trade, marks, List.of(), Solana.NOW).gaps()).singleElement()
                .satisfies(gap -> assertThat(gap).extracting(PnlPath.Point::at).containsExactly(
                        Instant.parse("2026-11-12T09:29:07Z"), Instant.parse("2026-11-12T10:30:07Z")));
    }

    @Test
    void manyPricesAreThinnedAndNoExtremeIsLost() {
        var points = new ArrayList<MarkPoint>();
        for (int second = 0; second < 10_000; second++) {
            points.add(new MarkPoint(Solana.OPENED.plusSeconds(second), number(second == 4321 ? "99" : second == 7654 ? "301" : "178")));
        }

        var thinned = MarkPoint.thinned(points, 400);

        assertThat(thinned).hasSizeLessThanOrEqualTo(404).extracting(MarkPoint::price).contains(number("99"), number("301"));
        assertThat(thinned).extracting(MarkPoint::at).isSorted();
    }

    private static BigDecimal net(PnlPath path, String time) {
        var at = Instant.parse("2026-11-12T" + time + "Z");
        return path.line().stream().filter(point -> point.at().equals(at)).findFirst().orElseThrow().net();
    }
}
