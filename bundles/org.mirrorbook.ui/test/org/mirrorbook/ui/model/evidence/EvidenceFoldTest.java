package org.mirrorbook.ui.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.ui.model.evidence.Told.decimal;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.MoneyFormat;
import org.mirrorbook.ui.model.evidence.Evidence.Match;

class EvidenceFoldTest {

    private static final Figures FIGURES = new Figures(ZoneOffset.UTC);

    @Test
    void everyMessageThatMadeTheTradeIsListedInOrderFromItsOrderToItsClosingRecord() {
        var told = Told.life();

        var evidence = told.evidence();

        // 1 is the lane's beginning; 5 and 6 carry nothing but another mark price, one of them another position as well
        assertThat(evidence.steps()).extracting(Step::number).containsExactly(2L, 3L, 4L, 7L, 8L, 9L);
        assertThat(evidence.repeats()).isEqualTo(2);
        assertThat(evidence.messages()).isEqualTo(6);
        assertThat(evidence.gaps()).contains(0);
    }

    @Test
    void everyChangeOfTheJournalStandsAtItsMessageOnce() {
        var told = Told.life();

        var evidence = told.evidence();

        assertThat(evidence.steps().stream().flatMap(step -> step.changes().stream())).isEqualTo(told.events);
        assertThat(evidence.changes()).isEqualTo(told.events.size()).isGreaterThanOrEqualTo(3);
        assertThat(evidence.steps()).allSatisfy(step -> assertThat(step.changes()).allMatch(change -> change.message() == step.number()));
    }

    @Test
    void theTradeIsKnownBeforeAndAfterEachMessageAndItsLastFormIsTheJournals() {
        var told = Told.life();

        var steps = told.evidence().steps();

        assertThat(steps.get(2).before()).as("before the row that opened it").isEmpty();
        assertThat(steps.get(2).after().get().terms().quantity()).isEqualByComparingTo("0.01");
        assertThat(steps.getLast().before().get().certainty()).isEqualTo(Certainty.PROVISIONAL);
        assertThat(steps.getLast().after()).contains(told.trade());
        // 1 − 0.162003 − 0.162603 = 0.675394
        assertThat(EvidenceRows.realised(steps.getLast().after().get())).isEqualByComparingTo("0.675394")
                .isEqualByComparingTo(told.trade().result().net());
        assertThat(told.evidence().match()).isEqualTo(Match.SAME);
    }

    @Test
    void aJournalThatIsOtherThanItsMessagesSayIsToldToBeSo() {
        var told = Told.life();
        var result = told.trade().result();
        var other = told.trade().with(new Result(decimal("2"), Optional.empty(), result.fees(), result.funding(),
                result.openFee(), result.closeFee(), result.reportedNet(), result.otherFees()));
        var fold = new EvidenceFold(other, told.events);
        told.recording.forEach(fold::take);

        assertThat(fold.evidence(1, "", 1, Told.at(9)).match()).isEqualTo(Match.DIFFERENT);
        var check = new ReplayCheck(other);
        told.recording.forEach(check::take);
        assertThat(check.compared(other, Told.at(9)).differences()).containsExactly("gross");
        assertThat(check.compared(told.trade(), Told.at(9)).isSame()).isTrue();
        assertThat(check.compared(told.trade(), Told.at(9)).inputs()).isEqualTo(9);
    }

    @Test
    void wonOrLostIsJudgedAnewAndIsNoDifference() {
        var told = Told.life();

        assertThat(TradeDifferences.between(told.trade(), told.trade().with(TradeStatus.BE))).isEmpty();
    }

    @Test
    void aConnectionThatWasLostAndARestartAreGaps() {
        var told = new Told();
        told.opened();
        told.heard("positions", "", 1, told.snapshot(1, Told.row(Told.SLOT, "0.01", "27000.5", "0", "27010", 1)));
        told.heard("concluded", "", 2, new LinkLost(1, Told.at(2)));
        told.heard("positions", "", 3, told.snapshot(3, Told.row(Told.SLOT, "0.01", "27000.5", "0", "27010", 1)));
        told.opened();
        told.heard("concluded", "", 4, new LinkLost(0, Told.at(4)));

        assertThat(told.evidence().gaps()).contains(2);
    }

