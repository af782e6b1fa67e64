package org.mirrorbook.journal.jpa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.ClaimedRecord;
import org.mirrorbook.domain.lifecycle.ClosedLife;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/** Writes what a batch changed against the book of the commit before; what stayed as it was is not touched. */
final class BookWriting {

    private final EntityManager manager;
    private final Book before;

    BookWriting(EntityManager manager, Book before) {
        this.manager = manager;
        this.before = before;
    }

    void write(JournalBatch batch) {
        advance(batch);
        writeTrades(batch.trades());
        writeLives(batch.after());
        writeHistory(batch.after());
        for (int i = 0; i < batch.changes().size(); i++) {
            manager.persist(TradeEventRow.of(batch.after().account(), batch.revision() + 1, i, batch.changes().get(i)));
        }
    }

    private void advance(JournalBatch batch) {
        // plain SQL, because it is in every commit: the provider works its own language out anew each time
        int moved = manager.createNativeQuery("update book set revision = ?, mirrored_since = ? where account = ? and revision = ?")
                .setParameter(1, batch.revision() + 1).setParameter(2, Micros.of(batch.after().mirroredSince()))
                .setParameter(3, batch.after().account().value()).setParameter(4, batch.revision()).executeUpdate();
        if (moved == 0) {
            throw new JournalProblem(Remedy.REPORT, "The book of account " + batch.after().account()
                    + " is not the newest any more: revision " + batch.revision() + " was written on already. Nothing was written.");
        }
    }

    private void writeTrades(List<Trade> trades) {
        if (trades.isEmpty()) {
            return;
        }
        var stored = executionsInTheBook();
        for (var trade : trades) {
            var row = TradeRow.of(trade);
            if (stored.containsKey(trade.id()) || manager.find(TradeRow.class, row.id) != null) {
                manager.merge(row);
                stored.computeIfAbsent(trade.id(), this::executionsInTheDatabase);
            } else {
                manager.persist(row);
                stored.put(trade.id(), List.of());
            }
        }
        // a trade before what refers to it: without mapped relations the provider does not know that order
        manager.flush();
        for (var trade : trades) {
            writeExecutions(trade, stored.get(trade.id()));
        }
    }

    private Map<TradeId, List<Execution>> executionsInTheBook() {
        var executions = new HashMap<TradeId, List<Execution>>();
        before.open().values().forEach(life -> executions.put(life.trade().id(), life.trade().executions()));
        before.awaiting().forEach(life -> executions.put(life.trade().id(), life.trade().executions()));
        return executions;
    }

    /** Keeps what both begin with and replaces the rest. */
    private void writeExecutions(Trade trade, List<Execution> kept) {
        int same = 0;
        while (same < kept.size() && same < trade.executions().size() && kept.get(same).equals(trade.executions().get(same))) {
            same++;
        }
        if (same < kept.size()) {
            manager.createQuery("delete from Execution e where e.tradeId = :trade and e.ordinal >= :from")
                    .setParameter("trade", trade.id().value()).setParameter("from", same).executeUpdate();
        }
        for (int i = same; i < trade.executions().size(); i++) {
            manager.persist(ExecutionRow.of(trade, i));
        }
    }

    /** Of a trade that is in no book any more. */
    private List<Execution> executionsInTheDatabase(TradeId trade) {
        return manager.createQuery("select e from Execution e where e.tradeId = :trade order by e.ordinal", ExecutionRow.class)
                .setParameter("trade", trade.value()).getResultStream().map(ExecutionRow::execution).toList();
    }

    private void writeLives(Book after) {
        var old = lives(before);
        var now = lives(after);
        now.forEach((trade, life) -> {
            if (!life.isSameAs(old.get(trade))) {
                manager.merge(life.row());
            }
        });
        old.keySet().stream().filter(trade -> !now.containsKey(trade)).forEach(gone -> manager
                .createQuery("delete from OpenPosition p where p.tradeId = :trade").setParameter("trade", gone.value()).executeUpdate());
    }

    private static Map<TradeId, Life> lives(Book book) {
        var lives = new HashMap<TradeId, Life>();
        book.awaiting().forEach(life -> lives.put(life.trade().id(), new Life.Awaiting(life)));
        book.open().values().forEach(life -> lives.put(life.trade().id(), new Life.Open(life)));
        return lives;
    }

    /** A place in the book that has a row. */
    private sealed interface Life {

        OpenPositionRow row();

        boolean isSameAs(Life other);

        record Open(OpenLife life) implements Life {
            @Override
            public OpenPositionRow row() {
                return OpenPositionRow.of(life);
            }

            @Override
            public boolean isSameAs(Life other) {
                return other instanceof Open(var before) && (before == life || before.proven() == life.proven()
                        && before.row().equals(life.row()));
            }
        }

        record Awaiting(ClosedLife life) implements Life {
            @Override
            public OpenPositionRow row() {
                return OpenPositionRow.of(life);
            }

            @Override
            public boolean isSameAs(Life other) {
                return other instanceof Awaiting(var before) && (before == life || before.row().equals(life.row()));
            }
        }
    }

    /** A claim is made once; later only its mark can come to mean less, when the account becomes of another kind. */
    private void writeClaim(ClaimedRecord claimed) {
        var known = before.claimed().get(claimed.key());
        if (known == null) {
            manager.persist(ClosingRecordRow.of(claimed));
        } else if (!known.equals(claimed)) {
            manager.merge(ClosingRecordRow.of(claimed));
        }
    }

    private void writeHistory(Book after) {
        after.historyReadTo().forEach((scope, readTo) -> {
            if (!readTo.equals(before.historyReadTo().get(scope))) {
                manager.merge(CursorRow.of(scope, readTo));
            }
        });
        if (after.claimed() != before.claimed()) {
            after.claimed().values().forEach(this::writeClaim);
        }
    }
}
