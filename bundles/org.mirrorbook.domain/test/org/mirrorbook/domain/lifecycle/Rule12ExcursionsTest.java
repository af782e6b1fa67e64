package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.BTC_SHORT;
import static org.mirrorbook.domain.lifecycle.Given.COIN;
import static org.mirrorbook.domain.lifecycle.Given.COIN_LONG;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.dec;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.row;

import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;

@DisplayName("Rule 12: excursions")
class Rule12ExcursionsTest {

    private static Story open() {
        return Story.flat().snapshot(10, row(BTC_LONG, life("7", 10), "2", "100", 10));
    }

    private static Excursion reached(String amount, String price, double seconds) {
        return new Excursion(dec(amount), dec(price), at(seconds));
    }

    private static Excursions between(Excursion favourable, Excursion adverse) {
        return new Excursions(Optional.of(favourable), Optional.of(adverse), false);
    }

    private static MarkSample sample(Trade trade, String price, double seconds, Excursions excursions) {
        return new MarkSample(trade.id(), dec(price), at(seconds), excursions);
    }

    @Test
    @DisplayName("a sampled price gives the open profit and how far the trade went, and is no fact of the journal")
    void sampled() {
        var story = open();
        var far = between(reached("30", "115", 12), reached("-8", "96", 11));

        story.marks(13, sample(story.open(BTC_LONG), "104", 13, far));

        assertThat(story.changes()).isEmpty();
        // 2 × (104 - 100)
        assertThat(story.open(BTC_LONG).result().unrealised()).contains(dec("8"));
        assertThat(story.open(BTC_LONG).excursions()).isEqualTo(far);
        assertThat(story.trades()).containsExactly(story.open(BTC_LONG));
    }

    @Test
    @DisplayName("a short earns where the price falls, and a coin-margined trade in its coin")
    void otherSides() {
        var story = Story.flat().snapshot(10, row(BTC_SHORT, life("7", 10), "2", "100", 10))
                .snapshot(COIN, 10, row(COIN_LONG, life("8", 10), "3", "100", 10));

        story.marks(13, sample(story.open(BTC_SHORT), "104", 13, Excursions.none()),
                sample(story.open(COIN_LONG), "120", 13, Excursions.none()));

        assertThat(story.open(BTC_SHORT).result().unrealised()).contains(dec("-8"));
        // 3 × (120 - 100) / 120 = 0.5
        assertThat(story.open(COIN_LONG).result().unrealised()).contains(dec("0.5"));
    }

    @Test
    @DisplayName("how far it went is never taken back, and a gap stays one")
    void neverLess() {
        var story = open();
        var trade = story.open(BTC_LONG);
        story.marks(13, sample(trade, "104", 13, between(reached("30", "115", 12), reached("-8", "96", 11)).withGap()));

        story.marks(14, sample(trade, "101", 14, between(reached("2", "101", 14), reached("-10", "95", 13.5))));

        assertThat(story.open(BTC_LONG).excursions())
                .isEqualTo(between(reached("30", "115", 12), reached("-10", "95", 13.5)).withGap());
    }

    @Test
    @DisplayName("they outlive rows, a restart, the close and the record; after the close no price counts any more")
    void outlive() {
        var story = open();
        var trade = story.open(BTC_LONG);
        var far = between(reached("30", "115", 12), reached("-8", "96", 11));
        story.marks(13, sample(trade, "104", 13, far)).restarted().snapshot(15, row(BTC_LONG, life("7", 10), "3", "101", 15)).snapshot(20);
        assertThat(story.awaiting().excursions()).isEqualTo(far);

        story.marks(21, sample(trade, "500", 21, between(reached("800", "500", 21), reached("-8", "96", 11))));
        assertThat(story.trades()).isEmpty();

        story.record(record(BTC_LONG, life("7", 10), 20, "3", "101", "110"));
        assertThat(story.confirmed().getFirst().excursions()).isEqualTo(far);
    }

    @Test
    @DisplayName("of a life that was found nobody saw all prices, and it says so")
    void found() {
        var story = Story.flat().record(record(BTC_LONG, life("7", 10), 20, "3", "101", "110"));

        assertThat(story.confirmed().getFirst().found()).isTrue();
        assertThat(story.confirmed().getFirst().excursions()).isEqualTo(Excursions.none().withGap());
    }
}
