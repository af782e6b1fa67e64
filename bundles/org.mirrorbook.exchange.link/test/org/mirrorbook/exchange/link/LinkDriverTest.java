package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

@Timeout(30)
class LinkDriverTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

    private final ManualNetwork network = new ManualNetwork();
    private final RecordingSink sink = new RecordingSink();
    private final ToyDialect dialect = new ToyDialect();
    private final LinkDriver driver = new LinkDriver("test", new LinkPlan(true, Set.of("p"), LinkTiming.usual()), Set.of("p"), dialect,
            network, sink, Clock.fixed(NOON, ZoneOffset.UTC), () -> 0.0);

    @Test
    void batchesAndStatesComeInOneOrderAndLiveComesAfterTheSnapshotWasTaken() throws Exception {
        live();
        say("batch b1");
        assertThat(sink.heard).containsExactly("CONNECTING", "snapshot s1", "LIVE", "batch b1");
    }

    @Test
    void aBatchThatTheQueueCannotTakeDropsTheConnectionAndTheNextOneAlignsAgain() throws Exception {
        live();
        sink.full = true;
        say("batch b1");
        assertThat(network.last().closed).isTrue();
        assertThat(sink.last().code()).contains("OVERLOAD");

        sink.full = false;
        network.fire(Duration.ofSeconds(1));
        openAndSignIn();
        say("ack");
        assertThat(sink.last().state()).isEqualTo(LinkState.RECONNECTING);
        say("snapshot s2");
        assertThat(sink.last().state()).isEqualTo(LinkState.LIVE);
    }

    @Test
    void aSnapshotThatWasNotTakenDoesNotMakeTheLinkLive() throws Exception {
        driver.start();
        openAndSignIn();
        say("ack");
        sink.full = true;
        say("snapshot s1");
        assertThat(sink.states()).doesNotContain(LinkState.LIVE);
    }

    @Test
    void nothingIsHeardOfAConnectionThatWasGivenUp() throws Exception {
        live();
        var old = network.last();
        driver.reconnect();
        int before = sink.heard.size();
        old.listener.text("batch late");
        old.listener.ended(LinkTrouble.retry("CLOSED", "Late."));
        assertThat(sink.heard).hasSize(before);
        assertThat(network.lines).hasSize(2);
    }

    @Test
    void aProblemWithTheKeyBeforeTheSignInNeedsAttention() {
        dialect.problem = new VenueProblem(Remedy.ASK_USER, Optional.of("40009"), "Wrong secret.");
        driver.start();
        network.last().listener.opened(network.last());
        sink.await(LinkState.NEEDS_ATTENTION);
        assertThat(sink.last().reason()).isEqualTo("Wrong secret.");
        assertThat(network.timers).isEmpty();
        assertThat(network.lines).hasSize(1);
    }

    @Test
    void aReaderThatFailsCostsTheConnectionAndNotTheThread() throws Exception {
        live();
        say("boom");
        assertThat(sink.last().code()).contains("UNREADABLE");
        assertThat(sink.last().state()).isEqualTo(LinkState.RECONNECTING);
    }

    @Test
    void theHeartbeatIsSentAndItsAnswerKeepsTheConnection() throws Exception {
        live();
        rest();
        network.fire(Duration.ofSeconds(20));
        assertThat(network.last().sent).contains("ping");
        say("pong");
        network.fire(Duration.ofSeconds(20));
        assertThat(sink.last().state()).isEqualTo(LinkState.LIVE);
        rest();
        network.fire(Duration.ofSeconds(20));
        assertThat(sink.last().code()).contains("NO_PONG");
    }

    @Test
    void stopIsCompleteWhenTheSocketIsGone() throws Exception {
        live();
        var stopped = driver.stop().toCompletableFuture();
        assertThat(network.last().closed).isTrue();
        assertThat(stopped).isNotDone();
        network.last().listener.ended(LinkTrouble.retry("CLOSED", "Closed."));
        assertThat(stopped).isCompleted();
        assertThat(network.timers).isEmpty();
        assertThat(sink.last().state()).isEqualTo(LinkState.OFF);
    }

    @Test
    void aLinkThatWasNeverStartedStopsAtOnce() {
        assertThat(driver.stop().toCompletableFuture()).isCompleted();
        assertThat(sink.heard).isEmpty();
    }

    @Test
    void connectionNumbersGrowFromOneDriverToTheNext() throws Exception {
        live();
        assertThat(dialect.connection).isEqualTo(NOON.toEpochMilli() + 1);
    }

    private void live() throws InterruptedException {
        driver.start();
        openAndSignIn();
        say("ack");
        say("snapshot s1");
    }

    /** Lets the times between messages pass, until nothing waits to be sent. */
    private void rest() {
        var gap = LinkTiming.usual().messageGap();
        while (network.timers.stream().anyMatch(timer -> timer.delay().equals(gap))) {
            network.fire(gap);
        }
    }

    private void openAndSignIn() throws InterruptedException {
        network.last().listener.opened(network.last());
        network.last().awaitSent("login");
        say("signed in");
    }

    private void say(String text) {
        network.last().listener.text(text);
    }
}
