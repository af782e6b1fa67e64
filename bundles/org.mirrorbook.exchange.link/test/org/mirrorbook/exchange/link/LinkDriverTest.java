package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.RawMessage;
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

    /** A venue that says what it means. */
    private static final class ToyDialect implements Dialect {
        private VenueProblem problem;
        private long connection;

        @Override
        public URI address() {
            return URI.create("wss://toy");
        }

        @Override
        public String signIn(boolean compareClocks) {
            if (problem != null) {
                throw problem;
            }
            return "login";
        }

        @Override
        public List<String> subscribe(Set<String> topics) {
            return List.of("subscribe");
        }

        @Override
        public List<String> unsubscribe(Set<String> topics) {
            return List.of("unsubscribe");
        }

        @Override
        public String ping() {
            return "ping";
        }

        @Override
        public LinkMessage read(String text, long number, Instant receivedAt) {
            connection = number;
            var batch = new ObservationBatch(new RawMessage(receivedAt, "toy", text), List.of());
            return switch (text.split(" ")[0]) {
                case "pong" -> new LinkMessage.Pong();
                case "signed" -> new LinkMessage.SignedIn();
                case "ack" -> new LinkMessage.Acknowledged("p");
                case "snapshot" -> new LinkMessage.Observed(batch, Optional.of("p"));
                case "batch" -> new LinkMessage.Observed(batch, Optional.empty());
                default -> throw new IllegalStateException(text);
            };
        }
    }

    /** Remembers what it hears, in order. */
    private static final class RecordingSink implements ObservationSink {
        private final List<String> heard = new ArrayList<>();
        private final List<LinkStatus> statuses = new ArrayList<>();
        private boolean full;

        @Override
        public synchronized boolean accept(ObservationBatch batch) {
            if (!full) {
                heard.add(batch.message().text());
            }
            return !full;
        }

        @Override
        public void accept(MarkSeen mark) {
            throw new AssertionError("no marks here");
        }

        @Override
        public synchronized void accept(LinkStatus status) {
            heard.add(status.state().name());
            statuses.add(status);
            notifyAll();
        }

        @Override
        public void accept(AccountFacts facts) {
            throw new AssertionError("a link knows nothing of accounts");
        }

        synchronized LinkStatus last() {
            return statuses.get(statuses.size() - 1);
        }

        synchronized List<LinkState> states() {
            return statuses.stream().map(LinkStatus::state).toList();
        }

        synchronized void await(LinkState state) {
            try {
                while (!states().contains(state)) {
                    wait(5_000);
                }
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
