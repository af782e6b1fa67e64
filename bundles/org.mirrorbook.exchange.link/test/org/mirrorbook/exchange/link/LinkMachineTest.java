package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.link.LinkCommand.Close;
import org.mirrorbook.exchange.link.LinkCommand.Connect;
import org.mirrorbook.exchange.link.LinkCommand.Ping;
import org.mirrorbook.exchange.link.LinkCommand.Report;
import org.mirrorbook.exchange.link.LinkCommand.RunTimer;
import org.mirrorbook.exchange.link.LinkCommand.SignIn;
import org.mirrorbook.exchange.link.LinkCommand.Subscribe;
import org.mirrorbook.exchange.link.LinkCommand.Unsubscribe;

/** The way of a link from each phase to the next. Long, since the machine is one table and each story is a row of it. */
class LinkMachineTest {

    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final Set<String> TOPICS = Set.of("positions", "fill");
    private static final LinkTrouble CUT = LinkTrouble.retry("CLOSED", "The exchange closed the connection.");
    private static final LinkTrouble BAD_KEY = new LinkTrouble(LinkTrouble.Kind.ATTENTION, Optional.of("30015"), "Wrong secret.");

    private final LinkMachine machine = new LinkMachine(new LinkPlan(true, Set.of("positions"), LinkTiming.usual()));
    private LinkSituation situation = LinkSituation.idle(0, TOPICS);
    private List<LinkCommand> commands = List.of();

    @Test
    void onTheWayToLiveEachStepWaitsForTheAnswerToTheLast() {
        hear(new LinkNews.Start());
        assertThat(situation.phase()).isEqualTo(LinkPhase.CONNECTING);
        assertThat(commands).contains(new Connect(1));
        assertThat(states()).containsExactly(LinkState.CONNECTING);

        hear(new LinkNews.Opened(1));
        assertThat(situation.phase()).isEqualTo(LinkPhase.AUTHENTICATING);
        assertThat(commands).contains(new SignIn(1, true)).noneMatch(Subscribe.class::isInstance);

        hear(new LinkNews.SignedIn(1));
        assertThat(situation.phase()).isEqualTo(LinkPhase.SUBSCRIBING);
        assertThat(commands).contains(new Subscribe(1, TOPICS));

        hear(new LinkNews.Acknowledged(1, "fill"));
        assertThat(situation.phase()).isEqualTo(LinkPhase.SUBSCRIBING);
        hear(new LinkNews.Acknowledged(1, "positions"));
        assertThat(situation.phase()).isEqualTo(LinkPhase.ALIGNING);
        assertThat(states()).isEmpty();

        hear(new LinkNews.Aligned(1, "positions"));
        assertThat(situation.phase()).isEqualTo(LinkPhase.LIVE);
        assertThat(states()).containsExactly(LinkState.LIVE);
    }

    @Test
    void aSnapshotThatOvertakesItsAcknowledgementCountsForBoth() {
        untilSubscribing();
        hear(new LinkNews.Aligned(1, "positions"));
        assertThat(situation.phase()).isEqualTo(LinkPhase.SUBSCRIBING);
        hear(new LinkNews.Acknowledged(1, "fill"));
        assertThat(situation.phase()).isEqualTo(LinkPhase.LIVE);
    }