    @Test
    void whatWasOpenedBeforeTheRecordingHasNoKnownGapsAndItsFirstChangesHaveNoMessage() {
        var told = Told.life();
        var fold = new EvidenceFold(told.trade(), told.events);
        // a recording of which only the end is kept: no beginning of the lane is in it
        told.recording.subList(7, 9).forEach(fold::take);

        var evidence = fold.evidence(1, "", 8, Told.at(9));

        assertThat(evidence.gaps()).isEmpty();
        assertThat(evidence.match()).isEqualTo(Match.UNKNOWN);
        assertThat(evidence.steps()).filteredOn(Step::isRecorded).extracting(Step::number).containsExactly(8L, 9L);
        assertThat(evidence.changes()).as("none is left out").isEqualTo(told.events.size());
        assertThat(evidence.steps()).allSatisfy(step -> assertThat(step.after()).isEmpty());
        assertThat(words(EvidenceRows.of(evidence, FIGURES).getFirst())).contains("message not kept any more");
    }

    @Test
    void anImportedTradeHasNoEvidence() {
        var told = Told.life();

        assertThat(new EvidenceFold(told.trade(), List.of()).evidence(0, "", 0, Told.at(9)).isRecorded()).isFalse();
    }

    @Test
    void aKillBetweenRecordingAndCommitIsUndoneByTheNextBeginning() {
        var told = new Told();
        told.opened();
        told.heard("positions", "", 1, told.snapshot(1, Told.row(Told.SLOT, "0.01", "27000.5", "0", "27010", 1)));
        var committed = told.trade();
        var kept = ((LaneInput.Opened) told.recording.getFirst().input()).book();
        var refold = new Refold(committed.id());
        told.recording.forEach(refold::take);
        assertThat(refold.trade()).contains(committed);

        // the commit never came: the journal is still without it
        refold.take(new Recorded(Told.MAIN, 3, new LaneInput.Opened("Main", kept, 0, Told.at(5))));

        assertThat(refold.trade()).isEmpty();
    }

    @Test
    void rowsSayWhatEachMessageSaidWithAllItsDigits() {
        var rows = EvidenceRows.of(Told.life().evidence(), FIGURES);

        assertThat(words(rows.getFirst())).containsSubsequence("2", "orders", "market buy 0.01", "filled", "at 27,000.5",
                "fee \u22120.162003",
                "nothing", "kept as evidence");
        assertThat(words(rows.get(1))).contains("bought 0.01 at 27,000.5, fee \u22120.162003").contains("kept until its position is seen");
        assertThat(words(rows.get(2))).contains("BTCUSDT long 0.01, entry 27,000.5, 20\u00d7").contains("Opened");
        assertThat(rows.stream().map(EvidenceFoldTest::words)).anyMatch(words -> words.contains("1 row, BTCUSDT long is not there any more")
                && words.contains("Closed"));
        assertThat(words(rows.getLast())).contains("gross 1, fees \u22120.162003 and \u22120.162603, funding 0")
                .contains("Confirmed").contains("+0.67539400");
    }

    @Test
    void eachChangeSaysTheCommitThatMadeItDurable() {
        var rows = EvidenceRows.of(Told.life().evidence(), FIGURES);

        // the first change is of the first commit, and a message without a change of none
        assertThat(rows.get(0).cells().get(EvidenceColumn.COMMIT.ordinal()).words()).isEmpty();
        assertThat(rows.get(2).cells().get(EvidenceColumn.COMMIT.ordinal()).words()).isEqualTo("commit 1");
    }

