package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;
import org.mirrorbook.domain.statistics.RiskReading;

/** Long 0.2 BTC from 103,186.44: a net of 254.4199 (265.2199 open, - 12.38 fees, + 1.58 funding). */
class RiskCellsTest {

    private static final Instant SET = Example.NOW.minus(Duration.ofMinutes(60));

    private final RiskCells cells = new RiskCells(new Figures(ZoneOffset.UTC));

    @Test
    void aStopSaysWhereItComesFrom() {
        assertThat(stop(with(live("101950")))).extracting(Cell::text, cell -> cell.tag().get())
                .containsExactly("101,950.0", new Tag("LIVE", Tone.TEXT));
        assertThat(stop(with(planned("101950")))).extracting(Cell::words, cell -> cell.tag().get().tone())
                .containsExactly("101,950.0 PLAN", Tone.TEXT2);
    }

    @Test
    void aStopThatFollowsFrom1rIsAnEstimate() {
        // 250 USDT over 0.2 BTC are 1,250: 103,186.44 - 1,250 = 101,936.44
        var trade = Example.position().open().with(Risk.none().withOneR(new Money(Example.decimal("250"), "USDT")));

        assertThat(stop(trade)).extracting(Cell::words, cell -> cell.tag().get().tone()).containsExactly("101,936.4 EST", Tone.WARN);
        // 254.4199 / 250 = 1.0177
        assertThat(cells.multipleNow(trade, RiskReading.of(trade))).extracting(Cell::text, Cell::tone)
                .containsExactly("\u2248 +1.02", Tone.PROFIT);
        assertThat(cells.multiple(trade, RiskReading.of(trade)).words()).isEqualTo("+1.02 EST");
    }

    @Test
    void aMovedStopShowsWhereItIsNowAndTellsWhereItWasFirst() {
        var cell = stop(with(live("101950"), live("104000")));

        assertThat(cell.words()).isEqualTo("104,000.0 LIVE");
        assertThat(cell.tip()).contains("the first one was at 101,950");
    }

    @Test
    void aLiveStopThatWasTakenAwayIsNotShownAsIfItStood() {
        var trade = with(live("101950"), new ProtectionMove(SET.plusSeconds(60), ProtectionSource.LIVE, Optional.empty()));

        assertThat(stop(trade).text()).isEqualTo("\u2013");
        assertThat(stop(trade).tip()).isEqualTo("No stop at the exchange since 13:07. R rests on the first one, 101,950.");
        // (103,186.44 - 101,950) x 0.2 = 247.288; 254.4199 / 247.288 = 1.0288
        assertThat(cells.multiple(trade, RiskReading.of(trade)).words()).isEqualTo("+1.03 LIVE");
    }

    @Test
    void withoutAStopThereIsNeitherAPriceNorAMultiple() {
        var trade = Example.position().open();

        assertThat(stop(trade).words()).isEqualTo("\u2013");
        assertThat(cells.multipleNow(trade, RiskReading.of(trade)).text()).isEqualTo("\u2013");
        assertThat(cells.favourable(trade, Example.NOW).text()).isEqualTo("\u2013");
    }

    @Test
    void whereAGapMayHideMoreAnExcursionIsABound() {
        var whole = excursions(false);
        var gap = excursions(true);

        assertThat(cells.favourable(whole, Example.NOW)).extracting(Cell::text, Cell::tone).containsExactly("+443.10", Tone.TEXT);
        assertThat(cells.adverse(whole, Example.NOW).tip()).isEqualTo("\u2212128.4 USDT at 102,544.44, 13:06.");
        assertThat(cells.favourable(gap, Example.NOW)).extracting(Cell::text, Cell::tone).containsExactly("\u2265 +443.10", Tone.WARN);
        assertThat(cells.adverse(gap, Example.NOW).text()).isEqualTo("\u2264 \u2212128.40");
    }

    private Cell stop(Trade trade) {
        return cells.price(trade, ProtectionKind.STOP_LOSS, RiskReading.of(trade).stopLoss(), Example.NOW);
    }

    private static Trade excursions(boolean gap) {
        return Example.position().open().with(new Excursions(
                Optional.of(new Excursion(Example.decimal("443.1"), Example.decimal("105401.94"), SET)),
                Optional.of(new Excursion(Example.decimal("-128.4"), Example.decimal("102544.44"), SET)), gap));
    }

    private static Trade with(ProtectionMove... moves) {
        var risk = Risk.none();
        for (var move : moves) {
            risk = risk.with(ProtectionKind.STOP_LOSS, move);
        }
        return Example.position().open().with(risk);
    }

    private static ProtectionMove live(String price) {
        return new ProtectionMove(SET, ProtectionSource.LIVE, Optional.of(Example.decimal(price)));
    }

    private static ProtectionMove planned(String price) {
        return new ProtectionMove(SET, ProtectionSource.PLANNED, Optional.of(Example.decimal(price)));
    }
}
