package org.mirrorbook.journal.jpa;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalBatch;

/**
 * What a commit costs in which five positions changed: five fills, five changes, five trades and five open positions. Prints and judges
 * nothing. Not a part of the test run: {@code mvn -pl :org.mirrorbook.journal.jpa -am -Dtest=CommitBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false verify}.
 */
class CommitBenchmark {

    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");
    private static final int ROUNDS = 8;
    private static final int COMMITS = 1000;

    @TempDir
    Path home;

    @Test
    void fiveChangedPositionsInOneCommit() throws Exception {
        try (var journal = Journal.open(home, Editions.TEST)) {
            var store = journal.store();
            var book = store.load(ACCOUNT, BEGINNING).book();
            var lives = IntStream.range(0, 5).mapToObj(i -> OneLife.at(ACCOUNT, "S" + i, BEGINNING.plusMillis(i))).toList();
            long revision = store.commit(batch(0, book, lives));
            for (int round = 0; round < ROUNDS; round++) {
                var wall = new long[COMMITS];
                long cpu = cpu();
                for (int i = 0; i < COMMITS; i++) {
                    var at = BEGINNING.plusSeconds(revision);
                    boolean ended = i % 20 == 19;
                    lives = lives.stream()
                            .map(life -> ended ? OneLife.at(ACCOUNT, life.row().slot().instrument(), at) : life.grown(at)).toList();
                    var batch = batch(revision, book, lives);
                    long start = System.nanoTime();
                    revision = store.commit(batch);
                    wall[i] = System.nanoTime() - start;
                }
                Arrays.sort(wall);
                System.out.printf("commits %5d to %5d: wall p50 %5d us, p99 %6d us; CPU of the lane %5d us each%n", round * COMMITS,
                        (round + 1) * COMMITS, wall[COMMITS / 2] / 1000, wall[COMMITS * 99 / 100] / 1000, (cpu() - cpu) / COMMITS / 1000);
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static JournalBatch batch(long revision, Book before, List<OneLife> lives) {
        var open = lives.stream().map(OneLife::life).collect(Collectors.toMap(life -> life.row().slot(), life -> life, (a, b) -> b));
        var after = Book.kept(before.account(), before.mirroredSince(), open, List.of(), before.claimed(), before.historyReadTo());
        return new JournalBatch(revision, after, lives.stream().map(OneLife::opened).toList(), lives.stream().map(OneLife::trade).toList());
    }
}
