package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.ACCOUNT;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.mirror.MirrorTopics;

/** This side fails and the venue does not: the lane says so, shows nothing that is not kept, and goes on by itself when it is over. */
class LaneDegradedTest {

    private final Stage stage = new Stage();

    @Test
    void aFullDiskIsDegradedUntilThereIsRoomAgain() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        for (int i = 0; i < 3; i++) {
            stage.journal.recordingFailures.add(new JournalProblem(Remedy.ASK_USER, "The disk is full."));
        }
        stage.snapshot(row("BTCUSDT", "0.9", "60000"));
        stage.turn();

        assertThat(link().state()).isEqualTo(LinkState.DEGRADED);
        assertThat(link().code()).contains("JOURNAL");
        assertThat(link().reason()).isEqualTo("The disk is full.");
        // the push, and the reopening at once, failed
        assertThat(link().retryAt()).contains(NOON.plusSeconds(5));
        assertThat(stage.shown().get(0).trade().terms().quantity()).as("as committed").isEqualByComparingTo("0.5");
        assertThat(stage.shown().get(0).link()).isEqualTo(LinkState.DEGRADED);
        assertThat(stage.events(MirrorTopics.DISCONNECTED)).as("the link is not what failed").isEmpty();

        stage.pass(Duration.ofSeconds(5));
        assertThat(stage.journal.recordingFailures).isEmpty();
        assertThat(link().state()).isEqualTo(LinkState.DEGRADED);
        stage.events.clear();
        stage.pass(Duration.ofSeconds(30));
        alignAnew("0.9");

        assertThat(link().state()).isEqualTo(LinkState.LIVE);
        assertThat(stage.events(MirrorTopics.STARTED)).hasSize(1);
        assertThat(stage.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("0.9");
    }

    @Test
    void aJournalThatIsLockedForAMinuteIsDegradedAndThenLiveWithoutARestart() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        // five tries of the commit, then five of each opening
        for (int i = 0; i < 5; i++) {
            stage.journal.failures.add(new JournalProblem(Remedy.RETRY, "The journal is locked."));
        }
        for (int i = 0; i < 10; i++) {
            stage.journal.loadFailures.add(new JournalProblem(Remedy.RETRY, "The journal is locked."));
        }
        stage.snapshot(row("BTCUSDT", "0.9", "60000"));
        stage.turn();
        assertThat(link().state()).isEqualTo(LinkState.DEGRADED);
        stage.pass(Duration.ofSeconds(5));
        assertThat(link().state()).isEqualTo(LinkState.DEGRADED);
        assertThat(stage.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("0.5");

        stage.pass(Duration.ofSeconds(30));
        alignAnew("0.9");
        assertThat(link().state()).isEqualTo(LinkState.LIVE);
        assertThat(stage.journal.trades.values()).first().satisfies(trade -> assertThat(trade.terms().quantity())
                .isEqualByComparingTo("0.9"));
    }

    @Test
    void aUserWhoSyncsDoesNotWaitForTheNextTry() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        for (int i = 0; i < 2; i++) {
            stage.journal.recordingFailures.add(new JournalProblem(Remedy.ASK_USER, "The disk is full."));
        }
        stage.snapshot(row("BTCUSDT", "0.9", "60000"));
        stage.turn();
        stage.diary.clear();
        stage.lane.post(stage.lane::syncNow);
        stage.turn();

