package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.dec;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.risk.ProtectionKind.STOP_LOSS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.ClosingRecord;

@DisplayName("Break-even")
class BreakEvenTest {

    /** A life of 2 from 100 with that gross profit and no costs. */
    private static ClosingRecord earning(String gross) {
        return record(BTC_LONG, life("7", 10), 20, "2", "100", "101", gross, "0", "0", "0");
    }

    private static Story open() {
        return Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));
    }

    private static TradeStatus status(Story story) {
        return story.confirmed().getFirst().status();
    }

    @Test
    @DisplayName("is nothing but a net of zero until somebody sets a rule")
    void none() {
        assertThat(status(open().record(earning("0")))).isEqualTo(TradeStatus.BE);
        assertThat(status(open().record(earning("0.00000001")))).isEqualTo(TradeStatus.WIN);
    }

    @Test
    @DisplayName("is a net within the amount, on either side, its edge included")
    void amount() {
        assertThat(status(Story.flat().rule(1, "2", "0").record(earning("2")))).isEqualTo(TradeStatus.BE);
        assertThat(status(Story.flat().rule(1, "2", "0").record(earning("-2")))).isEqualTo(TradeStatus.BE);
        assertThat(status(Story.flat().rule(1, "2", "0").record(earning("2.01")))).isEqualTo(TradeStatus.WIN);
        assertThat(status(Story.flat().rule(1, "2", "0").record(earning("-2.01")))).isEqualTo(TradeStatus.LOSS);
    }

    @Test
    @DisplayName("is a net within the fraction of R where that is more")
    void fraction() {
        var story = open().rule(1, "0.5", "0.1");
        // 2 × (100 - 90) = 20 at risk, a tenth of it is 2
        story.plan(story.open(BTC_LONG), STOP_LOSS, "90", 11).record(earning("2"));

        assertThat(status(story)).isEqualTo(TradeStatus.BE);
    }

    @Test
    @DisplayName("is judged anew when a stop is planned after the close")
    void plannedAfterwards() {
        var story = open().rule(1, "0.5", "0.1").record(earning("2"));
        assertThat(status(story)).isEqualTo(TradeStatus.WIN);

        story.plan(story.confirmed().getFirst(), STOP_LOSS, "90", 30);
        assertThat(status(story)).isEqualTo(TradeStatus.BE);

        // 2 × (100 - 95) = 10 at risk, a tenth of it is 1
        story.plan(story.confirmed().getFirst(), STOP_LOSS, "95", 31);
        assertThat(status(story)).isEqualTo(TradeStatus.WIN);
    }

    @Test
    @DisplayName("is judged anew for all ended trades of the book when the rule changes, without a fact of its own")
    void newRule() {
        var story = open().record(earning("2")).snapshot(30, row(BTC_LONG, life("8", 30), "1", "100", 30).mark("101")).snapshot(40);
        assertThat(story.awaiting().status()).isEqualTo(TradeStatus.WIN);

        story.rule(2, "3", "0");

        assertThat(status(story)).isEqualTo(TradeStatus.BE);
        assertThat(story.awaiting().status()).isEqualTo(TradeStatus.BE);
        assertThat(story.changes()).isEmpty();
        assertThat(story.trades()).hasSize(2);
        assertThat(story.book().around().rule().version()).isEqualTo(2);
    }

    @Test
    @DisplayName("is judged by the record's figures once they are there, and again when they are corrected")
    void figures() {
        var story = open().rule(1, "2", "0").snapshot(20, row(BTC_LONG, life("7", 10), "2", "100", 20).mark("150")).snapshot(21);
        assertThat(story.awaiting().status()).isEqualTo(TradeStatus.WIN);

        story.record(earning("1"));
        assertThat(status(story)).isEqualTo(TradeStatus.BE);

        story.correct(story.confirmed().getFirst(), earning("-9"), 100);
        assertThat(status(story)).isEqualTo(TradeStatus.LOSS);
        assertThat(story.confirmed().getFirst().result().net()).isEqualByComparingTo(dec("-9"));
    }

    @Test
    @DisplayName("of a trade that the journal alone holds is judged when it is planned")
    void carried() {
        var story = open().record(earning("2"));
        var old = story.confirmed().getFirst();

        story.restartedLongAfter().rule(1, "0", "0.1").plan(old, STOP_LOSS, "90", 5000);

        assertThat(story.trades()).singleElement().satisfies(trade -> assertThat(trade.status()).isEqualTo(TradeStatus.BE));
    }
}
