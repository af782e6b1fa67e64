package org.mirrorbook.ui.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Example;
import org.mirrorbook.ui.model.Figures;

class LiveTotalsTest {

    private final Figures figures = new Figures(ZoneOffset.UTC);

    @Test
    void openPositionsAreAddedUpByCurrency() {
        // unrealised 100.25 - 30.20 = 70.05, realised 0 + 88.8, margin 1031.86 + 1031.86 = 2063.72
        assertThat(live(Example.position().unrealised("100.25").live(Duration.ZERO),
                Example.position().of("XRPUSDT").unrealised("-30.2").realised("88.8").live(Duration.ZERO)))
                .containsExactly("USDT, 2 positions +70.05 +88.80 2,064 none has a stop");
    }

    @Test
    void demoAndPracticeMoneyIsLeftOutWhileThereIsRealMoneyAndCoinsStayApart() {
        assertThat(live(Example.position().in(Environment.PRACTICE).unrealised("1").live(Duration.ZERO),
                Example.position().in(Environment.DEMO).unrealised("2").live(Duration.ZERO),
                Example.position().in("USDC").unrealised("3").live(Duration.ZERO),
                Example.position().unrealised("4").live(Duration.ZERO))).containsExactly(
                        "USDT, 1 position demo left out; practice left out +4.00 0.00 1,032 no stop",
                        "USDC, 1 position demo left out; practice left out +3.00 0.00 1,032 no stop");
    }

    @Test
    void practiceMoneyAloneIsAddedUpUnderItsName() {
        assertThat(live(Example.position().in(Environment.PRACTICE).unrealised("1").live(Duration.ZERO)))
                .containsExactly("USDT, 1 position PRACTICE +1.00 0.00 1,032 no stop");
    }

    @Test
    void totalsSayHowManyPositionsAreAtTheirLastValue() {
        assertThat(live(Example.position().linked(LinkState.RECONNECTING)).getFirst()).contains("1 at its last value");
    }

    @Test
    void totalsSayWhatEveryStopTogetherCosts() {
        // (101950 - 103186.44) * 0.2 = -247.288; the other one has none
        assertThat(live(Example.position().guarded("101950", "84300"), Example.position().of("XRPUSDT").live(Duration.ZERO)).getFirst())
                .endsWith("if every stop is hit \u2212247.29 1 has no stop at all");
    }

    @Test
    void todayIsWhatWasClosedSinceMidnightAndWhatIsOpen() {
        var words = new TodayWords(figures);
        var midnight = words.midnight(Example.NOW);
        // both were closed an hour ago: 50 + 106.1 = 156.10
        var trades = List.of(Example.position().closed("50", Certainty.CONFIRMED, Exit.Basis.RECORD),
                Example.position().closed("106.1", Certainty.CONFIRMED, Exit.Basis.RECORD),
                Example.position().in(Environment.DEMO).closed("9", Certainty.CONFIRMED, Exit.Basis.RECORD));
        var view = new LiveView(1, List.of(Example.position().live(Duration.ZERO)));

        assertThat(midnight).isEqualTo(Instant.parse("2026-11-12T00:00:00Z"));
        assertThat(line(words.cells(TodayWords.closed(trades, midnight), view))).isEqualTo("Today closed +156.10 open +265.22 USDT");
        assertThat(words.tip(TodayWords.closed(trades, midnight), view)).contains("Today closed +9.00 open 0.00 USDT DEMO");
        assertThat(TodayWords.closed(trades, Example.NOW).values()).allMatch(sum -> sum.compareTo(BigDecimal.ZERO) == 0);
    }

    private List<String> live(LivePosition... positions) {
        return new LiveTotals(figures).of(new LiveView(1, List.of(positions))).stream()
                .map(sum -> sum.head().words() + " " + line(sum.cells()) + " " + sum.tail().words()).toList();
    }

    private static String line(List<Cell> cells) {
        return cells.stream().map(Cell::words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
