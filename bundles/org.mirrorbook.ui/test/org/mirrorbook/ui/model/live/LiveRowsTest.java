package org.mirrorbook.ui.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.CellShape;
import org.mirrorbook.ui.model.Example;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.RowSentence;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Sorting;
import org.mirrorbook.ui.model.Tone;

/** Long 0.2 BTC from 103,186.44, open at +265.2199, a margin of 1,031.86, net 254.4199. */
class LiveRowsTest {

    private static final LiveWish FLAT = LiveWish.usual().grouped(false);

    private final LiveRows rows = new LiveRows(new Figures(ZoneOffset.UTC), new MarkHistory());

    @Test
    void aLivePositionShowsItsFiguresAsATraderReadsThem() {
        var row = row(Example.position().guarded("101950", "84300"), LinkState.LIVE);

        // ROE 265.2199 / 1031.86 = 25.70 %; liquidation (104512.5 - 84300) / 104512.5 = 19.3 %; 1R = (103186.44 - 101950) * 0.2 = 247.288,
        // R now 254.4199 / 247.288 = 1.03
        assertThat(row.cells().stream().map(Cell::words).limit(LiveColumn.HOUR.ordinal())).containsExactly(
                "", "Main", "BTCUSDT", "LONG", "0.2", "103,186.4", "104,512.5", "+265.22", "+25.70", "\u2013", "+1.03", "20\u00d7", "1,032",
                "19.3", "101,950.0 LIVE", "\u2013", "\u2013", "3h 12m");
        assertThat(row.cell(LiveColumn.DOT).shape()).isEqualTo(Shape.DOT);
        assertThat(row.summary()).isEqualTo("BTCUSDT long, +265.22 USDT");
        // what is heard of a single cell
        int unrealised = LiveColumn.UNREALISED.ordinal();
        assertThat(RowSentence.of(row, LiveColumn.UNREALISED.spec(), unrealised))
                .isEqualTo("Unrealised, plus 265.22, BTCUSDT long, Main, live");
    }

    @Test
    void aPositionNearItsLiquidationWarnsAndAVeryNearOneWarnsLouder() {
        assertThat(row(Example.position().guarded("101950", "96700"), LinkState.LIVE).cell(LiveColumn.LIQUIDATION))
                .extracting(Cell::text, Cell::tone, Cell::strong, Cell::shape).containsExactly("7.5", Tone.WARN, true, Shape.NONE);
        assertThat(row(Example.position().guarded("101950", "100000"), LinkState.LIVE).cell(LiveColumn.LIQUIDATION))
                .extracting(Cell::text, Cell::tone, Cell::strong, Cell::shape).containsExactly("4.3", Tone.ERROR, true, Shape.WARNING);
    }

    @Test
    void theExcursionsAreDrawnInMultiplesOfR() {
        var guarded = Example.position().guarded("101950", "84300");
        var went = new Excursions(Optional.of(new Excursion(new BigDecimal("494.576"), new BigDecimal("105659.32"), Example.NOW)),
                Optional.of(new Excursion(new BigDecimal("-123.644"), new BigDecimal("102568.22"), Example.NOW)), false);
        var row = row(new LivePosition("Main", guarded.trade().with(went), guarded.mark(), guarded.markAt(), LinkState.LIVE),
                LinkState.LIVE);

        // 1R = 247.288: 494.576 is 2R, -123.644 is -0.5R, 265.2199 is 1.07R
        assertThat(row.cell(LiveColumn.EXCURSIONS).drawing()).contains(
                new CellShape.Excursions(new BigDecimal("-0.50"), new BigDecimal("2.00"), new BigDecimal("1.07")));
        assertThat(row.cell(LiveColumn.EXCURSIONS).tip()).isEqualTo("MAE \u2212123.64 (\u22120.50 R), MFE +494.58 (+2.00 R)");
    }

    @Test
    void aLivePriceThatIsLateLosesTheFilledDotAndNothingElse() {
        var fresh = row(Example.position().live(Duration.ofSeconds(4)), LinkState.LIVE);
        var late = row(Example.position().live(Duration.ofSeconds(5)), LinkState.LIVE);

        assertThat(late.cell(LiveColumn.DOT)).extracting(Cell::shape, Cell::tone, Cell::tip)
                .containsExactly(Shape.DOT_OPEN, Tone.STALE, "mark 5s old");
        assertThat(late.cells().subList(1, late.cells().size())).isEqualTo(fresh.cells().subList(1, fresh.cells().size()));
    }

    @Test
    void aRowWhoseLinkIsDownIsGreySaysSinceWhenAndKeepsItsLastValues() {
        var row = row(Example.position().linked(LinkState.RECONNECTING), LinkState.RECONNECTING);

        assertThat(row.cell(LiveColumn.ACCOUNT).text()).isEqualTo("Main  since 14:02");
        assertThat(row.cell(LiveColumn.UNREALISED)).extracting(Cell::text, Cell::tone, Cell::shape)
                .containsExactly("+265.22", Tone.STALE, Shape.UP_OPEN);
        assertThat(row.cells().subList(1, row.cells().size())).allMatch(cell -> cell.tone() == Tone.STALE);
        assertThat(row.cell(LiveColumn.DOT)).extracting(Cell::shape, Cell::tone).containsExactly(Shape.DOT_OPEN, Tone.STALE);
    }

