package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.link.LinkCommand.Close;
import org.mirrorbook.exchange.link.LinkCommand.Connect;
import org.mirrorbook.exchange.link.LinkCommand.HandOver;
import org.mirrorbook.exchange.link.LinkCommand.Ping;
import org.mirrorbook.exchange.link.LinkCommand.RunTimer;
import org.mirrorbook.exchange.link.LinkCommand.SignIn;
import org.mirrorbook.exchange.link.LinkCommand.Subscribe;

/** How one connection relieves another. The first is 101, the second 102. */
class RelayMachineTest {

    private final LinkWorld world = new LinkWorld(true);

    @BeforeEach
    void aLinkIsLive() {
        world.heal();
        assertThat(world.state()).isEqualTo(LinkState.LIVE);
        world.told.clear();
        world.told.add(LinkStatus.of(LinkState.LIVE, LinkWorld.NOON));
    }

    @Test
    void beforeADayIsOverASecondConnectionIsStartedBesideTheFirst() {
        // 22:30 h and a half of an hour; at most 23:30 h, and the venue cuts at 24 h
        assertThat(timer(freshlyLive(), LinkTimer.RELAY)).isEqualTo(Duration.ofHours(23));
        world.hear(new LinkNews.TimerFired(101, LinkTimer.RELAY));
        assertThat(world.commands).contains(new Connect(102)).noneMatch(Close.class::isInstance);
        assertThat(world.sockets).containsExactly(101L, 102L);
        onlyLiveWasTold();
    }

    @Test
    void theSecondGoesTheWholeWayWithComparedClocksAndNobodyHearsOfIt() {
        startSecond();
        world.hear(new LinkNews.Opened(102));
        assertThat(world.commands).contains(new SignIn(102, true));
        world.hear(new LinkNews.SignedIn(102));
        assertThat(world.commands).contains(new Subscribe(102, LinkWorld.TOPICS));
        onlyLiveWasTold();
    }

    @Test
    void whenTheSecondIsAlignedBothAreAskedAndItTakesOverWhenBothHaveAnswered() {
        startSecond();
        world.answer(102);
        assertThat(world.commands).contains(new Ping(101), new Ping(102));
        world.hear(new LinkNews.Pong(102));
        assertThat(world.commands).isEmpty();
        world.hear(new LinkNews.Pong(101));
        assertThat(world.commands).contains(new Close(101), new HandOver(101, 102));
        assertThat(world.sockets).containsExactly(102L);
        assertThat(timer(world.commands, LinkTimer.RELAY)).isPositive();
        onlyLiveWasTold();
    }

    @Test
    void anAnswerToAnEarlierHeartbeatProvesNothing() {
        world.hear(new LinkNews.TimerFired(101, LinkTimer.PING));
        startSecond();
        world.answer(102);
        world.hear(new LinkNews.Pong(102));
        world.hear(new LinkNews.Pong(101));
        assertThat(world.situation.overlap()).isPresent();
        world.hear(new LinkNews.Pong(101));
        assertThat(world.commands).contains(new HandOver(101, 102));
    }

    @Test
    void whatIsToldWhileTheyAreComparedMakesThemBeAskedAgain() {
        for (long talker : List.of(101L, 102L)) {
            var again = new LinkWorld(true);
            again.heal();
            again.hear(new LinkNews.TimerFired(101, LinkTimer.RELAY));
            again.answer(102);
            again.hear(new LinkNews.Observed(talker));
            again.hear(new LinkNews.Pong(101)).hear(new LinkNews.Pong(102));
            assertThat(again.commands).containsExactly(new Ping(101), new Ping(102));
            again.hear(new LinkNews.Pong(101)).hear(new LinkNews.Pong(102));
            assertThat(again.commands).contains(new HandOver(101, 102));
        }
    }

    @Test
    void whatIsToldBeforeTheSecondIsAlignedDoesNotMatter() {
        startSecond();
        world.hear(new LinkNews.Observed(101));
        world.answer(102);
        world.hear(new LinkNews.Pong(101)).hear(new LinkNews.Pong(102));
        assertThat(world.commands).contains(new HandOver(101, 102));
    }

