package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mirrorbook.exchange.LinkHealth;
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
    void aStopFromWithinWhatTheLinkTellsIsCompleteToo() throws Exception {
        var stopped = new CompletableFuture<Void>();
        sink.at.put(LinkState.NEEDS_ATTENTION, () -> driver.stop().thenAccept(stopped::complete));
        driver.start();
        var line = network.last();
        line.listener.opened(line);
        line.awaitSent("login");
        line.listener.text("refused");
        assertThat(stopped).isNotDone();
        line.listener.ended(LinkTrouble.retry("CLOSED", "Closed."));
        stopped.get(20, TimeUnit.SECONDS);
        assertThat(sink.last().state()).isEqualTo(LinkState.OFF);
    }

    @Test
    void aStopFromWithinWhatTheLinkTellsIsCompleteWhereThereIsNoSocket() throws Exception {
        var budget = new ConnectBudget(1, Duration.ofMinutes(5), 1, Clock.fixed(NOON, ZoneOffset.UTC));
        budget.ask(dialect.address());
        var refused = new LinkDriver("refused", new LinkPlan(true, Set.of("p"), LinkTiming.usual()), Set.of("p"), dialect, network, budget,
                sink, Clock.fixed(NOON, ZoneOffset.UTC), () -> 0.0);
        var stopped = new CompletableFuture<Void>();
        sink.at.put(LinkState.RECONNECTING, () -> refused.stop().thenAccept(stopped::complete));
        refused.start();
        stopped.get(20, TimeUnit.SECONDS);
        assertThat(sink.last().state()).isEqualTo(LinkState.OFF);
    }

    @Test
    void aConnectionThatCannotEvenBeBegunIsTriedAgainAndGivesItsPlaceBack() {
        network.broken = true;
        driver.start();
        assertThat(sink.last().state()).isEqualTo(LinkState.RECONNECTING);
        network.broken = false;
        network.fire(Duration.ofSeconds(1));
        assertThat(network.lines).hasSize(1);
    }

    @Test
    void stopIsCompleteWhenTheSocketIsGone() throws Exception {
        live();
        var stopped = driver.stop().toCompletableFuture();
        assertThat(network.last().closed).isTrue();
        assertThat(stopped).isNotDone();
        network.last().listener.ended(LinkTrouble.retry("CLOSED", "Closed."));
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(20));
        assertThat(network.timers).isEmpty();
        assertThat(sink.last().state()).isEqualTo(LinkState.OFF);
    }

    @Test
    void stopGivesUpAQuestionBeforeTheSignInAndIsNotCompleteBefore() throws Exception {
        dialect.silence = new CountDownLatch(1);
        driver.start();
        network.last().listener.opened(network.last());
        dialect.asking.await();
        var stopped = driver.stop().toCompletableFuture();
        network.last().listener.ended(LinkTrouble.retry("CLOSED", "Closed."));
        stopped.get(20, TimeUnit.SECONDS);
        assertThat(dialect.gaveUp).isTrue();
        assertThat(sink.states()).containsExactly(LinkState.CONNECTING, LinkState.OFF);
    }

    @Test
    void aConnectionThatIsCutGivesUpTheQuestionBeforeItsSignIn() throws Exception {
        dialect.silence = new CountDownLatch(1);
        driver.start();
        network.last().listener.opened(network.last());
        dialect.asking.await();
        network.last().listener.ended(LinkTrouble.retry("CLOSED", "Closed."));
        driver.stop().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(dialect.gaveUp).isTrue();
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

    @Test
    void healthTellsWhenSomethingLastCameAndHowOftenTheLinkWasLost() throws Exception {
        assertThat(driver.health()).isEqualTo(LinkHealth.none());
        driver.start();
        openAndSignIn();
        assertThat(driver.health().lastMessage()).contains(NOON);
        assertThat(driver.health().lastSnapshot()).isEmpty();
        say("ack");
        say("snapshot s1");
        assertThat(driver.health().lastSnapshot()).contains(NOON);
        assertThat(driver.health().gaps()).isZero();

        network.last().listener.ended(LinkTrouble.retry("CLOSED", "Closed."));
        assertThat(driver.health().gaps()).isEqualTo(1);
        network.fire(Duration.ofSeconds(1));
        network.last().listener.ended(LinkTrouble.retry("CLOSED", "Closed."));
        assertThat(driver.health().gaps()).as("it was not live in between").isEqualTo(1);
        assertThat(driver.health().lost()).containsExactly(NOON);
    }

    @Test
    void aMessageThatIsNotUnderstoodIsCountedAndItsExcerptHoldsNoSecret() throws Exception {
        live();
        say("nonsense bg_0123456789abcdef of 12.5 USDT");
        assertThat(sink.last().state()).isEqualTo(LinkState.LIVE);
        assertThat(driver.health().unreadable()).isEqualTo(1);
        assertThat(driver.health().lastUnreadable())
                .contains(new LinkHealth.Unreadable(NOON, "toys", "nonsense … of 99.9 USDT"));

        say("garbled perhaps a position");
        assertThat(sink.last().code()).contains("UNREADABLE");
        assertThat(driver.health().unreadable()).isEqualTo(2);
    }

    @Test
    void aConnectionThatTheBudgetDoesNotAllowIsNotBegunAndTheStatusSaysWhy() {
        var budget = new ConnectBudget(1, Duration.ofMinutes(5), 100, Clock.fixed(NOON, ZoneOffset.UTC));
        var plan = new LinkPlan(true, Set.of("p"), LinkTiming.usual());
        var second = new RecordingSink();
        new LinkDriver("first", plan, Set.of("p"), dialect, network, budget, sink, Clock.fixed(NOON, ZoneOffset.UTC), () -> 0.0).start();
        new LinkDriver("second", plan, Set.of("p"), dialect, network, budget, second, Clock.fixed(NOON, ZoneOffset.UTC), () -> 0.0).start();
        assertThat(network.lines).hasSize(1);
        assertThat(second.last().state()).isEqualTo(LinkState.RECONNECTING);
        assertThat(second.last().code()).contains("CONNECT_BUDGET");
        // the five minutes and the shortest back-off
        assertThat(second.last().retryAt()).contains(NOON.plusSeconds(301));
    }

    @Test
    void aSocketGivesItsPlaceInTheBudgetBackWhenItIsGone() throws Exception {
        var budget = new ConnectBudget(300, Duration.ofMinutes(5), 1, Clock.fixed(NOON, ZoneOffset.UTC));
        var plan = new LinkPlan(true, Set.of("p"), LinkTiming.usual());
        new LinkDriver("only", plan, Set.of("p"), dialect, network, budget, sink, Clock.fixed(NOON, ZoneOffset.UTC), () -> 0.0).start();
        network.last().listener.ended(LinkTrouble.retry("CLOSED", "Closed."));
        network.fire(Duration.ofSeconds(1));
        assertThat(network.lines).hasSize(2);
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