    @Test
    void anAccountIsAGroupWithItsStateAndItsSums() {
        var shown = grouped(LiveWish.usual(), LinkState.LIVE, Example.position().live(Duration.ZERO),
                Example.position().of("XRPUSDT").unrealised("-65.2199").realised("88.8").live(Duration.ZERO));

        // 265.2199 - 65.2199 = 200; 1031.86 * 2 = 2063.72
        assertThat(shown).hasSize(3);
        assertThat(shown.getFirst()).isInstanceOfSatisfying(LiveGroup.class, group -> {
            assertThat(group.head().words()).isEqualTo("Main live, 2 positions");
            assertThat(group.cells().stream().filter(cell -> !cell.isEmpty()).map(Cell::text))
                    .containsExactly("+200.00", "+88.80", "2,064");
        });
    }

    @Test
    void aGroupWhoseLinkIsDownSaysSinceWhenInAChip() {
        var head = ((LiveGroup) grouped(LiveWish.usual(), LinkState.RECONNECTING, Example.position().linked(LinkState.RECONNECTING))
                .getFirst());

        assertThat(head.head().words()).isEqualTo("Main since 14:02 last values kept");
        assertThat(head.head().more()).anySatisfy(cell -> assertThat(cell.chip()).isPresent());
        assertThat(head.cells().get(LiveColumn.UNREALISED.ordinal())).extracting(Cell::tone, Cell::shape)
                .containsExactly(Tone.STALE, Shape.UP_OPEN);
    }

    @Test
    void moneyOfTwoCoinsIsTwoGroupsOfOneAccount() {
        var shown = grouped(LiveWish.usual(), LinkState.LIVE, Example.position().live(Duration.ZERO),
                Example.position().in("USDC").live(Duration.ZERO));

        assertThat(shown).filteredOn(LiveGroup.class::isInstance).extracting(row -> ((LiveGroup) row).head().words())
                .containsExactlyInAnyOrder("Main USDT live, 1 position", "Main USDC live, 1 position");
    }

    @Test
    void aClosedGroupShowsItsHeadAlone() {
        var open = grouped(LiveWish.usual(), LinkState.LIVE, Example.position().live(Duration.ZERO));
        var closed = grouped(LiveWish.usual().toggled(((LiveGroup) open.getFirst()).key()), LinkState.LIVE,
                Example.position().live(Duration.ZERO));

        assertThat(open).hasSize(2);
        assertThat(closed).hasSize(1);
        assertThat(((LiveGroup) closed.getFirst()).open()).isFalse();
    }

    @Test
    void practiceMoneyIsTaggedInItsGroup() {
        assertThat(((LiveGroup) grouped(LiveWish.usual(), LinkState.LIVE, Example.position().in(Environment.PRACTICE).live(Duration.ZERO))
                .getFirst()).head().words()).contains("PRACTICE");
    }

    @Test
    void rowsAreSortedByTheFiguresOfAColumnAndWhatIsNotKnownComesLast() {
        var unknown = Example.position().of("AAAUSDT").open();
        var view = new LiveView(1, List.of(Example.position().unrealised("5").live(Duration.ZERO),
                new LivePosition("Main", unknown.with(unknown.result().withUnrealised(Optional.empty())), Optional.empty(),
                        Optional.empty(), LinkState.LIVE),
                Example.position().of("XRPUSDT").unrealised("70").live(Duration.ZERO)));

        assertThat(symbols(view, new Sorting(LiveColumn.UNREALISED.ordinal(), false))).containsExactly("XRPUSDT", "BTCUSDT", "AAAUSDT");
        assertThat(symbols(view, new Sorting(LiveColumn.UNREALISED.ordinal(), true))).containsExactly("BTCUSDT", "XRPUSDT", "AAAUSDT");
    }

    @Test
    void anAbsentFigureIsADashAndNotZero() {
        var trade = Example.position().open();
        var row = row(new LivePosition("Main", trade.with(trade.result().withUnrealised(Optional.empty())), Optional.empty(),
                Optional.empty(), LinkState.LIVE), LinkState.LIVE);

        assertThat(List.of(LiveColumn.UNREALISED, LiveColumn.MARK, LiveColumn.RETURN, LiveColumn.LIQUIDATION, LiveColumn.EXCURSIONS))
                .allSatisfy(column -> assertThat(row.cell(column).text()).isEqualTo("\u2013"));
        assertThat(row.cell(LiveColumn.DOT).shape()).isEqualTo(Shape.DOT_OPEN);
    }

    private List<String> symbols(LiveView view, Sorting by) {
        return rows.of(view, Map.of(), FLAT.sorted(Optional.of(by)), Example.NOW).stream()
                .map(row -> row.cells().get(LiveColumn.SYMBOL.ordinal()).text()).toList();
    }

    private List<Row> grouped(LiveWish wish, LinkState state, LivePosition... positions) {
        return rows.of(new LiveView(1, List.of(positions)), Map.of(Example.MAIN, link(state)), wish, Example.NOW);
    }

    private LiveRow row(LivePosition position, LinkState state) {
        return (LiveRow) rows.of(new LiveView(1, List.of(position)), Map.of(Example.MAIN, link(state)), FLAT, Example.NOW).getFirst();
    }

    private static LinkStatus link(LinkState state) {
        return LinkStatus.of(state, Example.NOW.minusSeconds(4 * 60 + 21));
    }
}
