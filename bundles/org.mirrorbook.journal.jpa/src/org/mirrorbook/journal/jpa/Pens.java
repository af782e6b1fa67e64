package org.mirrorbook.journal.jpa;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;

import javax.sql.DataSource;

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

    private final DataSource source;
    private final boolean kept;
    private final Deque<Pen> idle = new ConcurrentLinkedDeque<>();

    /** @param kept whether connections are kept here between transactions; false where the source is a pool */
    Pens(DataSource source, boolean kept) {
        this.source = source;
        this.kept = kept;
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
        return pen != null ? pen : new Pen(source.getConnection());
    }

    private void giveBack(Pen pen, boolean done) {
        if (done && kept && idle.size() < IDLE) {
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
