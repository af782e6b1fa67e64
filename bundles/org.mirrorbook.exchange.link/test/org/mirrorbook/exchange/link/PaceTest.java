package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PaceTest {

    private final List<String> sent = new ArrayList<>();
    private final List<Runnable> gaps = new ArrayList<>();
    private final Pace pace = new Pace(sent::add, task -> {
        gaps.add(task);
        return () -> gaps.remove(task);
    });

    @Test
    void theFirstMessageGoesAtOnceAndEachOtherWhenTheGapIsOver() {
        pace.say(List.of("a", "b"));
        pace.say(List.of("c"));
        assertThat(sent).containsExactly("a");
        gapIsOver();
        assertThat(sent).containsExactly("a", "b");
        gapIsOver();
        gapIsOver();
        assertThat(sent).containsExactly("a", "b", "c");
        assertThat(gaps).isEmpty();
    }

    @Test
    void aHeartbeatOvertakesABurstOfSubscriptions() {
        pace.say(IntStream.range(0, 100).mapToObj(number -> "subscribe " + number).toList());
        pace.heartbeat("ping", () -> sent.add("and it left"));
        assertThat(sent).containsExactly("subscribe 0");
        gapIsOver();
        assertThat(sent).containsExactly("subscribe 0", "ping", "and it left");
    }

    @Test
    void theGapOfUsualTimingKeepsUnderTenMessagesInAnySecond() {
        // messages at 0, 125, … ms: 9 of them within one second, its ends included
        assertThat(1000 / LinkTiming.usual().messageGap().toMillis() + 1).isEqualTo(9);
    }

    @Test
    void afterTheEndNothingIsSaidAndNoTimerRuns() {
        pace.say(List.of("a", "b"));
        pace.end();
        assertThat(gaps).isEmpty();
        pace.say(List.of("c"));
        pace.heartbeat("ping", () -> { });
        assertThat(sent).containsExactly("a");
    }

    private void gapIsOver() {
        gaps.remove(0).run();
    }
}