    @Test
    void aFirstThatIsLostMeanwhileIsAnOrdinaryLossAndTheNumbersGoOnGrowing() {
        startSecond();
        world.answer(102);
        world.hear(new LinkNews.Lost(101, LinkWorld.CUT));
        assertThat(world.commands).contains(new Close(102));
        assertThat(world.state()).isEqualTo(LinkState.RECONNECTING);
        world.hear(new LinkNews.TimerFired(101, LinkTimer.RETRY));
        assertThat(world.commands).contains(new Connect(103));
    }

    @Test
    void aSecondThatFailsIsTriedAgainLaterAndTheFirstStays() {
        for (var trouble : List.of(LinkWorld.CUT, LinkWorld.BAD_CLOCK, LinkWorld.CUT)) {
            long second = world.first() + world.connects.size();
            startSecond();
            world.hear(new LinkNews.Opened(second));
            world.hear(new LinkNews.Lost(second, trouble));
            assertThat(world.sockets).containsExactly(101L);
            // 5 min and half as much again
            assertThat(timer(world.commands, LinkTimer.RELAY)).isEqualTo(Duration.ofSeconds(450));
            onlyLiveWasTold();
        }
        startSecond();
        assertThat(world.commands).contains(new Connect(105));
    }

    /** Knocking again with it could lock it out; the first stays as long as the venue lets it, and its end tells. */
    @Test
    void aSecondWhoseKeyIsRejectedIsNotTriedAgainBeforeTheVenueCutsTheFirst() {
        startSecond();
        world.hear(new LinkNews.Opened(102));
        world.hear(new LinkNews.Lost(102, LinkWorld.BAD_KEY));
        assertThat(world.sockets).containsExactly(101L);
        assertThat(timer(world.commands, LinkTimer.RELAY)).isEqualTo(Duration.ofHours(23));
        onlyLiveWasTold();
    }

    @Test
    void aSecondThatTheBudgetDoesNotAllowIsTriedAgainLater() {
        startSecond();
        world.hear(new LinkNews.Refused(102, Duration.ofMinutes(1), "Used up."));
        assertThat(timer(world.commands, LinkTimer.RELAY)).isPositive();
        onlyLiveWasTold();
    }

    @Test
    void aSecondThatIsSilentOrNeverQuietIsGivenUpInTime() {
        startSecond();
        world.answer(102);
        world.hear(new LinkNews.TimerFired(102, LinkTimer.OVERLAP));
        assertThat(world.commands).contains(new Close(102));
        assertThat(world.sockets).containsExactly(101L);
        onlyLiveWasTold();
    }

    @Test
    void stopEndsBoth() {
        startSecond();
        world.hear(new LinkNews.Stop());
        assertThat(world.commands).contains(new Close(101), new Close(102));
        assertThat(world.sockets).isEmpty();
    }

    @Test
    void aReconnectOnRequestGivesTheSecondUp() {
        startSecond();
        world.hear(new LinkNews.Reconnect());
        assertThat(world.commands).contains(new Close(101), new Close(102), new Connect(103));
    }

    @Test
    void topicsThatAreWantedMeanwhileAreWantedOfBoth() {
        startSecond();
        world.hear(new LinkNews.Opened(102)).hear(new LinkNews.SignedIn(102));
        world.hear(new LinkNews.Wanted(Set.of("positions", "fill", "orders")));
        assertThat(world.commands).contains(new Subscribe(101, Set.of("orders")), new Subscribe(102, Set.of("orders")));
    }

    @Test
    void theSecondIsRelievedInItsTurn() {
        for (long day = 0; day < 30; day++) {
            startSecond();
            world.answer(102 + day);
            world.hear(new LinkNews.Pong(101 + day)).hear(new LinkNews.Pong(102 + day));
            assertThat(world.first()).isEqualTo(102 + day);
        }
        onlyLiveWasTold();
    }

    private void startSecond() {
        world.hear(new LinkNews.TimerFired(world.first(), LinkTimer.RELAY));
    }

    private void onlyLiveWasTold() {
        assertThat(world.told).extracting(status -> status.state()).containsOnly(LinkState.LIVE).hasSize(1);
    }

    private static List<LinkCommand> freshlyLive() {
        var other = new LinkWorld(true);
        other.heal();
        return other.commands;
    }

    private static Duration timer(List<LinkCommand> commands, LinkTimer timer) {
        return commands.stream().filter(RunTimer.class::isInstance).map(RunTimer.class::cast).filter(run -> run.timer() == timer)
                .findFirst().orElseThrow().after();
    }
}
