package org.mirrorbook.journal.jpa;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.mirrorbook.benchmarks.Folders;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.RecordedChange;

/**
 * What a commit costs in which five positions changed structure, by one push or by twenty: of each push and position a fill and a change,
 * of each position the trade and the open position. A {@link BareWriter} writes the same rows to a database of its own on the same engine,
 * with the same durability (Derby writes its log through at each commit), block by block in turn. At the end both databases are compared,
 * row by row: nothing is measured where one holds what the other does not.
 *
 * <p>Arguments: rounds, of which the later half counts, and pushes a round.
 */
public final class CommitCost {

    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");
    /** Between two looks at the other side, so that both meet the same disk. */
    private static final int BLOCK = 20;

    private final int pushesEach;
    private List<OneLife> lives = List.of();
    private long pushes;

    /** One commit of the workload. */
    private record Step(List<OneLife> before, List<OneLife> now, List<RecordedChange> changes) {
    }

    private interface Commit {
        void of(Step step) throws SQLException;
    }

    /** What one side used, commit by commit, in nanoseconds. */
    private static final class Used {
        private final List<Long> wall = new ArrayList<>();
        private long cpu;

        void measure(List<Step> steps, Commit commit) throws SQLException {
            long before = cpu();
            for (var step : steps) {
                long start = System.nanoTime();
                commit.of(step);
                wall.add(System.nanoTime() - start);
            }
            cpu += cpu() - before;
        }

        double medianWall() {
            var sorted = wall.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[sorted.length / 2] / 1000.0;
        }

        double meanWall() {
            return wall.stream().mapToLong(Long::longValue).average().orElseThrow() / 1000.0;
        }

        double meanCpu() {
            return cpu / 1000.0 / wall.size();
        }

        private static long cpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    private CommitCost(int pushesEach) {
        this.pushesEach = pushesEach;
    }

    public static void main(String[] given) throws Exception {
        for (int pushesEach : new int[] {1, 20}) {
            new CommitCost(pushesEach).run(Integer.parseInt(given[0]), Integer.parseInt(given[1]));
        }
    }

    private void run(int rounds, int pushesARound) throws Exception {
        var folder = Files.createTempDirectory("mirrorbook-commit");
        var home = folder.resolve("product");
        var other = folder.resolve("bare");
        Files.createDirectories(home);
        Files.createDirectories(other);
        Journal.open(other, Editions.TEST).close();
        var database = new DerbyDatabase(other.resolve("journal"), folder.resolve("logs").resolve("derby.log"));
        try {
            try (var journal = Journal.open(home, Editions.TEST); var bare = new BareWriter(database.getConnection())) {
                alternate(journal, bare, rounds, Math.max(1, pushesARound / pushesEach / BLOCK));
            }
            compare(home, database);
        } finally {
            database.shutDown();
            Folders.delete(folder);
        }
    }

    private void alternate(Journal journal, BareWriter bare, int rounds, int blocks) throws SQLException {
        var store = journal.store();
        var book = store.load(ACCOUNT, BEGINNING).book();
        bare.begin(ACCOUNT.value(), BEGINNING);
        long[] revisions = new long[2];
        var ratios = new ArrayList<double[]>();
        for (int round = 0; round < rounds; round++) {
            var our = new Used();
            var their = new Used();
            for (int block = 0; block < blocks; block++) {
                var steps = steps();
                our.measure(steps, step -> revisions[0] = store.commit(batch(revisions[0], book, step)));
                their.measure(steps, step -> bare.write(revisions[1]++, BEGINNING, step.before(), step.now(), step.changes()));
            }
            System.out.printf("%2d pushes a commit, round %2d, %4d commits: wall p50 %6.0f us (bare %6.0f), mean %6.0f (%6.0f), CPU %6.0f (%6.0f)%n",
                    pushesEach, round + 1, our.wall.size(), our.medianWall(), their.medianWall(), our.meanWall(), their.meanWall(),
                    our.meanCpu(), their.meanCpu());
            if (round >= rounds / 2) {
                ratios.add(new double[] {our.medianWall() / their.medianWall(), our.meanWall() / their.meanWall(),
                        our.meanCpu() / their.meanCpu()});
            }
        }
        System.out.printf("%2d pushes a commit: %.2f times the wall time at the median, %.2f in the mean, %.2f times the CPU of the bare writer%n",
                pushesEach, median(ratios, 0), median(ratios, 1), median(ratios, 2));
    }

    private static double median(List<double[]> ratios, int which) {
        var sorted = ratios.stream().mapToDouble(one -> one[which]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < BLOCK; i++) {
            var before = lives;
            var changes = new ArrayList<RecordedChange>();
            // lives of twenty fills, or of twenty commits where one brings twenty fills
            boolean fresh = lives.isEmpty() || i == 0;
            for (int push = 0; push < pushesEach; push++) {
                var at = BEGINNING.plusSeconds(++pushes);
                boolean first = fresh && push == 0;
                lives = IntStream.range(0, 5).mapToObj(which -> first ? OneLife.at(ACCOUNT, "S" + which, at.plusMillis(which))
                        : lives.get(which).grown(at.plusMillis(which))).toList();
                lives.stream().map(OneLife::opened).forEach(changes::add);
            }
            steps.add(new Step(before, lives, changes));
        }
        return steps;
    }

    private static JournalBatch batch(long revision, Book before, Step step) {
        var open = step.now().stream().map(OneLife::life).collect(Collectors.toMap(life -> life.row().slot(), life -> life, (a, b) -> b));
        var after = Book.kept(before.account(), before.mirroredSince(), open, List.of(), before.claimed(), before.historyReadTo());
        return new JournalBatch(revision, after, step.changes(), step.now().stream().map(OneLife::trade).toList());
    }

    private static void compare(Path home, DerbyDatabase theirs) throws Exception {
        var ours = new DerbyDatabase(home.resolve("journal"), home.resolve("logs").resolve("derby.log"));
        try (var one = ours.getConnection(); var other = theirs.getConnection()) {
            for (var table : List.of("book", "trade", "execution", "trade_event", "open_position", "protection", "statistic", "closing_record")) {
                var rows = new SortedRows(one, table);
                rows.requireSame(new SortedRows(other, table));
                System.out.printf("%s %d", table.equals("book") ? "   the same rows in both databases:" : ",", rows.count());
                System.out.print(" " + table);
            }
            System.out.println();
        } finally {
            ours.shutDown();
        }
    }
}
