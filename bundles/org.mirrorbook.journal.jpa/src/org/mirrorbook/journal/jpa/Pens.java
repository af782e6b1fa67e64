package org.mirrorbook.journal.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.mirrorbook.journal.JournalProblem;

/**
 * Runs work in a transaction of its own, all or nothing, on connections that keep their prepared statements where the source has no pool
 * of its own. A connection on which something failed is not used again. Thread-safe.
 */
final class Pens {

    /** What is done with a pen. */
    interface Work<T> {
        T with(Pen pen) throws SQLException;
    }

    private static final int IDLE = 8;

    private final Engine engine;
    private final boolean reading;
    private final Deque<Pen> idle = new ConcurrentLinkedDeque<>();

    /** @param reading whether transactions only read, and all they read shall be of one moment where the engine can do that */
    Pens(Engine engine, boolean reading) {
        this.engine = engine;
        this.reading = reading;
    }

    /**
     * @param doing completes "failed while …" in the sentence of a failure
     * @throws JournalProblem when it failed; nothing is written then
     */
    <T> T call(String doing, Work<T> work) {
        try {
            var pen = take();
            boolean done = false;
            try {
                var result = work.with(pen);
                pen.commit();
                done = true;
                return result;
            } finally {
                giveBack(pen, done);
            }
        } catch (SQLException e) {
            throw Problems.of(doing, e);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Problems.of(doing, e);
        }
    }

    private Pen take() throws SQLException {
        var pen = idle.pollFirst();
        return pen != null ? pen : new Pen(connection());
    }

    private Connection connection() throws SQLException {
        var connection = engine.source().getConnection();
        if (reading && engine.readsOneMoment()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
        return connection;
    }

    private void giveBack(Pen pen, boolean done) {
        if (done && engine.keepsConnections() && idle.size() < IDLE) {
            idle.addFirst(pen);
        } else {
            abandon(pen);
        }
    }

    /** What was committed is committed, and what failed first is what is told. */
    private static void abandon(Pen pen) {
        try {
            pen.close();
        } catch (SQLException second) {
            System.getLogger(Pens.class.getName()).log(System.Logger.Level.DEBUG, "A connection could not be ended", second);
        }
    }

    /** Ends the connections that nobody uses. */
    void close() {
        for (var pen = idle.pollFirst(); pen != null; pen = idle.pollFirst()) {
            abandon(pen);
        }
    }
}
