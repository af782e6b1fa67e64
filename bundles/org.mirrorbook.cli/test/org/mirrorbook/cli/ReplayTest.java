package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.journal.RecordingReader;

@DisplayName("A replay of a recording")
class ReplayTest implements RecordingReader, BreakEvenRules {

    private static final int SEEDS = Integer.getInteger("mirrorbook.laws", 100);

    private final List<Recorded> recording = new ArrayList<>();
    private final MemoryStore rebuilt = new MemoryStore();
    private final StringWriter remarks = new StringWriter();
    private BreakEvenRule rule = BreakEvenRule.none();

    @Test
    @DisplayName("has the trades and the book of the original, whatever was stopped or killed")
    void equalsTheOriginal() {
        int kills = 0;
        int trades = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var test = new ReplayTest();
            var original = new RecordedHistory("a", "main", seed);
            original.run(60);
            test.recording.addAll(original.recording);

            test.replay();

            assertThat(test.rebuilt.trades).as("seed %s", seed).isEqualTo(original.journal.trades);
            assertThat(test.rebuilt.book(original.account)).as("seed %s", seed).isEqualTo(original.journal.book(original.account));
            assertThat(test.rebuilt.changes).as("seed %s", seed).isEqualTo(original.journal.changes);
            assertThat(test.remarks.toString()).as("seed %s", seed).isEmpty();
            kills += original.kills;
            trades += original.journal.trades.size();
        }
        assertThat(kills).as("something was tried").isGreaterThan(SEEDS);
        assertThat(trades).isGreaterThan(3 * SEEDS);
    }

    @Test
    @DisplayName("of which the beginning was deleted starts on the first book that it has")
    void beginsInTheMiddle() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var test = new ReplayTest();
            var original = new RecordedHistory("a", "main", seed);
            original.run(80);
            test.recording.addAll(original.recording.subList(original.recording.size() / 2, original.recording.size()));
            if (test.recording.stream().noneMatch(one -> one.input() instanceof LaneInput.Opened)) {
                continue;
            }

            test.replay();

            // a trade that was final before is not in the rest of the recording; all others are as they were
            assertThat(original.journal.trades).as("seed %s", seed).containsAllEntriesOf(test.rebuilt.trades);
            var first = test.recording.stream().filter(one -> one.input() instanceof LaneInput.Opened).findFirst().orElseThrow();
            var late = ((LaneInput.Opened) first.input()).at();
            assertThat(test.rebuilt.trades.keySet()).as("seed %s", seed).containsAll(original.journal.trades.values().stream()
                    .filter(trade -> !trade.openedAt().isBefore(late)).map(trade -> trade.id().value()).toList());
        }
    }

    @Test
    @DisplayName("names accounts as they were called last, and takes a label from the one that was there before")
    void namesAccounts() {
        var old = new RecordedHistory("old", "main", 1);
        old.run(30);
        var young = new RecordedHistory("young", "main", 2);
        young.run(90);
        recording.addAll(young.recording);
        recording.addAll(old.recording);

        replay();

        assertThat(rebuilt.all()).extracting(Account::id, Account::label, Account::removed, Account::mirror, Account::venue)
                .containsExactlyInAnyOrder(
                        tuple(old.account, "main", true, false, "bitget"),
                        tuple(young.account, "main", false, false, "bitget"));
    }

    @Test
    @DisplayName("has the break-even rule that counted last, of its version")
    void takesTheRule() {
        var original = new RecordedHistory("a", "main", 3);
        original.run(10);
        recording.addAll(original.recording);
        for (int version = 1; version <= 3; version++) {
            var set = new BreakEvenRuleSet(new BreakEvenRule(version, BigDecimal.valueOf(version), BigDecimal.ZERO), RecordedHistory.START);
            recording.add(new Recorded(original.account, recording.size() + 1, new LaneInput.Heard("settings", "", List.of(set),
                    RecordedHistory.START)));
        }

        replay();

        assertThat(rule).isEqualTo(new BreakEvenRule(3, BigDecimal.valueOf(3), BigDecimal.ZERO));
    }

    private void replay() {
        var streams = new Streams(new PrintWriter(new StringWriter()), new PrintWriter(remarks, true),
                new ByteArrayInputStream(new byte[0]), Optional.empty(), false);
        new Replay(new Rebuilding(this, rebuilt, rebuilt, () -> this), new ReplayCounts(streams)).run(List.of());
    }

    @Override
    public void read(List<Path> files, Consumer<Recorded> each) {
        recording.forEach(each);
    }

    @Override
    public List<Path> files(AccountId account) {
        throw new AssertionError("nobody asks");
    }

    @Override
    public BreakEvenRule current() {
        return rule;
    }

    @Override
    public BreakEvenRule change(BigDecimal amount, BigDecimal fractionOfR) {
        rule = new BreakEvenRule(rule.version() + 1, amount, fractionOfR);
        return rule;
    }
}
