package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.journal.Ownership;
import org.osgi.service.event.EventAdmin;

/** The lane of an account with all that is really its own, as one process has it; driven turn by turn in one thread. */
public final class SimulatedProcess {

    /** What is around a lane. */
    public record Surroundings(JournalStore store, MessageLog log, Ownership ownership, LaneSettings settings, ConnectorOpening opening,
            LiveDesk desk, EventAdmin bus, Timer timer, Clock clock, Consumer<Duration> rest) {
    }

    private final LaneQueue queue;
    private final Lane lane;
    private final Bookkeeper bookkeeper;

    public SimulatedProcess(AccountId id, Surroundings around, int bound) {
        var account = new LaneAccount(id, "simulated", false);
        var patience = Patience.usual();
        var services = new Bookkeeper.Services(around.store(), around.log(), new PositionLifecycle()::apply, around.settings(),
                around.clock());
        queue = new LaneQueue(bound);
        bookkeeper = new Bookkeeper(account, services, around.rest()::accept, patience);
        lane = new Lane(account, queue, bookkeeper, around.ownership(), new NoKinds(), around.opening(), around.desk(),
                new Facts(around.bus(), account, around.clock()), around.timer(), around.clock(), patience);
    }

    public void start() {
        lane.post(lane::start);
    }

    /** Does what is queued, and what that queues. */
    public void turn() {
        while (!lane.hasEnded() && queue.workOff(lane::work)) {
            // what was worked on may have left more
        }
    }

    public void stop() {
        lane.post(lane::stop);
    }

    public boolean hasEnded() {
        return lane.hasEnded();
    }

    public void syncNow() {
        lane.post(lane::syncNow);
    }

    public CompletableFuture<Void> tell(Supplier<Observation> wish) {
        var done = new CompletableFuture<Void>();
        lane.post(() -> lane.tell(wish, done));
        return done;
    }

    public boolean hasBook() {
        return bookkeeper.isCurrent();
    }

    /** The committed book, while there is one. */
    public Book book() {
        return lane.book();
    }

    /** An exchange whose accounts are all of one kind. */
    private static final class NoKinds implements AccountKinds {

        @Override
        public String kind(AccountId account) {
            return "";
        }

        @Override
        public void become(AccountId account, String kind) {
            throw new AssertionError("this exchange tells no kinds");
        }
    }
}
