package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * Keeps the book of an account that is not mirrored for the time of one edit. Blocking; the caller has entered the account's gate.
 * Stateless.
 */
public final class IdleLane {

    private final MirrorLane.Services services;
    private final Patience patience;

    public IdleLane(MirrorLane.Services services, Patience patience) {
        this.services = services;
        this.patience = patience;
    }

    /**
     * Records, folds and commits what the user wants.
     *
     * @throws JournalProblem when it could not be kept, or another instance has the account
     */
    public void tell(LaneAccount account, Supplier<Observation> wish) {
        var owner = services.ownership().take(account.id());
        if (owner.isPresent()) {
            throw new JournalProblem(Remedy.ASK_USER, "The account " + account.label() + " is mirrored by " + owner.get()
                    + ": its trades are edited there.");
        }
        var bookkeeper = new Bookkeeper(account, services.bookkeeping(), IdleLane::rest, patience);
        var facts = new Facts(services.bus(), account, services.clock());
        try {
            facts.committed(bookkeeper.open());
            facts.committed(bookkeeper.take(List.of(Heard.wished(wish.get())), Samples.NONE));
        } finally {
            bookkeeper.close();
            services.ownership().release(account.id());
        }
    }

    /** Between two tries of a commit, on the thread of edits: no lane runs here that a timer could wake. */
    private static void rest(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }
}
