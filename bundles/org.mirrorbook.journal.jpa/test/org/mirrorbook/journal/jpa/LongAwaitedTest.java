package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.RecordedChange;

/** History is read from the oldest life on that waits for its record: what was claimed since then has to be known after a restart. */
class LongAwaitedTest {

    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path home;

    private final PositionLifecycle lifecycle = new PositionLifecycle();

    @Test
    void aRecordThatWasClaimedAfterALifeEndedThatStillWaitsIsNoNewsTwoMonthsLater() throws Exception {
        var waiting = OneLife.at(ACCOUNT, "ETHUSDT", day(1)).row();
        var first = OneLife.at(ACCOUNT, "BTCUSDT", day(2)).row();
        var second = OneLife.at(ACCOUNT, "BTCUSDT", day(3)).row();
        try (var journal = Journal.open(home, Editions.TEST)) {
            var store = journal.store();
            commit(store, list(1, waiting));
            commit(store, list(2, first));
            commit(store, new ClosingRecordSeen(closed(first), day(2)));
            commit(store, list(3, second));
            commit(store, new ClosingRecordSeen(closed(second), day(3)));
            commit(store, new HistoryRead(first.slot().scope(), day(60), day(60)));
        }

        try (var journal = Journal.open(home, Editions.TEST)) {
            var book = journal.store().load(ACCOUNT, BEGINNING).book();
            assertThat(book.awaiting()).hasSize(1);
            assertThat(lifecycle.apply(book, new ClosingRecordSeen(closed(first), day(60))).changes()).isEmpty();
            assertThat(lifecycle.apply(book, new ClosingRecordSeen(closed(second), day(60))).changes()).isEmpty();
        }
    }

    private void commit(JournalStore store, Observation seen) {
        var stored = store.load(ACCOUNT, BEGINNING);
        var step = lifecycle.apply(stored.book(), seen);
        store.commit(new JournalBatch(stored.revision(), step.after(),
                step.changes().stream().map(change -> new RecordedChange(0, seen.receivedAt(), change)).toList(), step.trades()));
    }

    private static SnapshotSeen list(int day, PositionRow row) {
        return new SnapshotSeen(row.slot().scope(), day, day(day), day(day), List.of(row));
    }

    private static ClosingRecord closed(PositionRow row) {
        return new ClosingRecord(row.slot(), row.life(), row.updatedAt().plusSeconds(60), row.entryPrice(), row.entryPrice(), row.size(),
                row.size(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
    }

    private static Instant day(int number) {
        return BEGINNING.plus(Duration.ofDays(number));
    }
}
