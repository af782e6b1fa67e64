package org.mirrorbook.journal.jpa;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.mirrorbook.domain.journal.Trade;

/**
 * Which trades were written while somebody read, where a database that reads one moment would have writers and readers wait for each other.
 * A reader reads those once more, so that a trade's executions are those of its figures; commits wait for that, which is a matter of a few
 * rows, and never for the long reading before. Thread-safe.
 */
final class Touched {

    /** What is done while no commit is under way. */
    interface Work {
        void run() throws SQLException;
    }

    private final Set<Reading> readings = new HashSet<>();
    private final Set<Writing> underWay = new HashSet<>();
    private final ReadWriteLock commits = new ReentrantReadWriteLock(true);

    /** A commit that is under way. */
    final class Writing implements AutoCloseable {

        private final List<String> trades;

        private Writing(List<String> trades) {
            this.trades = trades;
        }

        @Override
        public void close() {
            synchronized (Touched.this) {
                underWay.remove(this);
            }
            commits.readLock().unlock();
        }
    }

    /** Something that reads in several steps. */
    final class Reading implements AutoCloseable {

        private final Set<String> trades = new HashSet<>();

        private Reading() {
        }

        /** What commits wrote since this began or was last asked; those under way now are told the next time once more. */
        Set<String> take() {
            synchronized (Touched.this) {
                var taken = Set.copyOf(trades);
                trades.clear();
                underWay.forEach(writing -> trades.addAll(writing.trades));
                return taken;
            }
        }

        /** With no commit under way, and none that begins. */
        void alone(Work work) throws SQLException {
            commits.writeLock().lock();
            try {
                work.run();
            } finally {
                commits.writeLock().unlock();
            }
        }

        @Override
        public void close() {
            synchronized (Touched.this) {
                readings.remove(this);
            }
        }
    }

    /** Before a transaction that writes these trades; to be closed after it, by the same thread. */
    Writing writing(List<Trade> trades) {
        var writing = new Writing(trades.stream().map(trade -> trade.id().value()).toList());
        commits.readLock().lock();
        synchronized (this) {
            underWay.add(writing);
            readings.forEach(reading -> reading.trades.addAll(writing.trades));
        }
        return writing;
    }

    /** Before the first step. */
    synchronized Reading reading() {
        var reading = new Reading();
        underWay.forEach(writing -> reading.trades.addAll(writing.trades));
        readings.add(reading);
        return reading;
    }
}
