package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Environment;

class TotalsTest {

    private final Figures figures = new Figures(ZoneOffset.UTC);

    @Test
    void theJournalsNetIsOfClosedTradesAndTheWinRateIsSaidWithAndWithoutBreakEven() {
        // closed: 50 + 30 - 20 + 0 = 60; open: 0 + 10 - 12.38 fees + 1.58 funding = -0.80; 2 of 3 = 66.7 %, with break-even 2 of 4 = 50 %
        var groups = journal(closed("50"), closed("30"), closed("-20"), closed("0"), Example.position().unrealised("10").open());

        assertThat(groups).containsExactly("5 trades net of 4 closed +60.00 USDT of 1 open \u22120.80 USDT fees \u221212.38 funding 1.58 "
                + "win rate 66.7 % 50.0 % with BE");
    }

    @Test
    void practiceTradesAreNeverAddedToRealOnes() {
        var practice = Example.position().in(Environment.PRACTICE).closed("1000", Certainty.CONFIRMED, Exit.Basis.RECORD);

        assertThat(journal(closed("50"), practice)).satisfiesExactly(
                real -> assertThat(real).startsWith("1 trade net of 1 closed +50.00 USDT"),
                apart -> assertThat(apart).startsWith("1 trade PRACTICE net of 1 closed +1,000.00 USDT"));
    }

    private List<String> journal(Trade... trades) {
        return new JournalTotals(figures).of(List.of(trades)).stream().map(Example::text).toList();
    }

    private static Trade closed(String gross) {
        return Example.position().closed(gross, Certainty.CONFIRMED, Exit.Basis.RECORD);
    }
}
