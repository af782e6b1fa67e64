package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;

class JournalRowsTest {

    private final JournalRows rows = new JournalRows(new Figures(ZoneOffset.UTC));

    @Test
    void aConfirmedTradeShowsWhatTheExchangeSaid() {
        var row = row(Example.position().closed("407.9", Certainty.CONFIRMED, Exit.Basis.RECORD));

        // opened 10:54:21, closed 13:06:21: held 2h 12m
        assertThat(row.cells().stream().map(Cell::text).limit(15)).containsExactly("12 Nov 10:54", "BTCUSDT", "LONG", "Main", "WIN",
                "confirmed", "0.2", "103,186.4", "104,512.5", "+407.90", "\u2013", "0.00", "0.00", "2h 12m", "");
        assertThat(row.cell(JournalColumn.CLOSED).text()).isEqualTo("12 Nov 13:06");
        assertThat(row.cell(JournalColumn.ENVIRONMENT).text()).isEqualTo("live");
        assertThat(row.cell(JournalColumn.STATUS).chip()).contains(Chip.WIN);
    }

    @Test
    void anOpenTradeHasNoExitAndIsHeldUntilNow() {
        // net: 265.2199 unrealised - 12.38 fees + 1.58 funding = 254.4199
        var row = row(Example.position().open());

        assertThat(row.cell(JournalColumn.EXIT).text()).isEqualTo("\u2013");
        assertThat(row.cell(JournalColumn.HELD).text()).isEqualTo("3h 12m");
        assertThat(row.cell(JournalColumn.NET).text()).isEqualTo("+254.42");
        assertThat(row.cell(JournalColumn.CERTAINTY).text()).isEqualTo("live");
    }

    @Test
    void anExitThatIsAGuessSaysSo() {
        assertThat(row(Example.position().closed("1", Certainty.PROVISIONAL, Exit.Basis.MARK)).cell(JournalColumn.EXIT))
                .extracting(Cell::text, Cell::tone).containsExactly("\u2248 104,512.5", Tone.WARN);
    }

    @Test
    void anOpenTradeOfAnAccountThatIsNotMirroredIsNotCalledLive() {
        assertThat(rows.of(Example.position().open(), Map.of(), Map.of(), Example.NOW).cell(JournalColumn.CERTAINTY).text())
                .isEqualTo("not watched");
    }

    @Test
    void anOpenTradeOfALostLinkSaysSinceWhen() {
        var lost = Map.of(Example.MAIN, LinkStatus.of(LinkState.RECONNECTING, Example.NOW.minusSeconds(261)));

        assertThat(rows.of(Example.position().open(), Map.of(), lost, Example.NOW).cell(JournalColumn.CERTAINTY))
                .extracting(Cell::text, Cell::shape, Cell::tone).containsExactly("since 14:02", Shape.DOT_OPEN, Tone.STALE);
    }

    @Test
    void anOpenTradeOfADegradedAccountSaysSinceWhenAndThatNothingCanBeKept() {
        var degraded = Map.of(Example.MAIN, LinkStatus.of(LinkState.DEGRADED, Example.NOW.minusSeconds(261)));

        var cell = rows.of(Example.position().open(), Map.of(), degraded, Example.NOW).cell(JournalColumn.CERTAINTY);

        assertThat(cell.text()).isEqualTo("since 14:02");
        assertThat(cell.tip()).startsWith("Degraded");
    }

    @Test
    void aTradeThatWasPutRightSaysSo() {
        var corrected = Example.position().closed("407.9", Certainty.CONFIRMED, Exit.Basis.RECORD).with(Standing.CORRECTED);

        assertThat(row(corrected).cell(JournalColumn.CERTAINTY)).extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("corrected", Shape.PENCIL, Tone.ACCENT);
    }

    @Test
    void aTradeSaysByWhatItWasClosed() {
        var closed = Example.position().closed("1", Certainty.CONFIRMED, Exit.Basis.RECORD);

        assertThat(row(closed.with(closed.exit().get().because(CloseReason.LIQUIDATION))).cell(JournalColumn.CLOSED_BY))
                .extracting(Cell::text, Cell::tone).containsExactly("liquidation", Tone.ERROR);
    }

    private JournalRow row(Trade trade) {
        return rows.of(trade, Map.of(Example.MAIN, "Main"), Map.of(Example.MAIN, LinkStatus.of(LinkState.LIVE, Example.NOW)), Example.NOW);
    }
}
