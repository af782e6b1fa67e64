package org.mirrorbook.mirror.lane;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.mirrorbook.exchange.MarkSeen;

/**
 * What follows where only prices moved: the view at a bounded rate, and the open profit in the journal at a slower one, so that neither is
 * as busy as the market. On the lane's thread only, but for the prices themselves.
 */
final class Repricing {

    private final Marks marks;
    private final LaneView view;
    private final Bookkeeper bookkeeper;
    private final Facts facts;
    private final Timer timer;
    private final Consumer<Runnable> post;
    private final Patience patience;
    private final AtomicBoolean repaintDue = new AtomicBoolean();
    private boolean profitDue;

    /** @param post has work done on the lane, from any thread */
    Repricing(Marks marks, LaneView view, Bookkeeper bookkeeper, Facts facts, Timer timer, Consumer<Runnable> post, Patience patience) {
        this.marks = marks;
        this.view = view;
        this.bookkeeper = bookkeeper;
        this.facts = facts;
        this.timer = timer;
        this.post = post;
        this.patience = patience;
    }

    /** A price came; from any thread. */
    void heard(MarkSeen mark) {
        if (marks.accept(mark) && repaintDue.compareAndSet(false, true)) {
            timer.later(patience.repaint(), () -> post.accept(this::repaint));
        }
    }

    /** The open profit moved: it is written when its time has come. */
    void writeLater() {
        if (!profitDue) {
            profitDue = true;
            timer.later(patience.profit(), () -> post.accept(() -> {
                profitDue = false;
                if (bookkeeper.isCurrent()) {
                    write();
                }
            }));
        }
    }

    /** Writes the open profit now, while a book is current. Fails as the bookkeeper does. */
    void write() {
        facts.revalued(bookkeeper.writeFigures(marks::valued));
    }

    private void repaint() {
        repaintDue.set(false);
        if (bookkeeper.isCurrent()) {
            view.show(bookkeeper.book());
            writeLater();
        }
    }
}