        assertThat(stage.diary).containsExactly("connector reconnect");
    }

    @Test
    void anEditDuringTheTroubleFailsWithItsSentence() {
        stage.startLive();
        for (int i = 0; i < 2; i++) {
            stage.journal.recordingFailures.add(new JournalProblem(Remedy.ASK_USER, "The disk is full."));
        }
        var first = new CompletableFuture<Void>();
        var second = new CompletableFuture<Void>();
        stage.lane.post(() -> stage.lane.tell(() -> new BreakEvenRuleSet(stage.rule, NOON), first));
        stage.lane.post(() -> stage.lane.tell(() -> new BreakEvenRuleSet(stage.rule, NOON), second));
        stage.turn();

        assertThat(first).isCompletedExceptionally();
        assertThat(second.exceptionNow()).isInstanceOf(JournalProblem.class).hasMessage("The disk is full.");
    }

    @Test
    void aClockThatIsPutBackByAnHourAlignsEverythingAnewAndNothingStandsStillForThatHour() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.pass(Duration.ofSeconds(2));
        stage.diary.clear();
        stage.timer.putBack(Duration.ofHours(1));
        stage.mark("BTCUSDT", "60200");
        stage.pass(Duration.ofMillis(100));

        assertThat(link().state()).isEqualTo(LinkState.DEGRADED);
        // the lane had last looked at it one second before
        assertThat(link().reason()).isEqualTo("The clock of this machine was put back by 3599 s; everything is aligned anew.");
        assertThat(stage.diary).contains("ERROR", "connector reconnect");

        alignAnew("0.5");
        assertThat(link().state()).isEqualTo(LinkState.LIVE);
        // 0.5 × (60200 − 60000) = 100: the newest price counts, whatever its time
        assertThat(stage.shown().get(0).trade().result().unrealised().orElseThrow()).isEqualByComparingTo("100");
        stage.mark("BTCUSDT", "60300");
        stage.pass(Duration.ofSeconds(2));
        assertThat(stage.journal.trades.values()).first().satisfies(trade -> assertThat(trade.result().unrealised().orElseThrow())
                .as("written within a second").isEqualByComparingTo("150"));
    }

    @Test
    void anAccountThatAnotherInstanceMirrorsIsTakenOverWhenThatEnds() {
        stage.ownership.other = Optional.of("desk-2 (4711)");
        stage.start();
        assertThat(link().state()).isEqualTo(LinkState.DEGRADED);
        assertThat(link().code()).contains("OWNED");
        assertThat(link().reason()).isEqualTo("This account is mirrored by desk-2 (4711).");
        assertThat(stage.diary).containsExactly("ERROR");
        assertThat(stage.journal.inputs).isEmpty();
        stage.pass(Duration.ofSeconds(60));
        assertThat(stage.diary).as("told once").containsExactly("ERROR");

        stage.ownership.other = Optional.empty();
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.diary).containsExactly("ERROR", "connector start");
        alignAnew("0.5");
        assertThat(link().state()).isEqualTo(LinkState.LIVE);
    }

    @Test
    void aLaneThatLostItsLeaseWritesNothingMore() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.ownership.other = Optional.of("desk-2 (4711)");
        stage.pass(Duration.ofSeconds(10));
        int inputs = stage.journal.inputs.size();
        int commits = stage.journal.batches.size();
        assertThat(link().code()).contains("OWNED");
        stage.snapshot(row("BTCUSDT", "0.9", "60000"));
        stage.mark("BTCUSDT", "60100");
        stage.pass(Duration.ofSeconds(5));

        assertThat(stage.journal.inputs).hasSize(inputs);
        assertThat(stage.journal.batches).hasSize(commits);
        stage.ownership.other = Optional.empty();
        stage.pass(Duration.ofSeconds(10));
        alignAnew("0.9");
        assertThat(link().state()).isEqualTo(LinkState.LIVE);
        assertThat(stage.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("0.9");
    }

    @Test
    void aLeaseIsProlongedInTimeAndGivenBackAtTheEnd() {
        stage.startLive();
        stage.pass(Duration.ofSeconds(60));
        // a term of 30 s: taken at the start and every 10 s
        assertThat(stage.ownership.taken).isEqualTo(7);
        stage.lane.post(stage.lane::stop);
        stage.connector.stopped.complete(null);
        stage.turn();
        assertThat(stage.ownership.released).isEqualTo(1);
    }

    @Test
    void aLeaseWithoutAnEndAsksNoTimerForMoreThanItCan() {
        stage.ownership.term = Duration.ofDays(365_000);
        stage.startLive();
        // the timer of the product counts nanoseconds in a long: 292 years
        assertThat(stage.timer.longest()).isLessThan(Duration.ofNanos(Long.MAX_VALUE));
        stage.pass(Duration.ofDays(2));
        assertThat(stage.ownership.taken).isEqualTo(3);
    }

    @Test
    void aLeaseThatCannotBeProlongedOnceIsTriedAgainAndTheSecondTimeNothingIsWrittenAnyMore() {
        stage.startLive();
        stage.ownership.failures.add(new JournalProblem(Remedy.RETRY, "The database does not answer."));
        stage.pass(Duration.ofSeconds(10));
        assertThat(link().state()).isEqualTo(LinkState.LIVE);
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.ownership.failures).isEmpty();
        for (int i = 0; i < 3; i++) {
            stage.ownership.failures.add(new JournalProblem(Remedy.RETRY, "The database does not answer."));
        }
        stage.pass(Duration.ofSeconds(20));
        assertThat(link().state()).isEqualTo(LinkState.DEGRADED);
        assertThat(link().reason()).isEqualTo("The database does not answer.");
        stage.pass(Duration.ofSeconds(5));
        alignAnew("0.5");
        assertThat(link().state()).isEqualTo(LinkState.LIVE);
    }

    @Test
    void aConnectorThatCouldNotBeMadeIsMadeWhenTheJournalIsThereAgain() {
        stage.openings.add(new VenueProblem(VenueProblem.Remedy.RETRY, Optional.empty(), "Not yet."));
        stage.journal.recordingFailures.add(new JournalProblem(Remedy.ASK_USER, "The disk is full."));
        stage.start();
        stage.pass(Duration.ofSeconds(5));

        assertThat(stage.diary.stream().filter("connector start"::equals)).hasSize(1);
    }

    private LinkStatus link() {
        return stage.directory.links().get(ACCOUNT);
    }

    private void alignAnew(String size) {
        stage.link(LinkState.CONNECTING);
        stage.connection++;
        stage.snapshot(row("BTCUSDT", size, "60000"));
        stage.link(LinkState.LIVE);
        stage.turn();
    }
}
