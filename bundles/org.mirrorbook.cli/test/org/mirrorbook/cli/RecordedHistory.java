package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.MarkSample;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.journal.RecordedChange;

/**
 * A lane in small on a random venue: records, folds, commits, and is stopped or killed between recording and commit. What it recorded and
 * the journal it wrote are there afterwards.
 */
final class RecordedHistory {

    static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    final List<Recorded> recording = new ArrayList<>();
    final MemoryStore journal = new MemoryStore();
    final AccountId account;
    int kills;
    private final String label;
    private final Random random;
    private final Scope scope;
    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private final Map<Slot, PositionRow> venue = new LinkedHashMap<>();
    private final List<ClosingRecord> records = new ArrayList<>();
    private final Map<TradeId, Trade> waiting = new LinkedHashMap<>();
    private Book book;
    private long revision;
    private long connection;
    private Instant now = START;

    RecordedHistory(String id, String label, long seed) {
        account = new AccountId(id);
        this.label = label;
        random = new Random(seed);
        scope = new Scope(account, "bitget", Environment.PRACTICE, new Product("USDT-FUTURES", false));
    }

    void run(int steps) {
        open();
        for (int i = 0; i < steps; i++) {
            now = now.plusMillis(100 + random.nextInt(5_000));
            switch (random.nextInt(16)) {
                case 0 -> {
                    stop();
                    open();
                }
                case 1 -> {
                    // what was recorded last never got into the journal
                    kills++;
                    hear(false, "positions", change());
                    open();
                }
                case 2, 3 -> hear(true, "GET closing records", history());
                case 4, 5 -> {
                    // figures, once a second
                    hear(true, "marks", marks());
                    commit(List.of());
                }
                case 6 -> plan().ifPresent(plan -> hear(true, "edit", List.of(plan)));
                case 7 -> {
                    hear(true, "concluded", List.of(new LinkLost(connection, now)));
                    connection++;
                }
                default -> hear(true, "positions", change());
            }
        }
        stop();
    }

    private void open() {
        waiting.clear();
        connection++;
        var stored = journal.load(account, now);
        book = stored.book();
        revision = stored.revision();
        record(new LaneInput.Opened(label, book, revision, now));
        hear(true, "concluded", List.of(new LinkLost(0, now)));
    }

    private void stop() {
        hear(true, "marks", marks());
        commit(List.of());
    }

    private void hear(boolean commits, String channel, List<Observation> seen) {
        long number = record(new LaneInput.Heard(channel, "", seen, now));
        var before = book;
        var changes = new ArrayList<RecordedChange>();
        var trades = new ArrayList<Trade>();
        for (var one : seen) {
            var step = lifecycle.apply(book, one);
            book = step.after();
            step.changes().forEach(change -> changes.add(new RecordedChange(number, now, change)));
            step.trades().forEach(trades::add);
        }
        trades.forEach(trade -> waiting.put(trade.id(), trade));
        if (commits && (!changes.isEmpty() || isStructural(before, book, trades))) {
            commit(changes);
        }
    }

    /** As a lane decides: what the next row or price brings again may wait. */
    private static boolean isStructural(Book before, Book after, List<Trade> trades) {
        return !before.awaiting().equals(after.awaiting()) || !before.claimed().equals(after.claimed())
                || !before.historyReadTo().equals(after.historyReadTo()) || !before.open().keySet().equals(after.open().keySet())
                || trades.stream().anyMatch(trade -> {
                    var life = before.open().get(trade.slot());
                    return life == null || !trade.isOpen() || !life.trade().executions().equals(trade.executions())
                            || !life.trade().terms().quantity().equals(trade.terms().quantity())
                            || !life.trade().risk().equals(trade.risk());
                });
    }

    private void commit(List<RecordedChange> changes) {
        revision = journal.commit(new JournalBatch(revision, book, changes, List.copyOf(waiting.values())));
        waiting.clear();
    }

    private long record(LaneInput input) {
        recording.add(new Recorded(account, recording.size() + 1, input));
        return recording.size();
    }

    private List<Observation> change() {
        var slot = new Slot(scope, random.nextBoolean() ? "BTCUSDT" : "ETHUSDT", random.nextBoolean() ? Side.LONG : Side.SHORT,
                MarginMode.CROSSED, "USDT");
        var row = venue.get(slot);
        if (row == null) {
            venue.put(slot, row(slot, LifeMark.ofLife("p" + now.toEpochMilli(), now), decimal(1 + random.nextInt(5))));
        } else if (random.nextInt(3) == 0) {
            venue.remove(slot);
            records.add(new ClosingRecord(slot, row.life(), now, row.entryPrice(), decimal(90 + random.nextInt(20)), row.size(), row.size(),
                    decimal(random.nextInt(21) - 10), decimal(-1), decimal(-1), BigDecimal.ZERO, Optional.empty()));
        } else {
            venue.put(slot, row(slot, row.life(), random.nextBoolean() ? row.size() : decimal(1 + random.nextInt(5))));
        }
        return List.of(new SnapshotSeen(scope, connection, now, now, List.copyOf(venue.values())));
    }

    private PositionRow row(Slot slot, LifeMark life, BigDecimal size) {
        return new PositionRow(slot, life, size, decimal(100), new RowFigures(Optional.empty(), Optional.of(decimal(random.nextInt(50))),
                Optional.of(decimal(90 + random.nextInt(20))), Optional.empty(), Optional.of(decimal(random.nextInt(9) - 4)),
                Optional.empty(), Optional.empty(), Optional.empty()), now);
    }

    private List<Observation> history() {
        var seen = new ArrayList<Observation>();
        records.stream().filter(record -> random.nextInt(4) > 0).forEach(record -> seen.add(new ClosingRecordSeen(record, now)));
        seen.add(new HistoryRead(scope, now, now));
        return seen;
    }

    private List<Observation> marks() {
        return List.of(new MarksSampled(book.open().values().stream().map(life -> {
            var far = new Excursion(decimal(random.nextInt(100)), decimal(100), now);
            return new MarkSample(life.trade().id(), decimal(90 + random.nextInt(20)), now,
                    new Excursions(Optional.of(far), Optional.empty(), false));
        }).toList(), now));
    }

    private Optional<Observation> plan() {
        return book.open().values().stream().findFirst()
                .map(life -> new PlanSet(life.trade(), ProtectionKind.STOP_LOSS, Optional.of(decimal(50 + random.nextInt(20))), now));
    }

    private static BigDecimal decimal(long value) {
        return BigDecimal.valueOf(value);
    }
}
