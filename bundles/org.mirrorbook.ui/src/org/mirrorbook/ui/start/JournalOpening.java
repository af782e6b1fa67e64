package org.mirrorbook.ui.start;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.mirrorbook.journal.JournalHealth;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.runtime.HomeDoor;
import org.mirrorbook.ui.Errand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/** Opens the data folder and the journal in it, in a job, and knows why when it did not succeed. Never ends the workbench. Thread-safe. */
@Component(service = JournalOpening.class, enabled = false, immediate = true)
public final class JournalOpening {

    /** How long the journal's own component may take to appear; opening the journal itself may take longer. */
    private static final Duration APPEARING = Duration.ofSeconds(30);
    /** How soon a wait for it ends when the workbench does. */
    private static final Duration SLICE = Duration.ofMillis(200);

    private final HomeDoor home;
    private final BundleContext context;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Errand<Optional<JournalProblem>> errand;
    private volatile boolean stopped;
    private volatile Optional<String> failure = Optional.empty();

    /** @param password is there before the vault, which may ask for it, is opened with the home */
    @Activate
    public JournalOpening(@Reference HomeDoor home, @Reference WorkbenchPassword password, BundleContext context) {
        this.home = home;
        this.context = context;
        this.errand = new Errand<>(Messages.JournalOpening_job, this::open, problem -> tell(problem.map(JournalProblem::getMessage)),
                sentence -> tell(Optional.of(sentence)));
        errand.schedule();
    }

    @Deactivate
    void stop() {
        stopped = true;
        errand.cancel();
    }

    /** Why the journal is not open; nothing while it is being opened and once it is. */
    public Optional<String> failure() {
        return failure;
    }

    /** Tries again to open what could not be opened. */
    public void retry() {
        tell(Optional.empty());
        errand.schedule();
    }

    /**
     * Calls back after each change, on any thread.
     *
     * @return ends the subscription
     */
    public Runnable subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private Optional<JournalProblem> open() {
        // a home whose journal failed is open already: it is left and entered again
        home.close();
        home.open(home.usual());
        home.stay();
        return health().await();
    }

    private JournalHealth health() {
        var tracker = new ServiceTracker<JournalHealth, JournalHealth>(context, JournalHealth.class, null);
        tracker.open();
        try {
            for (long slices = APPEARING.dividedBy(SLICE); slices > 0 && !stopped; slices--) {
                var health = tracker.waitForService(SLICE.toMillis());
                if (health != null) {
                    return health;
                }
            }
            throw new JournalProblem(JournalProblem.Remedy.REPORT, Messages.JournalOpening_absent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalProblem(JournalProblem.Remedy.RETRY, Messages.JournalOpening_stopped, e);
        } finally {
            tracker.close();
        }
    }

    private void tell(Optional<String> failure) {
        this.failure = failure;
        listeners.forEach(Runnable::run);
    }
}
