package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.exchange.MarkSeen;

/**
 * What follows where only prices and figures moved: the view at a bounded rate, and the journal at a slower one, so that neither is as busy
 * as the market. Before structure changes the newest prices go into the book as well. On the lane's turn only, but for the prices
 * themselves.
 */
final class Sampling implements Samples {

    private final Marks marks;
    private final ExcursionTracker tracker;
    private final Bookkeeper bookkeeper;
    private final Runnable show;
    private final Consumer<Folded> written;
    private final Timer timer;
    private final Consumer<Runnable> post;
    private final Clock clock;
    private final Patience patience;
    private final IntSupplier lanes;
    private final AtomicBoolean repaintDue = new AtomicBoolean();
    private boolean sampleDue;

    /**
     * @param show shows the same positions at the newest prices
     * @param written hears what was written
     * @param post has work done on the lane, from any thread
     * @param lanes how many lanes write to the same journal
     */
    Sampling(Marks marks, ExcursionTracker tracker, Bookkeeper bookkeeper, Runnable show, Consumer<Folded> written, Timer timer,
            Consumer<Runnable> post, Clock clock, Patience patience, IntSupplier lanes) {
        this.marks = marks;
        this.tracker = tracker;
        this.bookkeeper = bookkeeper;
        this.show = show;
        this.written = written;
        this.timer = timer;
        this.post = post;
        this.clock = clock;
        this.patience = patience;
        this.lanes = lanes;
    }

    /** A price came; from any thread. */
    void heard(MarkSeen mark) {
        if (marks.accept(mark) && repaintDue.compareAndSet(false, true)) {
            timer.later(patience.repaint(), () -> post.accept(this::repaint));
        }
    }

    /** Figures moved: they are written when their time has come. */
    void writeLater() {
        if (!sampleDue) {
            sampleDue = true;
            timer.later(pause(), () -> post.accept(() -> {
                sampleDue = false;
                if (bookkeeper.isCurrent()) {
                    write();
                }
            }));
        }
    }

    private Duration pause() {
        var share = patience.profitShare().multipliedBy(lanes.getAsInt());
        return share.compareTo(patience.profit()) > 0 ? share : patience.profit();
    }

    /** Writes what moved for the last time, while a book is current. Fails as the bookkeeper does. */
    void writeLast() {
        write(tracker.sampleLast(clock.instant()));
    }

    private void write() {
        write(tracker.sample(clock.instant()));
        if (tracker.isWaiting()) {
            writeLater();
        }
    }

    private void write(Optional<MarksSampled> moved) {
        var sampled = moved.map(Heard::sampled).map(List::of).orElse(List.of());
        if (!sampled.isEmpty() || bookkeeper.hasFigures()) {
            written.accept(bookkeeper.write(sampled));
        }
    }

    @Override
    public Optional<MarksSampled> before(Book book, Map<TradeId, Trade> trades) {
        return tracker.sample(trades, clock.instant());
    }

    private void repaint() {
        repaintDue.set(false);
        if (bookkeeper.isCurrent()) {
            tracker.look();
            show.run();
            writeLater();
        }
    }
}
