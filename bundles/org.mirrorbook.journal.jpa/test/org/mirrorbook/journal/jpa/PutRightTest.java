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

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Correction;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.CorrectionOrdered;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.RecordedChange;
import org.mirrorbook.journal.TradeQuery;

/** The record that a trade gives up when the user has it put right is free in the database as well, and another trade may claim it. */
class PutRightTest {

    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path home;

    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private final PositionRow row = OneLife.at(ACCOUNT, "BTCUSDT", day(1)).row();

    @Test
    void theRecordOfAWithdrawnTradeEntersTheLifeAgain() throws Exception {
        try (var journal = Journal.open(home, Editions.TEST)) {
            commit(journal, list(1, row));
            commit(journal, new ClosingRecordSeen(closed(row, 60), day(1)));
            var trade = only(journal);
            commit(journal, new CorrectionOrdered(trade, new Correction.Withdrawal(), day(2)));
            assertThat(journal.reader().trades(TradeQuery.all())).isEmpty();
            assertThat(claimed(journal)).isEmpty();

            commit(journal, new ClosingRecordSeen(closed(row, 60), day(3)));

            assertThat(only(journal)).satisfies(again -> {
                assertThat(again.id()).isEqualTo(trade.id());
                assertThat(again.standing()).isEqualTo(Standing.REPORTED);
            });
        }
        try (var journal = Journal.open(home, Editions.TEST)) {
            assertThat(claimed(journal)).containsExactly(closed(row, 60).key());
        }
    }

    @Test
    void aTradeThatIsPutRightByAnotherRecordLeavesTheFormerOneToAnotherTrade() throws Exception {
        try (var journal = Journal.open(home, Editions.TEST)) {
            commit(journal, list(1, row));
            commit(journal, new ClosingRecordSeen(closed(row, 60), day(1)));

            commit(journal, new CorrectionOrdered(only(journal), new Correction.Figures(closed(row, 30)), day(2)));
            assertThat(claimed(journal)).containsExactly(closed(row, 30).key());

            commit(journal, new ClosingRecordSeen(closed(row, 60), day(3)));
            assertThat(claimed(journal)).containsExactlyInAnyOrder(closed(row, 30).key(), closed(row, 60).key());
            assertThat(journal.reader().trades(TradeQuery.all())).hasSize(2);
        }
    }

    @Test
    void aTradeIsPutRightAlsoWhenItsRecordIsTooOldToBePartOfTheBook() throws Exception {
        try (var journal = Journal.open(home, Editions.TEST)) {
            commit(journal, list(1, row));
            commit(journal, new ClosingRecordSeen(closed(row, 60), day(1)));
            var next = OneLife.at(ACCOUNT, "BTCUSDT", day(80)).row();
            commit(journal, list(80, next));
            commit(journal, new ClosingRecordSeen(closed(next, 60), day(80)));
            commit(journal, new HistoryRead(row.slot().scope(), day(81), day(81)));
            assertThat(claimed(journal)).doesNotContain(closed(row, 60).key());
            var trade = journal.reader().trades(TradeQuery.all()).stream().filter(one -> one.openedAt().equals(day(1))).findFirst()
                    .orElseThrow();

            var richer = new ClosingRecord(row.slot(), row.life(), closed(row, 60).closedAt(), row.entryPrice(), row.entryPrice(),
                    row.size(), row.size(), BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
            commit(journal, new CorrectionOrdered(trade, new Correction.Figures(richer), day(81)));

            assertThat(journal.reader().trade(trade.id()).orElseThrow().result().net()).isEqualByComparingTo("10");
            // a plan for it afterwards, when the record is no part of the book again, takes nothing away
            commit(journal, new Observation.PlanSet(journal.reader().trade(trade.id()).orElseThrow(),
                    ProtectionKind.STOP_LOSS, Optional.of(BigDecimal.ONE), day(82)));
            commit(journal, new CorrectionOrdered(journal.reader().trade(trade.id()).orElseThrow(), new Correction.Withdrawal(), day(83)));
            commit(journal, new ClosingRecordSeen(richer, day(84)));
            assertThat(journal.reader().trade(trade.id())).isPresent();
        }
    }

    private static List<RecordKey> claimed(Journal journal) {
        return journal.store().load(ACCOUNT, BEGINNING).book().claimed().keySet().stream().toList();
    }

    private static Trade only(Journal journal) {
        return journal.reader().trades(TradeQuery.all()).getFirst();
    }

    /** As a lane that was just started has the book. */
    private void commit(Journal journal, Observation seen) {
        var stored = journal.store().load(ACCOUNT, BEGINNING);
        var step = lifecycle.apply(stored.book(), seen);
        journal.store().commit(new JournalBatch(stored.revision(), step.after(),
                step.changes().stream().map(change -> new RecordedChange(0, seen.receivedAt(), change)).toList(), step.trades()));
    }

    private static SnapshotSeen list(int day, PositionRow row) {
        return new SnapshotSeen(row.slot().scope(), day, day(day), day(day), List.of(row));
    }

    private static ClosingRecord closed(PositionRow row, int secondsLater) {
        return new ClosingRecord(row.slot(), row.life(), row.updatedAt().plusSeconds(secondsLater), row.entryPrice(), row.entryPrice(),
                row.size(), row.size(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
    }

    private static Instant day(int number) {
        return BEGINNING.plus(Duration.ofDays(number));
    }
}