    @Test
    void theHeartbeatBeginsAtConnectAndNotAtSignIn() {
        hear(new LinkNews.Start());
        hear(new LinkNews.Opened(1));
        var ping = timer(LinkTimer.PING);
        assertThat(ping).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25));
        hear(new LinkNews.TimerFired(1, LinkTimer.PING));
        assertThat(commands).contains(new Ping(1));
        assertThat(situation.phase()).isEqualTo(LinkPhase.AUTHENTICATING);
    }

    @Test
    void noPongWithinOneIntervalMeansReconnect() {
        untilLive();
        hear(new LinkNews.TimerFired(1, LinkTimer.PING));
        hear(new LinkNews.Pong(1));
        hear(new LinkNews.TimerFired(1, LinkTimer.PING));
        assertThat(situation.phase()).isEqualTo(LinkPhase.LIVE);

        hear(new LinkNews.TimerFired(1, LinkTimer.PING));
        assertThat(situation.phase()).isEqualTo(LinkPhase.BACKING_OFF);
        assertThat(commands).contains(new Close(1));
        assertThat(status().code()).contains("NO_PONG");
    }

    @Test
    void aCutInEveryPhaseOfAConnectionBacksOffAndTriesAgain() {
        var roads = Stream.<Runnable>of(() -> hear(new LinkNews.Start()), this::untilAuthenticating, this::untilSubscribing,
                this::untilAligning, this::untilLive).toList();
        for (var road : roads) {
            situation = LinkSituation.idle(0, TOPICS);
            road.run();
            hear(new LinkNews.Lost(1, CUT));
            assertThat(situation.phase()).isEqualTo(LinkPhase.BACKING_OFF);
            assertThat(status().state()).isEqualTo(LinkState.RECONNECTING);
            // a half of the spread between 1 s and 2 s, after no earlier failure
            assertThat(timer(LinkTimer.RETRY)).isEqualTo(Duration.ofMillis(1500));
            assertThat(status().retryAt()).contains(NOON.plusMillis(1500));

            hear(new LinkNews.TimerFired(1, LinkTimer.RETRY));
            assertThat(commands).contains(new Connect(2));
        }
    }

    @Test
    void aConnectionSignsInAgainBeforeItSubscribesAgain() {
        untilLive();
        hear(new LinkNews.Lost(1, CUT));
        hear(new LinkNews.TimerFired(1, LinkTimer.RETRY));
        hear(new LinkNews.Opened(2));
        assertThat(commands).contains(new SignIn(2, false)).noneMatch(Subscribe.class::isInstance);
        hear(new LinkNews.SignedIn(2));
        assertThat(commands).contains(new Subscribe(2, TOPICS));
    }

    @Test
    void aNewConnectionIsLiveOnlyAfterSnapshotsOfItsOwn() {
        untilLive();
        hear(new LinkNews.Lost(1, CUT));
        hear(new LinkNews.TimerFired(1, LinkTimer.RETRY));
        hear(new LinkNews.Opened(2));
        hear(new LinkNews.SignedIn(2));
        hear(new LinkNews.Aligned(1, "positions"));
        hear(new LinkNews.Acknowledged(2, "fill"));
        hear(new LinkNews.Acknowledged(2, "positions"));
        assertThat(situation.phase()).isEqualTo(LinkPhase.ALIGNING);
    }

    @Test
    void triesComeLaterAndLaterUpToACapAndNeverSoonerThanASecond() {
        var waits = new ArrayList<Duration>();
        hear(new LinkNews.Start());
        for (int i = 1; i <= 8; i++) {
            hear(new LinkNews.Lost(i, CUT), 0.999);
            waits.add(timer(LinkTimer.RETRY));
            hear(new LinkNews.TimerFired(i, LinkTimer.RETRY));
        }
        // 1 s + 0.999 of (2, 4, 8, 16, 30, 30 … s - 1 s)
        assertThat(waits.subList(0, 5)).containsExactly(Duration.ofMillis(1999), Duration.ofMillis(3997), Duration.ofMillis(7993),
                Duration.ofMillis(15985), Duration.ofMillis(29971));
        assertThat(waits.get(7)).isLessThan(Duration.ofSeconds(30));
        hear(new LinkNews.Lost(9, CUT), 0.0);
        assertThat(timer(LinkTimer.RETRY)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void failuresAreForgivenOnlyAfterSomeTimeLive() {
        untilLive();
        hear(new LinkNews.Lost(1, CUT));
        hear(new LinkNews.TimerFired(1, LinkTimer.RETRY));
        live(2);
        assertThat(situation.failures()).isEqualTo(1);
        hear(new LinkNews.TimerFired(2, LinkTimer.STEADY));
        assertThat(situation.failures()).isZero();
    }

    @Test
    void aRejectedKeyWaitsForTheUserAndIsNotTriedAgain() {
        untilAuthenticating();
        hear(new LinkNews.Lost(1, BAD_KEY));
        assertThat(situation.phase()).isEqualTo(LinkPhase.NEEDS_ATTENTION);
        assertThat(status().state()).isEqualTo(LinkState.NEEDS_ATTENTION);
        assertThat(status().code()).contains("30015");
        assertThat(commands).contains(new Close(1)).noneMatch(RunTimer.class::isInstance);

        for (var timer : LinkTimer.values()) {
            hear(new LinkNews.TimerFired(1, timer));
            assertThat(commands).as(timer.name()).isEmpty();
        }
        hear(new LinkNews.Lost(1, CUT));
        assertThat(commands).isEmpty();
    }

    @Test
    void theUserMayTryAgainAfterMendingARejectedKey() {
        untilAuthenticating();
        hear(new LinkNews.Lost(1, BAD_KEY));
        hear(new LinkNews.Reconnect());
        assertThat(situation.phase()).isEqualTo(LinkPhase.CONNECTING);
        assertThat(commands).contains(new Connect(2));
    }

    @Test
    void aClockErrorComparesTheClocksAndTriesAgain() {
        untilLive();
        hear(new LinkNews.Lost(1, CUT));
        hear(new LinkNews.TimerFired(1, LinkTimer.RETRY));
        hear(new LinkNews.Opened(2));
        hear(new LinkNews.Lost(2, new LinkTrouble(LinkTrouble.Kind.CLOCK, Optional.of("30014"), "Clocks differ.")));
        assertThat(situation.phase()).isEqualTo(LinkPhase.BACKING_OFF);
        hear(new LinkNews.TimerFired(2, LinkTimer.RETRY));
        hear(new LinkNews.Opened(3));
        assertThat(commands).contains(new SignIn(3, true));
    }

    @Test
    void silenceAfterTheSignInEndsTheWaitAndDoubtsTheClock() {
        untilAuthenticating();
        hear(new LinkNews.TimerFired(1, LinkTimer.LOGIN));
        assertThat(status().code()).contains("LOGIN_TIMEOUT");
        assertThat(situation.clockDoubted()).isTrue();
    }

    @Test
    void everyWaitHasAnEnd() {
        hear(new LinkNews.Start());
        assertThat(timer(LinkTimer.CONNECT)).isPositive();
        hear(new LinkNews.TimerFired(1, LinkTimer.CONNECT));
        assertThat(status().code()).contains("CONNECT_TIMEOUT");

        situation = LinkSituation.idle(0, TOPICS);
        untilAuthenticating();
        assertThat(timer(LinkTimer.LOGIN)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));

        situation = LinkSituation.idle(0, TOPICS);
        untilSubscribing();
        hear(new LinkNews.TimerFired(1, LinkTimer.SUBSCRIBE));
        assertThat(status().code()).contains("SUBSCRIBE_TIMEOUT");

        situation = LinkSituation.idle(0, TOPICS);
        untilAligning();
        assertThat(timer(LinkTimer.ALIGN)).isPositive();
        hear(new LinkNews.TimerFired(1, LinkTimer.ALIGN));
        assertThat(status().code()).contains("NO_SNAPSHOT");
    }

    @Test
    void aFullQueueDropsTheConnectionAndAlignsAgain() {
        untilLive();
        hear(new LinkNews.Lost(1, LinkTrouble.retry("OVERLOAD", "Too much.")));
        assertThat(commands).contains(new Close(1));
        hear(new LinkNews.TimerFired(1, LinkTimer.RETRY));
        live(2);
        assertThat(states()).containsExactly(LinkState.LIVE);
    }

    @Test
    void aReconnectOnRequestDoesNotWait() {
        untilLive();
        hear(new LinkNews.Reconnect());
        assertThat(commands).contains(new Close(1), new Connect(2));
        assertThat(states()).containsExactly(LinkState.CONNECTING);

        hear(new LinkNews.Lost(2, CUT));
        hear(new LinkNews.Reconnect());
        assertThat(commands).contains(new Connect(3));
    }

    @Test
    void stopEndsItFromEveryPhaseAndForGood() {
        var roads = Stream.<Runnable>of(() -> hear(new LinkNews.Start()), this::untilAuthenticating, this::untilSubscribing,
                this::untilAligning, this::untilLive, this::untilBackingOff).toList();
        for (var road : roads) {
            situation = LinkSituation.idle(0, TOPICS);
            road.run();
            hear(new LinkNews.Stop());
            assertThat(situation.phase()).isEqualTo(LinkPhase.IDLE);
            assertThat(states()).containsExactly(LinkState.OFF);
            for (var news : List.of(new LinkNews.TimerFired(1, LinkTimer.RETRY), new LinkNews.Opened(1), new LinkNews.Lost(1, CUT),
                    new LinkNews.Reconnect())) {
                hear(news);
                assertThat(commands).as(news.toString()).isEmpty();
            }
        }
    }

    @Test
    void newsOfAnOlderConnectionChangesNothing() {
        untilLive();
        hear(new LinkNews.Reconnect());
        var before = situation;
        for (var news : List.of(new LinkNews.Lost(1, BAD_KEY), new LinkNews.Opened(1), new LinkNews.SignedIn(1), new LinkNews.Pong(1),
                new LinkNews.TimerFired(1, LinkTimer.PING))) {
            hear(news);
            assertThat(situation).as(news.toString()).isEqualTo(before);
            assertThat(commands).isEmpty();
        }
    }

    @Test
    void wantedTopicsAreSubscribedAndUnsubscribedByTheirDifference() {
        untilLive();
        hear(new LinkNews.Wanted(Set.of("positions", "orders")));
        assertThat(commands).containsExactly(new Unsubscribe(1, Set.of("fill")), new Subscribe(1, Set.of("orders")));
        hear(new LinkNews.Lost(1, CUT));
        hear(new LinkNews.TimerFired(1, LinkTimer.RETRY));
        hear(new LinkNews.Opened(2));
        hear(new LinkNews.SignedIn(2));
        assertThat(commands).contains(new Subscribe(2, Set.of("positions", "orders")));
    }

    @Test
    void aLinkWithoutSignInAndTopicsIsLiveWhenItIsOpen() {
        var open = new LinkMachine(new LinkPlan(false, Set.of(), LinkTiming.usual()));
        var step = open.apply(LinkSituation.idle(0, Set.of()), new LinkSignal(new LinkNews.Start(), NOON, 0.5));
        step = open.apply(step.after(), new LinkSignal(new LinkNews.Opened(1), NOON, 0.5));
        assertThat(step.after().phase()).isEqualTo(LinkPhase.LIVE);
        assertThat(step.commands()).noneMatch(SignIn.class::isInstance);
    }

    private void untilAuthenticating() {
        hear(new LinkNews.Start());
        hear(new LinkNews.Opened(1));
    }

    private void untilSubscribing() {
        untilAuthenticating();
        hear(new LinkNews.SignedIn(1));
    }

    private void untilAligning() {
        untilSubscribing();
        hear(new LinkNews.Acknowledged(1, "fill"));
        hear(new LinkNews.Acknowledged(1, "positions"));
    }

    private void untilLive() {
        untilAligning();
        hear(new LinkNews.Aligned(1, "positions"));
    }

    private void untilBackingOff() {
        untilLive();
        hear(new LinkNews.Lost(1, CUT));
    }

    private void live(long connection) {
        hear(new LinkNews.Opened(connection));
        hear(new LinkNews.SignedIn(connection));
        hear(new LinkNews.Acknowledged(connection, "fill"));
        hear(new LinkNews.Aligned(connection, "positions"));
    }

    private void hear(LinkNews news) {
        hear(news, 0.5);
    }

    private void hear(LinkNews news, double jitter) {
        var step = machine.apply(situation, new LinkSignal(news, NOON, jitter));
        situation = step.after();
        commands = step.commands();
    }

    private List<LinkState> states() {
        return reports().map(LinkStatus::state).toList();
    }

    private LinkStatus status() {
        return reports().reduce((first, last) -> last).orElseThrow();
    }

    private Stream<LinkStatus> reports() {
        return commands.stream().filter(Report.class::isInstance).map(Report.class::cast).map(Report::status);
    }

    private Duration timer(LinkTimer timer) {
        return commands.stream().filter(RunTimer.class::isInstance).map(RunTimer.class::cast).filter(run -> run.timer() == timer)
                .findFirst()
                .orElseThrow().after();
    }
}
