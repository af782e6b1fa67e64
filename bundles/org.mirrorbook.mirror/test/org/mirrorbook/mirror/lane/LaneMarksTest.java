package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.MirrorTopics;

/** Mark prices: they move what is shown, at a bounded rate, and never the structure. */
class LaneMarksTest {

    private final Stage stage = new Stage();

    @Test
    void theProfitFollowsTheNewestMarkPrice() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.mark("BTCUSDT", "60200");
        stage.pass(Duration.ofMillis(100));

        var shown = stage.shown().get(0);
        assertThat(shown.mark()).hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("60200"));
        assertThat(shown.markAt()).contains(Stage.NOON);
        // 0.5 × (60200 − 60000) = 100
        assertThat(shown.trade().result().unrealised().orElseThrow()).isEqualByComparingTo("100");
    }

    @Test
    void aThousandPricesASecondAreAtMostTenViews() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        var views = new AtomicInteger();
        stage.directory.subscribe(views::incrementAndGet);
        for (int i = 0; i < 1000; i++) {
            stage.mark("BTCUSDT", Integer.toString(60_000 + i));
            stage.pass(Duration.ofMillis(1));
        }
        // one view after each 100 ms and 1 ms until the next price starts the next interval: at 100, 201, …, 908 ms
        assertThat(views.get()).isBetween(9, 10);
    }

    @Test
    void theOpenProfitIsWrittenAndToldAtMostOnceASecond() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        int commits = stage.journal.batches.size();
        stage.events.clear();
        for (int i = 0; i < 50; i++) {
            stage.mark("BTCUSDT", Integer.toString(60_000 + i));
            stage.pass(Duration.ofMillis(100));
        }
        assertThat(stage.journal.batches.size() - commits).as("in five seconds").isBetween(4, 5);
        assertThat(stage.events(MirrorTopics.UPDATED)).hasSize(stage.journal.batches.size() - commits);
        assertThat(stage.journal.batches).last().satisfies(batch -> assertThat(batch.changes()).isEmpty());
    }

    @Test
    void ofManyAccountsTogetherTheOpenProfitIsWrittenAtMostFortyTimesASecond() {
        for (int i = 0; i < 200; i++) {
            stage.directory.opened(new AccountId("b-" + i), new Quiet());
        }
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        int commits = stage.journal.batches.size();
        for (int i = 0; i < 200; i++) {
            stage.mark("BTCUSDT", Integer.toString(60_000 + i));
            stage.pass(Duration.ofMillis(100));
        }
        // 200 × 25 ms is one in five seconds; what is seen is as new as ever
        assertThat(stage.journal.batches.size() - commits).as("in twenty seconds").isBetween(3, 4);
        assertThat(stage.shown().get(0).mark()).hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("60199"));
    }

    @Test
    void aPriceThatStandsStillWritesNothing() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.pass(Duration.ofSeconds(3));
        int commits = stage.journal.batches.size();
        for (int i = 0; i < 50; i++) {
            stage.mark("BTCUSDT", "60100");
            stage.pass(Duration.ofMillis(100));
        }
        assertThat(stage.journal.batches).hasSize(commits);
    }

    @Test
    void thePricesOfTheOpenInstrumentsAreWatchedAndNoOthers() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"), row("ETHUSDT", "1", "3000"));
        assertThat(stage.connector.watched).containsExactlyInAnyOrder(new Instrument(USDT, "BTCUSDT"), new Instrument(USDT, "ETHUSDT"));

        stage.snapshot(row("ETHUSDT", "1", "3000"));
        stage.turn();
        assertThat(stage.connector.watched).containsExactly(new Instrument(USDT, "ETHUSDT"));
    }

    @Test
    void aPriceOfAnEarlierLifeIsNotUsedForTheNextOne() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.mark("BTCUSDT", "61000");
        stage.pass(Duration.ofSeconds(1));
        stage.snapshot();
        stage.turn();
        stage.snapshot(row("BTCUSDT", "0.5", "50000"));
        stage.turn();

        assertThat(stage.shown().get(0).mark()).isEmpty();
        assertThat(stage.shown().get(0).trade().result().unrealised()).isEmpty();
    }

    @Test
    void theNewestPriceGoesIntoTheBookBeforeStructureChanges() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.snapshot(row("BTCUSDT", "0.7", "60000"));
        stage.turn();

        assertThat(stage.lifecycle.folded.reversed().stream().limit(2).toList().reversed().stream()
                .map(seen -> seen.getClass().getSimpleName())).containsExactly("MarksSampled", "SnapshotSeen");
        assertThat(stage.journal.batches).last().satisfies(batch -> assertThat(batch.changes()).isNotEmpty());
        // of the size that was held: 0.5 × (60100 − 60000) = 50
        assertThat(stage.journal.trades.values()).first().satisfies(
                trade -> assertThat(trade.result().unrealised().orElseThrow()).isEqualByComparingTo("50"));
        stage.pass(Duration.ofSeconds(2));
        // and a second later of the new one: 0.7 × 100 = 70
        assertThat(stage.journal.trades.values()).first().satisfies(
                trade -> assertThat(trade.result().unrealised().orElseThrow()).isEqualByComparingTo("70"));
    }

    /** The lane of another account, of which only that it is there matters. */
    private static final class Quiet implements LaneControl {

        @Override
        public void syncNow() {
            throw new AssertionError("nobody wishes that");
        }

        @Override
        public LinkHealth health() {
            return LinkHealth.none();
        }

        @Override
        public MirrorPulse pulse() {
            return MirrorPulse.none();
        }

        @Override
        public CompletionStage<Void> tell(Supplier<Observation> wish) {
            throw new AssertionError("nobody edits");
        }

        @Override
        public void beginStop() {
            throw new AssertionError("nobody stops it");
        }
    }
}
