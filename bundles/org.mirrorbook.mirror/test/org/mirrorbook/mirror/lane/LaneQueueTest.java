package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.mirror.lane.LaneSignal.Seen;
import org.mirrorbook.mirror.lane.LaneSignal.Work;

/** Who does the work of a lane: one at a time, in the order in which it came. */
class LaneQueueTest {

    private static final long PATIENCE = 30;

    private final LaneQueue queue = new LaneQueue(4);
    private final List<String> done = new ArrayList<>();

    @Test
    void whoBringsABatchToAnIdleLaneDoesItAtOnce() {
        assertThat(queue.offer(batch("one"), this::atOnce)).isTrue();

        assertThat(done).containsExactly("at once one");
        assertThat(queue.workOff(this::worked)).isFalse();
    }

    @Test
    void aBatchThatIsNotDoneAtOnceWaitsForTheLane() {
        assertThat(queue.offer(batch("one"), batch -> false)).isTrue();
        queue.workOff(this::worked);

        assertThat(done).containsExactly("one");
    }

    @Test
    void nobodyOvertakesASignalThatWaits() {
        queue.offer(batch("one"), batch -> false);
        queue.offer(batch("two"), this::atOnce);
        queue.post(new Work(() -> done.add("work")));
        queue.offer(batch("three"), this::atOnce);
        queue.workOff(this::worked);
        queue.offer(batch("four"), this::atOnce);

        assertThat(done).containsExactly("one", "two", "work", "three", "at once four");
    }

    @Test
    void nobodyHasATurnWhileTheLaneWorks() throws Exception {
        var working = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        queue.post(new Work(() -> {
            working.countDown();
            await(go);
            done.add("work");
        }));
        var lane = CompletableFuture.runAsync(() -> queue.workOff(this::worked));
        assertThat(working.await(PATIENCE, TimeUnit.SECONDS)).isTrue();

        queue.offer(batch("one"), this::atOnce);
        go.countDown();
        lane.get(PATIENCE, TimeUnit.SECONDS);
        assertThat(done).containsExactly("work");

        queue.workOff(this::worked);
        assertThat(done).containsExactly("work", "one");
    }

    @Test
    void theLaneWaitsForWhoHasTheTurn() throws Exception {
        var glancing = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var network = CompletableFuture.runAsync(() -> queue.offer(batch("one"), batch -> {
            glancing.countDown();
            await(go);
            return atOnce(batch);
        }));
        assertThat(glancing.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        queue.post(new Work(() -> done.add("work")));
        var lane = CompletableFuture.runAsync(() -> queue.workOff(this::worked));

        go.countDown();
        CompletableFuture.allOf(network, lane).get(PATIENCE, TimeUnit.SECONDS);

        assertThat(done).containsExactly("at once one", "work");
    }

    @Test
    void whatTheLaneItselfBringsWhileItWorksWaits() {
        queue.post(new Work(() -> {
            queue.offer(batch("one"), this::atOnce);
            done.add("work");
        }));
        queue.workOff(this::worked);
        queue.workOff(this::worked);

        assertThat(done).containsExactly("work", "one");
    }

    private boolean atOnce(ObservationBatch batch) {
        return done.add("at once " + batch.message().text());
    }

    private void worked(List<LaneSignal> signals) {
        for (var signal : signals) {
            switch (signal) {
                case Seen seen -> done.add(seen.batch().message().text());
                case Work work -> work.work().run();
                default -> throw new AssertionError(signal);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException cut) {
            throw new AssertionError(cut);
        }
    }

    private static ObservationBatch batch(String text) {
        return new ObservationBatch(new RawMessage(Instant.EPOCH, "positions", text), List.of());
    }
}
