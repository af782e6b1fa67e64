package org.mirrorbook.journal.jpa;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.RecordedChange;

/**
 * What a commit costs in which five positions changed, by one push or by twenty: a fill and a change a push and position, five trades and five
 * open positions. A {@link BareWriter} writes the same rows to a database of its own beside it, round by round, and the last line is the
 * ratio. Prints and judges nothing. Not a part of the test run: {@code mvn -pl :org.mirrorbook.journal.jpa -am -Dtest=CommitBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false verify}.
 */
class CommitBenchmark {

    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");
    private static final int ROUNDS = 10;

    @TempDir
    Path home;
    @TempDir
    Path other;

    /** Median of the wall times and mean of the CPU times of the rounds that count. */
    private record Cost(long wallMicros, long cpuMicros) {
    }

    /** One commit of the workload. */
    private record Step(List<OneLife> before, List<OneLife> now, List<RecordedChange> changes) {
    }

    private interface Commit {
        void of(Step step) throws SQLException;
    }

    private List<OneLife> lives = List.of();
    private long pushes;

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void fiveChangedPositionsInOneCommit(int pushesEach) throws Exception {
        int commits = 2000 / (pushesEach + 1);
        Journal.open(other, Editions.TEST).close();
        var database = new DerbyDatabase(other.resolve("journal"), other.resolve("logs").resolve("derby.log"));
        try (var journal = Journal.open(home, Editions.TEST); var bare = new BareWriter(database.getConnection())) {
            var store = journal.store();
            var book = store.load(ACCOUNT, BEGINNING).book();
            bare.begin(ACCOUNT.value(), BEGINNING);
            long[] revisions = new long[2];
            var ours = new ArrayList<Cost>();
            var theirs = new ArrayList<Cost>();
            for (int round = 0; round < ROUNDS; round++) {
                var steps = steps(commits, pushesEach);
                var our = measure(steps, step -> revisions[0] = store.commit(batch(revisions[0], book, step)));
                var their = measure(steps, step -> bare.write(revisions[1]++, BEGINNING, step.before(), step.now(), step.changes()));
                System.out.printf("%2d pushes a commit, round %2d: wall p50 %5d us (bare %5d), CPU %5d us (bare %5d)%n", pushesEach, round,
                        our.wallMicros(), their.wallMicros(), our.cpuMicros(), their.cpuMicros());
                if (round >= ROUNDS / 2) {
                    ours.add(our);
                    theirs.add(their);
                }
            }
            System.out.printf("%2d pushes a commit: %.2f times the wall time and %.2f times the CPU of the bare writer%n", pushesEach,
                    ratio(ours, theirs, true), ratio(ours, theirs, false));
        } finally {
            database.shutDown();
        }
    }

    private static double ratio(List<Cost> ours, List<Cost> theirs, boolean wall) {
        return (double) sum(ours, wall) / sum(theirs, wall);
    }

    private static long sum(List<Cost> costs, boolean wall) {
        return costs.stream().mapToLong(cost -> wall ? cost.wallMicros() : cost.cpuMicros()).sum();
    }

    private List<Step> steps(int commits, int pushesEach) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < commits; i++) {
            var before = lives;
            var changes = new ArrayList<RecordedChange>();
            for (int push = 0; push < pushesEach; push++) {
                var at = BEGINNING.plusSeconds(++pushes);
                boolean fresh = lives.isEmpty() || push == 0 && (i * pushesEach) % 20 < pushesEach && i % 20 == 0;
                lives = IntStream.range(0, 5).mapToObj(which -> fresh ? OneLife.at(ACCOUNT, "S" + which, at.plusMillis(which))
                        : lives.get(which).grown(at)).toList();
                lives.stream().map(OneLife::opened).forEach(changes::add);
            }
            steps.add(new Step(before, lives, changes));
        }
        return steps;
    }

    private static Cost measure(List<Step> steps, Commit commit) throws SQLException {
        var wall = new long[steps.size()];
        long cpu = cpu();
        for (int i = 0; i < wall.length; i++) {
            long start = System.nanoTime();
            commit.of(steps.get(i));
            wall[i] = System.nanoTime() - start;
        }
        long used = cpu() - cpu;
        Arrays.sort(wall);
        return new Cost(wall[wall.length / 2] / 1000, used / wall.length / 1000);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static JournalBatch batch(long revision, Book before, Step step) {
        var open = step.now().stream().map(OneLife::life).collect(Collectors.toMap(life -> life.row().slot(), life -> life, (a, b) -> b));
        var after = Book.kept(before.account(), before.mirroredSince(), open, List.of(), before.claimed(), before.historyReadTo());
        return new JournalBatch(revision, after, step.changes(), step.now().stream().map(OneLife::trade).toList());
    }
}
