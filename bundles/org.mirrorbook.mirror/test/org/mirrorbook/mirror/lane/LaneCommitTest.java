package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.row;
import static org.mirrorbook.mirror.lane.Stage.slot;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.mirror.MirrorTopics;

/**
 * From the queue to the committed book: what is committed when, what is told when, and what happens when the journal refuses. Long, since
 * the order of these three is one promise, and its stories are read side by side.
 */
class LaneCommitTest {

    private final Stage stage = new Stage();

    @Test
    void anOpenedPositionIsCommittedThenShownThenTold() {
        stage.start();
        stage.directory.subscribe(() -> {
            if (!stage.directory.view().positions().isEmpty()) {
                stage.diary.add("shown");
            }
        });
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.turn();

        assertThat(stage.diary).containsExactly("connector start", "commit TradeOpened", "shown", "OPENED");
        var opened = stage.events(MirrorTopics.OPENED).get(0);
        assertThat(opened.getProperty(MirrorTopics.ACCOUNT)).isEqualTo("a-1");
        assertThat(opened.getProperty(MirrorTopics.LABEL)).isEqualTo("main");
        assertThat(opened.getProperty(MirrorTopics.TRADE)).isEqualTo(stage.shown().get(0).trade().id().value());
        assertThat(opened.getProperty(MirrorTopics.REVISION)).isEqualTo(1L);
        assertThat(opened.getProperty(MirrorTopics.AT)).isEqualTo(Stage.NOON);
    }

    @Test
    void messagesAreRecordedBeforeTheCommitAndChangesNameTheirs() {
        stage.start();
        stage.hear();
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.turn();

        assertThat(stage.journal.messages).hasSize(2);
        // the book that was opened, the lost link, two settings, an empty message, and the snapshot
        assertThat(stage.journal.batches.get(0).changes().get(0).message()).isEqualTo(6);
        assertThat(stage.journal.batches.get(0).changes().get(0).receivedAt()).isEqualTo(Stage.NOON);
    }

    @Test
    void whatIsQueuedMeanwhileIsOneBatchWithEachTradeInItsNewestForm() {
        stage.start();
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.snapshot(row("BTCUSDT", "0.7", "60000"));
        stage.snapshot(row("BTCUSDT", "0.2", "60000"));
        stage.turn();

        assertThat(stage.journal.batches).hasSize(1);
        assertThat(stage.diary).contains("commit TradeOpened ScaledIn ScaledOut");
        assertThat(stage.journal.batches.get(0).trades()).hasSize(1);
        assertThat(stage.journal.batches.get(0).trades().get(0).terms().quantity()).isEqualByComparingTo("0.2");
    }

    @Test
    void startedIsToldAfterTheCommitOfTheLastSnapshotAndAgainAfterEachReconnect() {
        stage.start();
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.link(LinkState.LIVE);
        stage.turn();
        assertThat(stage.diary).containsSubsequence("commit TradeOpened", "OPENED", "STARTED");

        stage.diary.clear();
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.link(LinkState.CONNECTING);
        stage.connection++;
        stage.snapshot(row("BTCUSDT", "0.6", "60000"));
        stage.link(LinkState.LIVE);
        stage.turn();
        assertThat(stage.diary).containsSubsequence("DISCONNECTED", "commit ScaledIn", "UPDATED", "STARTED");
        assertThat(stage.events(MirrorTopics.DISCONNECTED).get(0).getProperty(MirrorTopics.CODE)).isEqualTo("NO_PONG");
    }

    @Test
    void aLinkThatIsTriedAgainAndAgainIsToldOnce() {
        stage.startLive();
        for (int i = 0; i < 5; i++) {
            stage.link(LinkState.RECONNECTING, "UNREACHABLE", "Nobody answers there.");
            stage.link(LinkState.CONNECTING);
        }
        stage.turn();

        assertThat(stage.events(MirrorTopics.DISCONNECTED)).hasSize(1);
        assertThat(stage.directory.links().get(Stage.ACCOUNT).state()).isEqualTo(LinkState.CONNECTING);
    }

