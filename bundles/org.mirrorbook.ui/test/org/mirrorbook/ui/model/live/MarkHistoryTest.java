package org.mirrorbook.ui.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.ui.model.Example;

/** The price line: of each minute the newest mark, of the last hour. */
class MarkHistoryTest {

    private static final Slot BTC = Example.position().open().slot();

    private final MarkHistory history = new MarkHistory();

    @Test
    void onePriceIsNoLine() {
        note("100", 0);

        assertThat(history.heights(BTC)).isEmpty();
    }

    @Test
    void theNewestPriceOfAMinuteCountsAndAMinuteWithoutOneKeepsTheOneBefore() {
        note("100", 0);
        note("104", 10);
        note("108", 60);
        note("100", 4 * 60);

        // 104 of 100 to 108 is the half; 108 stays for two more minutes
        assertThat(history.heights(BTC)).containsExactly(50, 100, 100, 100, 0);
        assertThat(history.minutes(BTC)).isEqualTo(5);
        // 100 / 104 - 1 = -0.038462
        assertThat(history.move(BTC)).isEqualByComparingTo("-0.038462");
    }

    @Test
    void whatIsOlderThanAnHourIsForgotten() {
        note("1", 0);
        note("2", 60);
        note("3", (int) Duration.ofMinutes(61).toSeconds());

        assertThat(history.heights(BTC)).startsWith(0).endsWith(100);
        assertThat(history.minutes(BTC)).isEqualTo(61);
    }

    @Test
    void aPositionThatIsGoneIsForgotten() {
        note("1", 0);
        note("2", 60);
        history.note(List.of(), Example.NOW);

        assertThat(history.heights(BTC)).isEmpty();
    }

    @Test
    void aPriceThatStandsStillIsALineInTheMiddle() {
        note("5", 0);
        note("5", 60);

        assertThat(history.heights(BTC)).containsExactly(50, 50);
    }

    private void note(String price, int second) {
        Instant at = Instant.parse("2026-11-12T14:00:00Z").plusSeconds(second);
        history.note(List.of(new LivePosition("Main", Example.position().open(), Optional.of(Example.decimal(price)), Optional.of(at),
                LinkState.LIVE)), at);
    }
}
