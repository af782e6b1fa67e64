package org.mirrorbook.journal.jpa;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.ClosedLife;
import org.mirrorbook.domain.lifecycle.ConfirmedLife;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * Writes what a batch changed against the book of the commit before; what stayed as it was is not touched. Statements are queued table by
 * table, a trade before what refers to it.
 */
final class BookWriting {

    private final Pen pen;
    private final Tables tables;
    private final StoredTrades stored;
    private final Judging judging;

    /** @param before the book of the commit before */
    BookWriting(Pen pen, Tables tables, Rules rules, Book before) {
        this.pen = pen;
        this.tables = tables;
        stored = new StoredTrades(pen, tables, before);
        judging = new Judging(pen, rules);
    }

    void write(JournalBatch batch) throws SQLException {
        var judged = judging.judge(batch);
        advance(batch);
        writeTrades(judged);
        writeLives(stored.book(), batch.after());
        writeCursors(stored.book(), batch.after());
        writeClaims(stored.book(), batch);
        for (int i = 0; i < batch.changes().size(); i++) {
            tables.events.insert(pen, TradeEventRow.of(batch.after().account(), batch.revision() + 1, i, batch.changes().get(i)));
        }
        pen.flush();
    }

    private void advance(JournalBatch batch) throws SQLException {
        int moved = pen.execute("update book set revision = ?, mirrored_since = ? where account = ? and revision = ?", batch.revision() + 1,
                Micros.of(batch.after().mirroredSince()), batch.after().account().value(), batch.revision());
        if (moved == 0) {
            throw new JournalProblem(Remedy.REPORT, "The book of account " + batch.after().account()
                    + " is not the newest any more: revision " + batch.revision() + " was written on already. Nothing was written.");
        }
    }

    private void writeTrades(List<Judging.Judged> trades) throws SQLException {
        var statistics = new Statistics();
        var former = new HashMap<TradeId, Optional<Trade>>();
        for (var judged : trades) {
            var trade = judged.trade();
            var row = judged.row();
            var before = stored.find(trade.id());
            former.put(trade.id(), before.map(StoredTrades.Stored::trade));
            if (before.isPresent()) {
                tables.trades.update(pen, before.get().row(), row);
                statistics.without(before.get().row());
            } else {
                tables.trades.insert(pen, row);
            }
            statistics.with(row);
        }
        pen.flush();
        for (var judged : trades) {
            writeExecutions(judged.trade(), former.get(judged.trade().id()).map(Trade::executions).orElse(List.of()));
            for (var kind : ProtectionKind.values()) {
                writeMoves(judged.trade(), kind, former.get(judged.trade().id()).map(trade -> trade.risk().of(kind).moves())
                        .orElse(List.of()));
            }
        }
        statistics.write(pen);
    }

    private void writeExecutions(Trade trade, List<?> kept) throws SQLException {
        int same = same(kept, trade.executions());
        if (same < kept.size()) {
            pen.execute("delete from execution where trade_id = ? and ordinal >= ?", trade.id().value(), same);
        }
        for (int i = same; i < trade.executions().size(); i++) {
            tables.executions.insert(pen, ExecutionRow.of(trade, i));
        }
    }

    private void writeMoves(Trade trade, ProtectionKind kind, List<?> kept) throws SQLException {
        var moves = trade.risk().of(kind).moves();
        int same = same(kept, moves);
        if (same < kept.size()) {
            pen.execute("delete from protection where trade_id = ? and kind = ? and ordinal >= ?", trade.id().value(), kind.name(), same);
        }
        for (int i = same; i < moves.size(); i++) {
            tables.protections.insert(pen, ProtectionRow.of(trade, kind, i));
        }
    }

    /** With how many both begin. */
    private static int same(List<?> kept, List<?> now) {
        int same = 0;
        while (same < kept.size() && same < now.size() && kept.get(same).equals(now.get(same))) {
            same++;
        }
        return same;
    }

    private void writeLives(Book before, Book after) throws SQLException {
        var old = lives(before);
        var now = lives(after);
        var gone = new ArrayList<TradeId>();
        for (var life : now.entrySet()) {
            var former = old.get(life.getKey());
            if (former == null) {
                tables.positions.insert(pen, row(life.getValue()));
            } else if (former != life.getValue()) {
                tables.positions.update(pen, row(former), row(life.getValue()));
            }
        }
        old.keySet().stream().filter(trade -> !now.containsKey(trade)).forEach(gone::add);
        for (var trade : gone) {
            var delete = pen.batch("delete from open_position where trade_id = ?");
            delete.setString(1, trade.value());
            delete.addBatch();
        }
    }

    /** What of a book has a row, each with the place it has there. */
    private static Map<TradeId, Object> lives(Book book) {
        var lives = new HashMap<TradeId, Object>();
        book.recent().forEach(life -> lives.put(life.trade().id(), life));
        book.awaiting().forEach(life -> lives.put(life.trade().id(), life));
        book.open().values().forEach(life -> lives.put(life.trade().id(), life));
        return lives;
    }

    private static OpenPositionRow row(Object life) {
        return switch (life) {
            case OpenLife open -> OpenPositionRow.of(open);
            case ClosedLife awaiting -> OpenPositionRow.of(awaiting);
            case ConfirmedLife recent -> OpenPositionRow.of(recent);
            default -> throw new IllegalStateException("no place in a book: " + life);
        };
    }

    private void writeCursors(Book before, Book after) throws SQLException {
        for (var read : after.historyReadTo().entrySet()) {
            var former = before.historyReadTo().get(read.getKey());
            var row = CursorRow.of(read.getKey(), read.getValue());
            if (former == null) {
                tables.cursors.insert(pen, row);
            } else {
                tables.cursors.update(pen, CursorRow.of(read.getKey(), former), row);
            }
        }
    }

    /**
     * A trade that is withdrawn gives up its record, and one that is put right claims another, or its own anew; also a record so old that
     * the book does not know of it any more.
     */
    private void writeClaims(Book before, JournalBatch batch) throws SQLException {
        var after = batch.after();
        var free = new HashSet<TradeId>();
        for (var trade : batch.trades()) {
            if (trade.standing() == Standing.WITHDRAWN || trade.standing() == Standing.CORRECTED && claims(trade.id(), before, after)) {
                // at once, before what is queued
                pen.execute("delete from closing_record where trade_id = ?", trade.id().value());
                free.add(trade.id());
            }
        }
        if (after.claimed() == before.claimed()) {
            return;
        }
        for (var claim : after.claimed().entrySet()) {
            var former = before.claimed().get(claim.getKey());
            var now = ClosingRecordRow.of(claim.getValue());
            if (former == null || free.contains(former.trade())) {
                tables.records.insert(pen, now);
            } else if (!former.equals(claim.getValue())) {
                tables.records.update(pen, ClosingRecordRow.of(former), now);
            }
        }
    }

    /** Whether the trade has a record that it did not have before. */
    private static boolean claims(TradeId trade, Book before, Book after) {
        return after.claimed() != before.claimed() && after.claimed().values().stream().filter(claim -> claim.trade().equals(trade))
                .map(claim -> before.claimed().get(claim.key())).anyMatch(former -> former == null || !former.trade().equals(trade));
    }
}