    @Test
    void comparisonsThatBearOnTheTradeStandAmongItsMessages() {
        var told = Told.life();
        var trade = told.trade();
        var closed = trade.exit().orElseThrow().closedAt();
        var step = new ReconciliationRun.Step(Told.at(40), ReconciliationRun.Step.Kind.CORRECTED, "BTCUSDT", trade.slot().side(),
                Optional.of(closed), List.of("funding"));
        var before = run(1, Told.at(2), 0, List.of());
        var differs = run(2, Told.at(30), 1, List.of(step));
        var equal = run(3, Told.at(50), 0, List.of());
        var later = run(4, Told.at(90), 0, List.of());

        var rows = EvidenceRows.of(told.evidence().comparedBy(List.of(later, equal, differs, before)), FIGURES);

        // before its close nothing is said of it, and of those that found nothing the first one is enough
        assertThat(rows).filteredOn(row -> row.step().number() == 0).extracting(EvidenceFoldTest::words)
                .satisfiesExactly(
                        words -> assertThat(words).contains("by hand", "Corrected by you", "12 trades, 1 different"),
                        words -> assertThat(words).contains("by hand", "nothing", "12 trades, all equal"));
        assertThat(rows).extracting(EvidenceRow::key).doesNotHaveDuplicates();
    }

    private static ReconciliationRun run(long number, Instant at, int figures, List<ReconciliationRun.Step> steps) {
        return new ReconciliationRun(Told.MAIN, number, at, ReconciliationRun.StartedBy.HAND, Optional.of(Told.OPENED), 12, 1, figures, 0, 0,
                Duration.ofSeconds(1), Optional.empty(), steps);
    }

    @Test
    void theFilterFindsWordsInTheMessageItselfAndChannels() {
        var rows = EvidenceRows.of(Told.life().evidence(), FIGURES);

        assertThat(new EvidenceFilter("presetStopSurplus", "", false).of(rows)).extracting(row -> row.step().number()).containsExactly(2L);
        assertThat(new EvidenceFilter("", "fill", false).of(rows)).extracting(row -> row.step().number()).containsExactly(3L, 7L);
        assertThat(new EvidenceFilter("", "", true).of(rows)).isNotEmpty().allMatch(row -> row.change().isPresent());
        assertThat(EvidenceFilter.channels(rows)).containsExactly("orders", "fill", "positions", "positions-history");
        assertThat(EvidenceFilter.ALL.of(rows)).isEqualTo(rows);
    }

    @Test
    void hiddenMoneyIsHiddenInWhatWasSaidToo() {
        var hidden = new Figures(ZoneOffset.UTC, MoneyFormat.COMMA_POINT, true);

        var last = EvidenceRows.of(Told.life().evidence(), hidden).getLast();

        assertThat(words(last)).doesNotContain("0.675394").doesNotContain("0.162003").contains(Figures.HIDDEN);
    }

    @Test
    void eachFieldIsToldBeforeAndAfter() {
        var told = Told.life();
        var last = told.evidence().steps().getLast();

        var fields = ChangedFields.of(last, told.trade(), FIGURES);

        var certainty = fields.stream().filter(field -> field.name().equals("Certainty")).findFirst().orElseThrow();
        assertThat(certainty.cells()).extracting(Cell::text).startsWith("Certainty", "PROVISIONAL", "CONFIRMED");
        assertThat(certainty.changed()).isTrue();
        var net = fields.stream().filter(field -> field.name().equals("Net")).findFirst().orElseThrow();
        assertThat(net.cells().get(2).text()).isEqualTo("0.67539400");
    }

    @Test
    void theFileHasEveryMessageAndEveryChange() throws IOException {
        var told = Told.life();
        var out = new StringWriter();
        try (var file = new EvidenceFile(out)) {
            file.head(told.trade());
            for (var step : told.evidence().steps()) {
                file.step(step, step.text().orElse(""));
            }
        }

        var lines = out.toString().lines().map(Json::of).map(Optional::orElseThrow).map(json -> (Json.Struct) json).toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.getFirst().text("net")).contains("0.675394");
        assertThat(lines.get(1).text("text")).contains(Frames.read("orders-1.json"));
        assertThat(lines.getLast().text("netRealised")).contains("0.675394");
        assertThat(lines.stream().flatMap(Json::structs).filter(one -> one.text("change").isPresent())).hasSize(told.events.size());
    }

    private static String words(EvidenceRow row) {
        return String.join(" | ", row.cells().stream().map(Cell::words).toList());
    }
}
