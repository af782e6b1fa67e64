package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;

/** Long 0.2 BTC from 103,186.44. */
class PlanFormTest {

    private final Figures figures = new Figures(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101,950", "1e5", "price", "101950.", "NaN", "12345678901234"})
    void whatIsNoPriceGetsASentence(String text) {
        assertThat(stop(text).problem()).get().asString().startsWith("Write a price above zero");
        assertThat(stop(text).price()).isEmpty();
    }

    @Test
    void anEmptyFieldIsNoMistakeAndNoPrice() {
        assertThat(stop(" ").problem()).isEmpty();
        assertThat(stop(" ").price()).isEmpty();
    }

    @Test
    void aStopSaysWhatIsLostThere() {
        // (101,950 - 103,186.44) x 0.2 = -247.288
        assertThat(stop("101950").meaning(figures)).extracting(Cell::text, Cell::tone)
                .containsExactly("\u2212247.29 USDT before costs if it is hit: this is 1R", Tone.LOSS);
    }

    @Test
    void aStopOnTheProfitSideWarnsThatNoRCanRestOnIt() {
        assertThat(stop("104000").meaning(figures)).extracting(Cell::text, Cell::tone)
                .containsExactly("On the profit side of the entry: no R can rest on it.", Tone.WARN);
    }

    @Test
    void aTargetSaysWhatIsWonThereAndWarnsOnTheOtherSide() {
        // (107,400 - 103,186.44) x 0.2 = 842.712
        assertThat(target("107400").meaning(figures).text()).isEqualTo("+842.71 USDT before costs if it is hit");
        assertThat(target("103000").meaning(figures).tone()).isEqualTo(Tone.WARN);
    }

    @Test
    void thePlanThatStandsIsTheNewestOneUnlessItWasTakenAway() {
        var set = new ProtectionMove(Example.NOW, ProtectionSource.PLANNED, Optional.of(Example.decimal("101950")));
        var gone = new ProtectionMove(Example.NOW, ProtectionSource.PLANNED, Optional.empty());
        var planned = Example.position().open().with(Risk.none().with(ProtectionKind.STOP_LOSS, set));

        assertThat(PlanForm.planned(planned, ProtectionKind.STOP_LOSS).get()).isEqualByComparingTo("101950");
        assertThat(PlanForm.planned(planned, ProtectionKind.TAKE_PROFIT)).isEmpty();
        assertThat(PlanForm.planned(planned.with(planned.risk().with(ProtectionKind.STOP_LOSS, gone)), ProtectionKind.STOP_LOSS)).isEmpty();
    }

    private static PlanForm stop(String text) {
        return new PlanForm(Example.position().open(), ProtectionKind.STOP_LOSS, text);
    }

    private static PlanForm target(String text) {
        return new PlanForm(Example.position().open(), ProtectionKind.TAKE_PROFIT, text);
    }
}
