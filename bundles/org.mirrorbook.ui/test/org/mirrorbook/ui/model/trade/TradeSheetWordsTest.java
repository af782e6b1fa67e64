package org.mirrorbook.ui.model.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mirrorbook.ui.model.trade.Solana.number;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.risk.Risk;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Chip;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

class TradeSheetWordsTest {

    private final Figures figures = new Figures(ZoneOffset.UTC);

    @Test
    void theHeadSaysWhatTheTradeIsAndWhatItCameTo() {
        var head = TradeHead.of(Solana.closed(), "Main", Optional.empty(), figures, Solana.NOW);

        assertThat(head.symbol().text()).isEqualTo("SOLUSDT");
        assertThat(head.side().text()).isEqualTo("LONG");
        assertThat(head.status().chip()).contains(Chip.WIN);
        assertThat(head.certainty().text()).isEqualTo("confirmed");
        assertThat(head.net().text()).isEqualTo("+407.90");
        assertThat(head.net().shape()).isEqualTo(Shape.UP);
        // 407.90 / (100 × (178.214 − 176)) = 407.90 / 221.40 = 1.8424
        assertThat(head.multiple().words()).isEqualTo("+1.84 LIVE");
        assertThat(head.circumstances().text()).isEqualTo("Main, cross 10\u00d7, by hand");
    }

    @Test
    void theNetOfAnOpenTradeIsGreyWhenNobodyWatchesIt() {
        var open = Solana.closed().reopened(Solana.closed().terms(), new Result(number("0"), Optional.of(number("12")), number("0"),
                number("0"), Optional.empty(), Optional.empty(), Optional.empty(), List.of()));

        var unwatched = TradeHead.of(open, "Main", Optional.empty(), figures, Solana.NOW);
        var watched = TradeHead.of(open, "Main", Optional.of(LinkStatus.of(LinkState.LIVE, Solana.OPENED)), figures, Solana.NOW);

        assertThat(unwatched.net().tone()).isEqualTo(Tone.STALE);
        assertThat(unwatched.net().shape()).isEqualTo(Shape.UP_OPEN);
        assertThat(watched.net().tone()).isEqualTo(Tone.PROFIT);
        assertThat(watched.circumstances().text()).isEqualTo("Main, cross 10\u00d7");
    }

    @Test
    void theFactsHaveTheirOrigin() {
        var facts = new TradeFacts(figures).main(Solana.closed(), Solana.NOW);

        assertThat(facts).extracting(Fact::label, fact -> fact.value().words()).containsExactly(
                tuple("Opened", "08:21:07"), tuple("Closed", "13:41:55"), tuple("Entry", "178.214"), tuple("Exit", "182.463"),
                tuple("Size", "100"), tuple("Gross", "+424.85"), tuple("1R", "221.40 LIVE"),
                tuple("Fees, funding", "\u221215.16, \u22121.79"));
        assertThat(facts).allSatisfy(fact -> assertThat(fact.value().tip()).isNotBlank());
        assertThat(facts.get(3).value().tip()).isEqualTo("From the exchange\u2019s closing record: final.");
    }

    @Test
    void allFactsHaveTheirOriginAlsoWhereNothingIsKnown() {
        var bare = Solana.closed().with(Risk.none()).withExecutions(List.of());

        assertThat(new TradeFacts(figures).all(bare, Solana.NOW)).hasSize(28)
                .filteredOn(fact -> fact.value().text().equals(Figures.ABSENT)).extracting(Fact::label)
                .containsExactly("1R", "R", "Stop", "Take-profit");
    }

    @Test
    void theExecutionsHaveTheGlyphsOfThePath() {
        var rows = new TradeSteps(figures).executions(Solana.closed(), Solana.NOW);

        assertThat(rows).extracting(row -> row.cells().get(1).shape()).containsExactly(Shape.ENTRY, Shape.UP, Shape.DOWN, Shape.SQUARE);
        assertThat(words(rows)).containsExactly("08:21:07|Open|60|178.420||\u22126.42", "08:47:30|Add|40|177.905||\u22121.42",
                "11:05:12|Reduce|\u221250|181.650|+171.80|\u22121.82", "13:41:55|Close|\u221250|183.275|+253.05|\u22125.50");
    }

    @Test
    void theHistoryOfStopAndTargetSaysTheSourceAndWhatEachWouldHaveBrought() {
        var rows = new TradeSteps(figures).protections(Solana.closed(), Solana.NOW);

        assertThat(words(rows)).containsExactly(
                // before the entry nothing was held
                "08:14:50|Target|184.000|PLANNED|\u2013",
                // 178.42 − 250 / 60 = 174.2533
                "08:21:07|Stop|174.253|ESTIMATED|\u2212250.00",
                // 60 × (176 − 178.42)
                "08:21:40|Stop|176.000|LIVE, sets 1R|\u2212145.20",
                // 171.80 + 50 × (178.3 − 178.214)
                "11:05:30|Stop|178.300|LIVE|+176.10");
    }

    @Test
    void aTradeThatWentOverADayTellsTimesWithTheirDay() {
        var tomorrow = Solana.CLOSED.plusSeconds(86_400);
        var steps = new TradeSteps(figures);
        var trade = Solana.closed();
        var later = trade.with(new Exit(trade.exit().get().price(), trade.exit().get().basis(), tomorrow));

        assertThat(steps.goesOverDays(trade, Solana.NOW)).isFalse();
        assertThat(steps.goesOverDays(later, Solana.NOW)).isTrue();
        assertThat(steps.executions(later, Solana.NOW).getFirst().cells().getFirst().text()).isEqualTo("12 Nov 08:21");
    }

    @Test
    void theColumnsAreAsWideAsTheirRowsNeed() {
        var steps = new TradeSteps(figures);
        var trade = Solana.closed();
        var tomorrow = trade.with(new Exit(trade.exit().get().price(), trade.exit().get().basis(), Solana.CLOSED.plusSeconds(86_400)));

        // 08:21:07: six digits of 7, two marks of 4, and 12 beside them: 62, in steps of 2
        assertThat(TradeSteps.columns(steps.executions(trade, Solana.NOW)).getFirst().width()).isEqualTo(62);
        // 12 Nov 08:21: nine letters and digits, three marks: 63 + 12 + 12 = 87
        assertThat(TradeSteps.columns(steps.executions(tomorrow, Solana.NOW)).getFirst().width()).isEqualTo(88);
        assertThat(TradeSteps.columns(List.of())).allSatisfy(column -> assertThat(column.width()).isPositive());
    }

    private static List<String> words(List<StepRow> rows) {
        return rows.stream().map(row -> String.join("|", row.cells().stream().map(Cell::words).toList())).toList();
    }
}