    @Test
    void aRejectedKeyNeedsAttentionWithTheVenuesReason() {
        stage.start();
        stage.link(LinkState.NEEDS_ATTENTION, "30012", "The passphrase is wrong.");
        stage.turn();

        var told = stage.events(MirrorTopics.NEEDS_ATTENTION).get(0);
        assertThat(told.getProperty(MirrorTopics.CODE)).isEqualTo("30012");
        assertThat(told.getProperty(MirrorTopics.REASON)).isEqualTo("The passphrase is wrong.");
    }

    @Test
    void aCommitThatMayYetSucceedIsRepeatedAndNothingIsShownBefore() {
        stage.start();
        stage.journal.failures.add(new JournalProblem(Remedy.RETRY, "The journal is busy."));
        stage.journal.failures.add(new JournalProblem(Remedy.RETRY, "The journal is busy."));
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.turn();

        assertThat(stage.diary).containsExactly("connector start", "refused", "refused", "commit TradeOpened", "OPENED");
        assertThat(stage.rests).containsExactly(Duration.ofMillis(100), Duration.ofMillis(500));
        assertThat(stage.journal.messages).as("recorded once").hasSize(1);
    }

    @Test
    void aRefusedCommitIsToldTheBookIsReadAgainAndTheConnectorAlignsAnew() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.diary.clear();
        stage.journal.failures.add(new JournalProblem(Remedy.REPORT, "A figure does not fit its column."));
        stage.snapshot(row("BTCUSDT", "0.9", "60000"));
        stage.turn();

        assertThat(stage.diary).containsExactly("refused", "ERROR", "connector reconnect");
        assertThat(stage.shown().get(0).trade().terms().quantity()).as("as committed").isEqualByComparingTo("0.5");
        assertThat(stage.events(MirrorTopics.ERROR).get(0).getProperty(MirrorTopics.REASON)).isEqualTo("A figure does not fit its column.");
        assertThat(stage.directory.links().get(Stage.ACCOUNT).state()).isEqualTo(LinkState.DEGRADED);

        stage.link(LinkState.CONNECTING);
        stage.connection++;
        stage.snapshot(row("BTCUSDT", "0.9", "60000"));
        stage.link(LinkState.LIVE);
        stage.turn();
        assertThat(stage.diary).containsSubsequence("connector reconnect", "commit ScaledIn", "UPDATED", "STARTED");
        assertThat(stage.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("0.9");
    }

    @Test
    void theRestOfAConnectionWhoseBatchWasRefusedIsNotMistakenForANewOne() {
        stage.start();
        stage.journal.failures.add(new JournalProblem(Remedy.REPORT, "A figure does not fit its column."));
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.link(LinkState.LIVE);
        stage.turn();

        assertThat(stage.events(MirrorTopics.STARTED)).as("its snapshot is not committed").isEmpty();
        assertThat(stage.directory.links().get(Stage.ACCOUNT).state()).isEqualTo(LinkState.DEGRADED);
    }

    @Test
    void aJournalThatGoesOnRefusingIsNotStormed() {
        stage.startLive();
        stage.diary.clear();
        for (int i = 0; i < 3; i++) {
            stage.journal.failures.add(new JournalProblem(Remedy.REPORT, "A figure does not fit its column."));
            stage.link(LinkState.CONNECTING);
            stage.snapshot(row("BTCUSDT", "0.5", "60000"));
            stage.turn();
            stage.pass(Duration.ofSeconds(4));
        }
        // the first refusal aligns at once; the second waits 5 s and meanwhile nothing is listened to, so the third message is not even
        // tried
        assertThat(stage.diary.stream().filter("connector reconnect"::equals).count()).isEqualTo(2);
        assertThat(stage.diary.stream().filter("refused"::equals).count()).isEqualTo(2);
    }

    @Test
    void whatCannotBeRecordedIsNotCommitted() {
        stage.startLive();
        stage.diary.clear();
        stage.journal.recordingFailures.add(new JournalProblem(Remedy.ASK_USER, "The disk is full."));
        stage.snapshot(row("BTCUSDT", "0.5", "60000"));
        stage.turn();

        assertThat(stage.diary).containsExactly("ERROR", "connector reconnect");
        assertThat(stage.shown()).isEmpty();
    }

