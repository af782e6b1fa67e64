package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.TradeQuery;

/** Lists are read beside two lanes that commit without a pause: nobody is refused, and no list has a trade of two moments. */
class ReadingWhileCommittingTest {

    private static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");
    private static final int COMMITS = 150;

    @TempDir
    Path home;

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void everyListThatIsReadMeanwhileIsWholeAndNoCommitFails() throws Exception {
        try (var journal = Journal.open(home, Editions.TEST); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = List.of(threads.submit(() -> write(journal, "a1")), threads.submit(() -> write(journal, "a2")));
            var readers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 2; i++) {
                readers.add(threads.submit((Callable<Integer>) () -> read(journal)));
            }
            for (var writer : writers) {
                assertThat(writer.get()).isEqualTo(COMMITS);
            }
            over.set(true);
            for (var reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    @Test
    void whenAnAccountBeganIsReadBesideItsLaneWithoutTouchingItsBook() throws Exception {
        try (var journal = Journal.open(home, Editions.TEST); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var account = new AccountId("a1");
            journal.store().load(account, BEGINNING);
            var writer = threads.submit(() -> openAndClose(journal, account));
            var reader = threads.submit(() -> {
                while (!over.get()) {
                    assertThat(journal.store().mirroredSince(account, BEGINNING.plusSeconds(1))).isEqualTo(BEGINNING);
                }
            });
            try {
                assertThat(writer.get()).isEqualTo(COMMITS);
            } finally {
                over.set(true);
            }
            reader.get();
        }
    }

    @Test
    void anAccountThatIsMirroredAndComparedForTheFirstTimeAtTheSameMomentBeginsOnceAndItsLaneGoesOn() throws Exception {
        try (var journal = Journal.open(home, Editions.TEST); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var account = new AccountId("first-" + i);
                var together = new CyclicBarrier(2);
                var lane = threads.submit(() -> {
                    together.await();
                    var book = journal.store().load(account, BEGINNING).book();
                    long revision = 0;
                    for (int life = 0; life < 3; life++) {
                        var one = OneLife.at(account, "S" + life, BEGINNING.plusSeconds(life));
                        var after = Book.kept(account, book.mirroredSince(), Map.of(one.row().slot(), one.life()), List.of(), Map.of(),
                                Map.of());
                        revision = journal.store().commit(new JournalBatch(revision, after, List.of(), List.of(one.trade())));
                    }
                    return book.mirroredSince();
                });
                var comparison = threads.submit(() -> {
                    together.await();
                    return journal.store().mirroredSince(account, BEGINNING.plusSeconds(1));
                });
                assertThat(comparison.get()).as("beginning of %s", account).isEqualTo(lane.get());
            }
        }
    }

    /** Each commit opens one life and forgets the one before, so that a commit on the wrong book meets rows that it does not expect. */
    private static long openAndClose(Journal journal, AccountId account) {
        var book = journal.store().load(account, BEGINNING).book();
        long revision = 0;
        for (int i = 0; i < COMMITS; i++) {
            var life = OneLife.at(account, "S" + i, BEGINNING.plusSeconds(i));
            var after = Book.kept(account, book.mirroredSince(), Map.of(life.row().slot(), life.life()), List.of(), Map.of(), Map.of());
            revision = journal.store().commit(new JournalBatch(revision, after, List.of(), List.of(life.trade())));
        }
        assertThat(journal.store().load(account, BEGINNING).book().open()).hasSize(1);
        return revision;
    }

    private long write(Journal journal, String name) {
        var account = new AccountId(name);
        var book = journal.store().load(account, BEGINNING).book();
        var lives = IntStream.range(0, 3).mapToObj(i -> OneLife.at(account, "S" + i, BEGINNING.plusMillis(i))).toList();
        long revision = 0;
        for (int i = 0; i < COMMITS; i++) {
            var at = BEGINNING.plusSeconds(i + 1);
            lives = lives.stream().map(life -> life.grown(at)).toList();
            var open = lives.stream().collect(Collectors.toMap(life -> life.row().slot(), OneLife::life));
            var after = Book.kept(account, book.mirroredSince(), open, List.of(), Map.of(), Map.of());
            revision = journal.store().commit(new JournalBatch(revision, after, List.of(), lives.stream().map(OneLife::trade).toList()));
        }
        return revision;
    }

    private int read(Journal journal) {
        int lists = 0;
        while (!over.get()) {
            assertThat(journal.reader().trades(TradeQuery.all())).allSatisfy(trade -> assertThat(executed(trade))
                    .isEqualByComparingTo(trade.terms().quantity()));
            lists++;
        }
        return lists;
    }

    private static BigDecimal executed(Trade trade) {
        return trade.executions().stream().map(Execution::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
