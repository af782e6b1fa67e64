package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.statistics.Totals;
import org.mirrorbook.journal.FilterTotals;
import org.mirrorbook.journal.TradeStatistics.RSum;

class TotalsTest {

    private final Figures figures = new Figures(ZoneOffset.UTC);

    @Test
    void theJournalsNetIsOfClosedTradesAndTheWinRateIsSaidWithAndWithoutBreakEven() {
        // closed: 50 + 30 - 20 + 0 = 60; open: 0 + 10 - 12.38 fees + 1.58 funding = -0.80; 2 of 3 = 66.7 %, with break-even 2 of 4 = 50 %;
        // won 80, lost 20: factor 4
        var lines = journal(5, closed("50"), closed("30"), closed("-20"), closed("0"), Example.position().unrealised("10").open());

        assertThat(lines).containsExactly("5 trades | Net +60.00 USDT | 1 open \u22120.80 | Fees \u221212.38 | Funding 1.58 | "
                + "Win rate 66.7 % 50.0 % with BE | Profit factor 4.00");
    }

    @Test
    void practiceTradesAreNeverAddedToRealOnes() {
        var practice = Example.position().in(Environment.PRACTICE).closed("1000", Certainty.CONFIRMED, Exit.Basis.RECORD);

        assertThat(journal(2, closed("50"), practice)).satisfiesExactly(
                real -> assertThat(real).startsWith("1 trade | Net +50.00 USDT"),
                apart -> assertThat(apart).startsWith("1 trade PRACTICE | Net +1,000.00 USDT"));
    }

    @Test
    void totalsOfAFilterSayOfHowManyTrades() {
        assertThat(journal(1248, closed("50"), closed("-10"))).singleElement()
                .satisfies(line -> assertThat(line).startsWith("2 of 1,248 trades | Net +40.00 USDT"));
    }

    @Test
    void withoutALossThereIsNoProfitFactorAndWithoutAStopNoAverageR() {
        assertThat(journal(1, closed("50"))).singleElement()
                .satisfies(line -> assertThat(line).endsWith("Profit factor \u2013").doesNotContain("Average R"));
    }

    @Test
    void theAverageRLeavesEstimatedOnesOutAndSaysHowMany() {
        var sums = new FilterTotals(Environment.LIVE, "USDT", 0, BigDecimal.ZERO, new Totals(2, 1, 0, new BigDecimal("10")),
                new BigDecimal("20"), new BigDecimal("-10"), BigDecimal.ZERO, BigDecimal.ZERO, new RSum(new BigDecimal("0.6"), 2),
                new RSum(new BigDecimal("1.5"), 1));

        // 0.6 / 2
        assertThat(words(new JournalTotals(figures).of(List.of(sums), 3))).singleElement()
                .satisfies(line -> assertThat(line).endsWith("Average R +0.30 1 est. left out"));
        // (0.6 + 1.5) / 3
        assertThat(new JournalTotals(figures).of(List.of(sums), 3).getFirst().getLast().cells().getLast().tip())
                .isEqualTo("With the estimated ones the average is +0.70");
    }

    private List<String> journal(long all, Trade... trades) {
        return words(new JournalTotals(figures).of(FilterTotals.of(List.of(trades)), all));
    }

    private static List<String> words(List<List<JournalTotals.Part>> lines) {
        return lines.stream().map(line -> line.stream().map(JournalTotals.Part::words).collect(Collectors.joining(" | "))).toList();
    }

    private static Trade closed(String gross) {
        return Example.position().closed(gross, Certainty.CONFIRMED, Exit.Basis.RECORD);
    }
}
