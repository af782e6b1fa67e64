package org.mirrorbook.ui.model.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.accounts.KeyFinding.Verdict;

/** What the test of a key says, and whether the key may be kept. */
class KeyFindingTest {

    private static final KeyTrial.Step REACH = new KeyTrial.Step("Reach Bitget", "answers", Duration.ofMillis(182), Optional.empty());

    @Test
    void aBoundKeyThatOnlyReadsIsTakenWithoutARemark() {
        var found = KeyFinding.of(trial(rights(Right.NO, Right.NO, Right.NO, Set.of("203.0.113.7")), false), false, false);

        assertThat(found.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(found.mayKeep()).isTrue();
        assertThat(found.message()).isEqualTo("This key only reads, and only from the addresses it is bound to.");
        assertThat(found.bold()).isEmpty();
    }

    @Test
    void aKeyThatWorksFromAnywhereIsTakenWithAdvice() {
        var found = KeyFinding.of(trial(rights(Right.NO, Right.NO, Right.NO, Set.of()), false), false, false);

        assertThat(found.mayKeep()).isTrue();
        assertThat(found.tone()).isEqualTo(Tone.WARN);
        assertThat(found.bold()).isEqualTo("Anyone who has this key can read your account from anywhere.");
    }

    @Test
    void whatTheExchangeDoesNotTellIsNotCalledSafe() {
        var found = KeyFinding.of(trial(rights(Right.NO, Right.NO, Right.UNKNOWN, Set.of("203.0.113.7")), false), false, false);

        assertThat(found.verdict()).isEqualTo(Verdict.ADVICE);
        assertThat(found.message()).isEqualTo("The exchange does not tell all that this key may do.");
    }

    @Test
    void aKeyThatCanTradeIsTakenOnlyWithConsent() {
        var trial = trial(rights(Right.YES, Right.NO, Right.NO, Set.of("203.0.113.7")), false);

        assertThat(KeyFinding.of(trial, false, false).verdict()).isEqualTo(Verdict.CONSENT);
        assertThat(KeyFinding.of(trial, false, false).mayKeep()).isFalse();
        assertThat(KeyFinding.of(trial, true, false).verdict()).isEqualTo(Verdict.CONSENTED);
        assertThat(KeyFinding.of(trial, true, false).mayKeep()).isTrue();
    }

    @Test
    void aKeyThatCanMoveMoneyIsNeverTaken() {
        for (var rights : List.of(rights(Right.NO, Right.YES, Right.NO, Set.of()), rights(Right.YES, Right.NO, Right.YES, Set.of()))) {
            var found = KeyFinding.of(trial(rights, true), true, false);

            assertThat(found.verdict()).isEqualTo(Verdict.DANGEROUS);
            assertThat(found.mayKeep()).isFalse();
            assertThat(found.bold()).isEqualTo("Nothing was saved.");
        }
    }

    @Test
    void aFailureSaysWhatItIsAndWhatToDo() {
        var refused = failed(Remedy.ASK_USER, "40012", "Bitget rejected the API key or its passphrase");
        var away = failed(Remedy.RETRY, "UNREACHABLE", "Bitget cannot be reached.");
        var strange = failed(Remedy.REPORT, "UNREADABLE", "The answer cannot be read.");

        assertThat(refused.mayKeep()).isFalse();
        assertThat(refused.words())
                .isEqualTo("Bitget rejected the API key or its passphrase (40012). Go back, put it right, and test again.");
        assertThat(away.verdict()).isEqualTo(Verdict.UNREACHABLE);
        assertThat(away.mayKeep()).as("untested, as the user wants it").isTrue();
        assertThat(away.bold()).isEqualTo("Bitget cannot be reached (UNREACHABLE).");
        assertThat(strange.verdict()).isEqualTo(Verdict.STRANGE);
        assertThat(strange.mayKeep()).isFalse();
    }

    @Test
    void thePracticeExchangeInsideNeedsNoAdviceAboutItsKey() {
        assertThat(KeyFinding.of(trial(rights(Right.NO, Right.NO, Right.UNKNOWN, Set.of()), false), false, true).verdict())
                .isEqualTo(Verdict.GOOD);
    }

    @Test
    void theStepAboutTheRightsNamesThemAndIsMarkedByWhatTheyMean() {
        var withdraws = KeyTest.begun().ended(trial(rights(Right.YES, Right.YES, Right.NO, Set.of()), false));
        var trades = KeyTest.begun().ended(trial(rights(Right.YES, Right.NO, Right.NO, Set.of()), false));
        var reads = KeyTest.begun().ended(trial(rights(Right.NO, Right.NO, Right.UNKNOWN, Set.of()), false));

        var cross = StepRow.of(withdraws, false).getLast().cells();
        assertThat(cross.get(0).shape()).isEqualTo(Shape.CROSS);
        assertThat(cross.get(2).text()).isEqualTo("withdraw, read and trade");
        assertThat(StepRow.of(trades, false).getLast().cells().get(0).shape()).isEqualTo(Shape.WARNING);
        assertThat(StepRow.of(trades, false).getLast().cells().get(2).text()).isEqualTo("read and trade");
        assertThat(StepRow.of(reads, false).getLast().cells().get(0).shape()).isEqualTo(Shape.CHECK);
        assertThat(StepRow.of(reads, false).getLast().cells().get(2).text()).isEqualTo("read; not told: transfer");
    }

    @Test
    void whileItRunsTheStepsThatEndedAreShownAndOneThatIsWaitedFor() {
        var running = KeyTest.begun().told(REACH);

        assertThat(StepRow.of(running, false)).extracting(row -> row.cells().get(2).text())
                .containsExactly("answers", "waiting for the answer\u2026");
        assertThat(running.stopped().told(REACH).steps()).as("what is told after it was stopped").hasSize(1);
    }

    @Test
    void aReportIsWordsAndTabsOnly() {
        var problem = new VenueProblem(Remedy.ASK_USER, Optional.of("40012"), "No.");
        var test = KeyTest.begun().ended(new KeyTrial(Optional.empty(), Optional.empty(),
                List.of(REACH, new KeyTrial.Step("Sign in", "No.", Duration.ofMillis(7), Optional.of(problem)))));

        assertThat(StepRow.report(StepRow.of(test, false)))
                .isEqualTo("passed\tReach Bitget\tanswers\t182 ms\nfailed\tSign in\tNo. (40012)\t7 ms");
    }

    @Test
    void eachRightSaysWhetherTheKeyHasItAndWhatIsDoneAboutIt() {
        var rows = RightRow.of(Optional.of(rights(Right.YES, Right.NO, Right.UNKNOWN, Set.of())), false);

        assertThat(rows).extracting(row -> row.cells().get(0).text() + "|" + row.cells().get(1).text() + "|" + row.cells().get(2).text())
                .containsExactly("Read positions and history|yes|needs it", "Trade|yes|asks for your consent; never uses it",
                        "Transfer between accounts|unknown|cannot see it: look on the exchange\u2019s page",
                        "Withdraw|no|would refuse the key", "Bound to an address|no|advises to bind it");
        assertThat(RightRow.of(Optional.empty(), false)).extracting(row -> row.cells().get(1).text()).containsOnly("unknown");
        var moving = RightRow.of(Optional.of(rights(Right.NO, Right.YES, Right.YES, Set.of("203.0.113.7"))), false);
        assertThat(moving).extracting(row -> row.cells().get(2).text())
                .containsExactly("needs it", "would ask for your consent", "refuses the key", "refuses the key", "nothing to do");
    }

    private static KeyRights rights(Right trade, Right withdraw, Right transfer, Set<String> ips) {
        return new KeyRights(Right.YES, trade, withdraw, transfer, Optional.of(ips), Optional.empty());
    }

    /** As the mirror completes it: the gate's refusal is the problem of the step about the rights. */
    private static KeyTrial trial(KeyRights rights, boolean consent) {
        var refusal = new KeyGate().judge(rights, consent).refusal();
        return new KeyTrial(Optional.of("classic"), Optional.empty(), rights, Optional.empty(), List.of(REACH,
                new KeyTrial.Step(KeyTrial.RIGHTS, refusal.map(Throwable::getMessage).orElse("told"), Duration.ofMillis(70), refusal)));
    }

    private static KeyFinding failed(Remedy remedy, String code, String sentence) {
        var problem = new VenueProblem(remedy, Optional.of(code), sentence);
        return KeyFinding.of(new KeyTrial(Optional.empty(), Optional.empty(),
                List.of(new KeyTrial.Step("Sign in", sentence, Duration.ofMillis(7), Optional.of(problem)))), false, false);
    }
}
