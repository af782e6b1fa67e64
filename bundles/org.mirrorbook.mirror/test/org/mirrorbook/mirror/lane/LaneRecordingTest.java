package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.ACCOUNT;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.RecordOverdue;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.LaneInput;

/** The recording: all that is folded is in it, in the same order, so that the book can be folded from it again. */
class LaneRecordingTest {

    private final Stage stage = new Stage();

    @Test
    void aLaneBeginsWithItsBookTheLostLinkAndTheSettings() {
        stage.rule = new BreakEvenRule(3, BigDecimal.ONE, BigDecimal.ZERO);
        stage.start();

        assertThat(stage.journal.inputs.get(0)).isEqualTo(new LaneInput.Opened("main", Book.empty(ACCOUNT, NOON), 0, NOON));
        assertThat(channels()).containsExactly("concluded", "settings", "settings");
        assertThat(recorded()).isEqualTo(stage.lifecycle.folded);
        assertThat(recorded()).contains(new Observation.BreakEvenRuleSet(stage.rule, NOON));
    }

    @Test
    void whatIsConcludedSampledAskedAndTypedIsRecordedInTheOrderInWhichItIsFolded() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"), row("ETHUSDT", "1", "3000"));
        stage.mark("BTCUSDT", "60100");
        stage.pass(Duration.ofSeconds(2));
        var trade = stage.shown().get(0).trade();
        stage.lane.tell(() -> plan(trade), new CompletableFuture<>());
        stage.connector.recordQuestions.get(0).answer().complete(List.of());
        stage.turn();
        stage.snapshot(row("ETHUSDT", "1", "3000"));
        stage.turn();
        for (int i = 0; i < 5; i++) {
            stage.pass(Duration.ofMinutes(2));
            stage.connector.recordQuestions.getLast().answer().complete(List.of());
            stage.turn();
        }
        stage.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        stage.turn();

        assertThat(channels()).contains("positions", "marks", "edit", "GET closing records", "concluded");
        assertThat(recorded()).isEqualTo(stage.lifecycle.folded);
        assertThat(recorded()).anyMatch(RecordOverdue.class::isInstance).endsWith(new LinkLost(1, stage.clock.instant()));
    }

    @Test
    void aBeginningThatMovedToTheVenuesClockIsRecordedWithTheSettingsAfterIt() {
        stage.start();
        stage.lane.accept(new AccountFacts(Optional.empty(), KeyRights.unknown(), Optional.of(Duration.ofMinutes(5)), NOON));
        stage.turn();

        var opened = stage.journal.inputs.stream().filter(LaneInput.Opened.class::isInstance).toList();
        assertThat(opened).hasSize(2);
        assertThat(opened.get(1)).isEqualTo(new LaneInput.Opened("main", Book.empty(ACCOUNT, NOON.plusSeconds(300)), 1, NOON));
        assertThat(channels()).endsWith("settings", "settings");
    }

    @Test
    void theSameBookIsFoldedFromTheRecording() {
        var live = new Stage(Optional.empty());
        live.startLive(row("BTCUSDT", "0.5", "60000"));
        live.mark("BTCUSDT", "60100");
        live.pass(Duration.ofSeconds(2));
        live.mark("BTCUSDT", "59000");
        live.snapshot(row("BTCUSDT", "0.7", "60000"));
        live.turn();
        live.link(LinkState.RECONNECTING, "NO_PONG", "The exchange did not answer.");
        live.turn();
        live.connection++;
        live.snapshot(row("ETHUSDT", "2", "3000"));
        live.link(LinkState.LIVE);
        live.turn();

        assertThat(folded(live.journal.inputs)).isEqualTo(live.lane.book());
    }

    @Test
    void whatCannotBeFoldedStaysAsEvidenceThatNobodyFoldsAgain() {
        stage.startLive();
        var row = row("BTCUSDT", "1", "60000");
        stage.lifecycle.broken = true;
        stage.snapshot(row);
        stage.turn();

        var kept = stage.journal.inputs.stream().filter(LaneInput.Heard.class::isInstance).map(LaneInput.Heard.class::cast)
                .filter(heard -> heard.channel().equals("positions")).toList().getLast();
        assertThat(kept.text()).isEqualTo("{}");
        assertThat(kept.seen()).isEmpty();
    }

    @Test
    void anAppendThatFailsInTheMiddleOfABatchLosesTheBookAndNotThePush() {
        stage.startLive(row("BTCUSDT", "0.5", "60000"));
        stage.snapshot(row("BTCUSDT", "0.6", "60000"));
        stage.journal.recordingFailures.add(new JournalProblem(Remedy.REPORT, "The disk is full."));
        stage.turn();
        stage.link(LinkState.CONNECTING);
        stage.connection++;
        stage.snapshot(row("BTCUSDT", "0.6", "60000"));
        stage.link(LinkState.LIVE);
        stage.turn();

        assertThat(stage.shown().get(0).trade().terms().quantity()).isEqualByComparingTo("0.6");
        assertThat(stage.journal.inputs.stream().filter(LaneInput.Opened.class::isInstance)).as("folded on what is committed").hasSize(2);
    }

    private PlanSet plan(Trade trade) {
        return new PlanSet(trade, ProtectionKind.STOP_LOSS, Optional.of(new BigDecimal("59000")), stage.clock.instant());
    }

    private static Book folded(List<LaneInput> inputs) {
        var lifecycle = new PositionLifecycle();
        Book book = null;
        for (var input : inputs) {
            switch (input) {
                case LaneInput.Opened opened -> book = opened.book();
                case LaneInput.Heard heard -> {
                    for (var seen : heard.seen()) {
                        book = lifecycle.apply(book, seen).after();
                    }
                }
            }
        }
        return book;
    }

    private List<String> channels() {
        return stage.journal.inputs.stream().filter(LaneInput.Heard.class::isInstance).map(input -> ((LaneInput.Heard) input).channel())
                .toList();
    }

    private List<Observation> recorded() {
        var all = new ArrayList<Observation>();
        stage.journal.inputs.forEach(input -> {
            if (input instanceof LaneInput.Heard heard) {
                all.addAll(heard.seen());
            }
        });
        return all;
    }
}
