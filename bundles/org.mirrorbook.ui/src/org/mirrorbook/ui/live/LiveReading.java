package org.mirrorbook.ui.live;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.live.LivePage;
import org.mirrorbook.ui.model.live.LivePages;
import org.mirrorbook.ui.model.live.LiveWish;

/**
 * Makes what is shown of what is live, beside the UI thread: two hundred positions are thousands of cells. Looks that come while one is at
 * work are one more look. Thread-safe.
 */
final class LiveReading extends Job {

    private final MirrorDirectory directory;
    private final Supplier<List<Account>> accounts;
    private final Clock clock;
    private final Consumer<LivePage> made;
    /** Of the job's thread only, one after the other. */
    private final LivePages pages = new LivePages();
    private volatile Wanted wanted;

    /** How it is to be told, and whether anybody sees it. */
    private record Wanted(LiveWish wish, Figures figures, boolean seen) {
    }

    /** @param made gets the page on the job's thread */
    LiveReading(MirrorDirectory directory, Supplier<List<Account>> accounts, Clock clock, Consumer<LivePage> made) {
        super(Messages.LiveReading_job);
        setSystem(true);
        setPriority(INTERACTIVE);
        this.directory = directory;
        this.accounts = accounts;
        this.clock = clock;
        this.made = made;
    }

    /** Looks soon. Of what nobody sees only the prices are remembered. */
    void look(LiveWish wish, Figures figures, boolean seen) {
        wanted = new Wanted(wish, figures, seen);
        schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        var now = clock.instant();
        var view = directory.view();
        var how = wanted;
        if (!how.seen()) {
            pages.note(view, now);
            return Status.OK_STATUS;
        }
        var page = pages.of(view, accounts.get(), directory.links(), how.wish(), how.figures(), now);
        if (!monitor.isCanceled()) {
            made.accept(page);
        }
        return Status.OK_STATUS;
    }
}
