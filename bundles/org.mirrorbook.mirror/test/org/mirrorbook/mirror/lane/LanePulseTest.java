package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.money.Money;

/** What a mirror measures of itself: how long pushes take until they are durable, and the newest equity. */
class LanePulseTest {

    private final Stage stage = new Stage(Optional.empty());

    @Test
    void beforeAnythingWasCommittedNothingIsMeasured() {
        stage.start();

        assertThat(stage.lane.pulse().durable()).isEmpty();
        assertThat(stage.lane.pulse().samples()).isZero();
        assertThat(stage.lane.pulse().equity()).isEmpty();
    }

    @Test
    void aPushIsDurableWhenWhatItChangedIsCommitted() {
        stage.startLive();
        int before = stage.lane.pulse().samples();
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        // received at noon, and its turn comes seven milliseconds later
        stage.clock.move(Duration.ofMillis(7));
        stage.turn();

        assertThat(stage.lane.pulse().samples() - before).isEqualTo(1);
        assertThat(stage.lane.pulse().durable()).contains(Duration.ofMillis(7));
    }

    @Test
    void whatMayWaitForItsTransactionIsNoDelay() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        int before = stage.lane.pulse().samples();
        // the same position again, nothing else in it
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.clock.move(Duration.ofSeconds(3));
        stage.turn();

        assertThat(stage.lane.pulse().samples()).isEqualTo(before);
    }

    @Test
    void theNewestEquityOfEachCoinIsTold() {
        stage.startLive();
        stage.hear(equity("25418.36", "USDT", 0), equity("0.51", "BTC", 0));
        stage.hear(equity("25420.01", "USDT", 1));
        stage.turn();

        assertThat(stage.lane.pulse().equity()).containsExactly(new Money(new BigDecimal("0.51"), "BTC"),
                new Money(new BigDecimal("25420.01"), "USDT"));
        assertThat(stage.lane.pulse().equityAt()).contains(Stage.NOON.plusSeconds(1));
    }

    private static EquitySeen equity(String amount, String coin, long later) {
        var at = Stage.NOON.plusSeconds(later);
        return new EquitySeen(USDT, new Money(new BigDecimal(amount), coin), at, at);
    }
}