    @Test
    void withoutARecordingNothingIsConnectedUntilThereIsOne() {
        for (int i = 0; i < 2; i++) {
            stage.journal.recordingFailures.add(new JournalProblem(Remedy.ASK_USER, "The recording is not running."));
        }
        stage.start();
        assertThat(stage.diary).containsExactly("ERROR", "ERROR");

        stage.pass(Duration.ofSeconds(5));
        assertThat(stage.diary).endsWith("connector start");
    }

    @Test
    void anExchangeThatIsNotThereYetIsTriedAgainAndAtOnceWhenTheUserWishes() {
        for (int i = 0; i < 3; i++) {
            stage.openings.add(new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("NO_PRACTICE"),
                    "The practice exchange is not running."));
        }
        stage.start();
        assertThat(stage.diary).containsExactly("DISCONNECTED");
        assertThat(stage.directory.links().get(Stage.ACCOUNT).retryAt()).contains(Stage.NOON.plusSeconds(1));
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.openings).as("tried a second time").hasSize(1);

        stage.openings.clear();
        stage.lane.post(stage.lane::syncNow);
        stage.turn();
        assertThat(stage.diary).containsExactly("DISCONNECTED", "connector start");
        stage.pass(Duration.ofMinutes(1));
        assertThat(stage.diary).as("one connector").containsExactly("DISCONNECTED", "connector start");
    }

    @Test
    void settingsThatCannotBeServedNeedAttention() {
        stage.openings.add(new IllegalArgumentException("Without TLS only this machine is accepted."));
        stage.start();
        stage.pass(Duration.ofMinutes(5));

        assertThat(stage.diary).containsExactly("NEEDS_ATTENTION");
        assertThat(stage.directory.links().get(Stage.ACCOUNT).reason()).isEqualTo("Without TLS only this machine is accepted.");
    }

    @Test
    void aMessageThatOnlyRevaluesIsNotACommitOfItsOwn() {
        stage.startLive(row(slot(USDT, "BTCUSDT", Side.LONG), "0.5", "60000", Optional.of("10")));
        int commits = stage.journal.batches.size();
        stage.snapshot(row(slot(USDT, "BTCUSDT", Side.LONG), "0.5", "60000", Optional.of("11")));
        stage.turn();
        stage.snapshot(row(slot(USDT, "BTCUSDT", Side.LONG), "0.5", "60000", Optional.of("12")));
        stage.turn();
        assertThat(stage.shown().get(0).trade().result().unrealised()).hasValueSatisfying(profit -> assertThat(profit)
                .isEqualByComparingTo("12"));
        assertThat(stage.journal.batches).hasSize(commits);

        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.journal.batches).hasSize(commits + 1);
        assertThat(stage.journal.batches.get(commits).trades().get(0).result().unrealised()).hasValueSatisfying(
                profit -> assertThat(profit).isEqualByComparingTo("12"));
    }

    @Test
    void aFullQueueRefusesABatchButNeverAStatus() {
        var full = new Stage(2);
        full.start();
        assertThat(full.snapshot(row("BTCUSDT", "0.5", "60000"))).isTrue();
        assertThat(full.snapshot(row("BTCUSDT", "0.6", "60000"))).isTrue();
        assertThat(full.snapshot(row("BTCUSDT", "0.7", "60000"))).isFalse();
        full.link(LinkState.RECONNECTING, "OVERLOAD", "Too many messages at once.");
        full.turn();

        assertThat(full.journal.trades.values()).first().satisfies(trade -> assertThat(trade.terms().quantity())
                .isEqualByComparingTo("0.6"));
        assertThat(full.diary).endsWith("DISCONNECTED");
        assertThat(full.snapshot(row("BTCUSDT", "0.8", "60000"))).as("of the same connection").isFalse();
        full.connection++;
        assertThat(full.snapshot()).as("there is room again").isTrue();
    }

    @Test
    void anUnexpectedFailureOfAFoldIsHandledAsARefusal() {
        stage.startLive();
        stage.diary.clear();
        var unknown = new LifeMark(Optional.empty(), IdScope.NONE, Optional.empty(), false);
        var row = row("BTCUSDT", "1", "60000");
        // the plain lifecycle of these stories asks every new row for its start, and fails
        stage.snapshot(new PositionRow(row.slot(), unknown, row.size(), row.entryPrice(), row.figures(), row.updatedAt()));
        stage.turn();

        assertThat(stage.diary).containsExactly("ERROR", "connector reconnect");
    }

    @Test
    void aListenerThatThrowsHindersNobody() {
        var heard = new AtomicInteger();
        stage.directory.subscribe(() -> {
            throw new IllegalStateException("a broken view");
        });
        stage.directory.subscribe(heard::incrementAndGet);
        stage.startLive(row("BTCUSDT", "0.5", "60000"));

        assertThat(heard.get()).isPositive();
        assertThat(stage.diary).contains("STARTED");
    }

    @Test
    void whatTheConnectionStillBroughtIsCommittedBeforeTheLaneEnds() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.diary.clear();
        stage.lane.post(stage.lane::stop);
        stage.snapshot(row("BTCUSDT", "0.8", "60000"));
        stage.turn();
        assertThat(stage.lane.hasEnded()).as("the connector is still closing").isFalse();

        stage.connector.stopped.complete(null);
        stage.turn();
        assertThat(stage.lane.hasEnded()).isTrue();
        assertThat(stage.diary).containsExactly("connector stop", "commit ScaledIn", "UPDATED", "released");
    }

    @Test
    void aLaneThatIsBehindLeavesWhatIsQueuedToTheNextAlignmentWhenItsTimeIsOver() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.diary.clear();
        stage.snapshot(row("BTCUSDT", "0.9", "60000"));
        stage.lane.post(stage.lane::stop);
        stage.connector.stopped.complete(null);

        stage.lane.hurry();
        stage.turn();

        assertThat(stage.lane.hasEnded()).isTrue();
        assertThat(stage.diary).contains("connector stop", "released").doesNotContain("commit ScaledIn", "ERROR");
    }

    @Test
    void stoppingWritesTheLastOpenProfit() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.diary.clear();
        stage.lane.post(stage.lane::stop);
        stage.connector.stopped.complete(null);
        stage.turn();

        assertThat(stage.diary).containsExactly("connector stop", "commit ", "UPDATED", "released");
        // 0.5 × (60100 − 60000) = 50
        assertThat(stage.journal.trades.values()).first().satisfies(
                trade -> assertThat(trade.result().unrealised().orElseThrow()).isEqualByComparingTo("50"));
    }

    @Test
    void aJournalThatRefusesAtTheEndDoesNotKeepTheLane() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.journal.failures.add(new JournalProblem(Remedy.REPORT, "The disk is gone."));
        stage.lane.post(stage.lane::stop);
        stage.connector.stopped.complete(null);
        stage.turn();

        assertThat(stage.lane.hasEnded()).isTrue();
        assertThat(stage.diary).containsSubsequence("refused", "ERROR", "released");
        assertThat(stage.diary).doesNotContain("connector reconnect");
    }

    @Test
    void aConnectorThatDoesNotEndIsNotWaitedForBeyondTheDeadline() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.lane.post(stage.lane::stop);
        stage.turn();
        stage.pass(Duration.ofSeconds(5).minusMillis(1));
        assertThat(stage.lane.hasEnded()).isFalse();
        stage.pass(Duration.ofMillis(1));

        assertThat(stage.lane.hasEnded()).isTrue();
        assertThat(stage.diary).endsWith("released");
    }

    @Test
    void anAccountWhoseBookIsThereShowsItBeforeTheLinkIsLive() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.turn();

        assertThat(stage.shown()).hasSize(1);
        assertThat(stage.shown().get(0).link()).isEqualTo(LinkState.RECONNECTING);
        assertThat(stage.directory.links()).containsEntry(Stage.ACCOUNT,
                new LinkStatus(LinkState.RECONNECTING, Optional.of("NO_PONG"), "The exchange did not answer.", Stage.NOON,
                        Optional.empty()));
    }
}
