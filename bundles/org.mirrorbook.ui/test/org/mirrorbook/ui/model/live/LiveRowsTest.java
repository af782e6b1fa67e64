package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;

class LiveRowsTest {

    private final LiveRows rows = new LiveRows(new Figures(ZoneOffset.UTC));

    @Test
    void aLivePositionShowsItsFiguresAsATraderReadsThem() {
        var row = row(Example.position().live(Duration.ofSeconds(1)), LinkState.LIVE);

        assertThat(row.cells().stream().map(Cell::text)).containsExactly(
                "", "Main", "BTCUSDT", "LONG", "0.2", "103,186.4", "104,512.5", "+265.22", "\u2013", "\u2013", "20\u00d7", "1,032",
                "\u2013", "\u2013", "\u2013", "\u2013", "10:54");
        assertThat(row.cell(LiveColumn.DOT).shape()).isEqualTo(Shape.DOT);
    }

    @Test
    void aLivePriceThatIsLateLosesTheFilledDotAndNothingElse() {
        var fresh = row(Example.position().live(Duration.ofSeconds(4)), LinkState.LIVE);
        var late = row(Example.position().live(Duration.ofSeconds(5)), LinkState.LIVE);

        assertThat(late.cell(LiveColumn.DOT)).extracting(Cell::shape, Cell::tone).containsExactly(Shape.DOT_OPEN, Tone.STALE);
        assertThat(late.cells().subList(1, late.cells().size())).isEqualTo(fresh.cells().subList(1, fresh.cells().size()));
    }

    @Test
    void aRowWhoseLinkIsDownIsGreySaysSinceWhenAndKeepsItsLastValues() {
        var row = row(Example.position().linked(LinkState.RECONNECTING), LinkState.RECONNECTING);

        assertThat(row.cell(LiveColumn.ACCOUNT).text()).isEqualTo("Main  since 14:02");
        assertThat(row.cell(LiveColumn.UNREALISED)).extracting(Cell::text, Cell::tone, Cell::shape)
                .containsExactly("+265.22", Tone.STALE, Shape.UP_OPEN);
        assertThat(row.cells().subList(1, row.cells().size())).allMatch(cell -> cell.tone() == Tone.STALE);
        assertThat(row.cell(LiveColumn.DOT).shape()).isEqualTo(Shape.RING);
    }

    @Test
    void aRowOfAnAccountThatCannotKeepWhatItHearsWarnsAndKeepsItsLastValues() {
        var row = row(Example.position().linked(LinkState.DEGRADED), LinkState.DEGRADED);

        assertThat(row.cell(LiveColumn.DOT)).extracting(Cell::shape, Cell::tone).containsExactly(Shape.ALERT, Tone.WARN);
        assertThat(row.cell(LiveColumn.DOT).tip()).startsWith("Degraded");
        assertThat(row.cell(LiveColumn.ACCOUNT)).extracting(Cell::text, Cell::tone).containsExactly("Main  since 14:02", Tone.STALE);
    }

    @Test
    void aRowOfAnAccountThatNeedsAttentionCarriesTheAlert() {
        assertThat(row(Example.position().linked(LinkState.NEEDS_ATTENTION), LinkState.NEEDS_ATTENTION).cell(LiveColumn.DOT))
                .extracting(Cell::shape, Cell::tone).containsExactly(Shape.ALERT, Tone.ERROR);
    }

    @Test
    void aRowWhoseLinkIsOnItsWayForTheFirstTimeSaysSo() {
        assertThat(row(Example.position().linked(LinkState.CONNECTING), LinkState.CONNECTING).cell(LiveColumn.ACCOUNT))
                .extracting(Cell::text, Cell::tone).containsExactly("Main  connecting", Tone.STALE);
    }

    @Test
    void rowsAreInTheOrderOfAccountSymbolAndSide() {
        var view = new LiveView(1, List.of(Example.position().of("XRPUSDT").live(Duration.ZERO), Example.position().live(Duration.ZERO)));

        assertThat(rows.of(view, Map.of(), Example.NOW)).extracting(row -> row.cell(LiveColumn.SYMBOL).text())
                .containsExactly("BTCUSDT", "XRPUSDT");
    }

    @Test
    void anAbsentFigureIsADashAndNotZero() {
        var trade = Example.position().open();
        var position = new LivePosition("Main", trade.with(trade.result().withUnrealised(Optional.empty())), Optional.empty(),
                Optional.empty(),
                LinkState.LIVE);

        var row = row(position, LinkState.LIVE);

        assertThat(row.cell(LiveColumn.UNREALISED).text()).isEqualTo("\u2013");
        assertThat(row.cell(LiveColumn.MARK).text()).isEqualTo("\u2013");
        assertThat(row.cell(LiveColumn.DOT).shape()).isEqualTo(Shape.DOT_OPEN);
    }

    private LiveRow row(LivePosition position, LinkState state) {
        var link = LinkStatus.of(state, Example.NOW.minusSeconds(4 * 60 + 21));
        return rows.of(new LiveView(1, List.of(position)), Map.of(Example.MAIN, link), Example.NOW).getFirst();
    }
}
