package org.mirrorbook.mirror.lane;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.mirror.MirrorPulse;

/** What may be wished of a lane from outside. Thread-safe; returns at once. */
public interface LaneControl {

    /** Drops the connection and aligns again. */
    void syncNow();

    /** How well its link does now. */
    LinkHealth health();

    /** What it measures of itself. */
    MirrorPulse pulse();

    /** Its connector, to ask questions of; never to be started or stopped by others. Absent while the lane has none. */
    default Optional<Connector> connector() {
        return Optional.empty();
    }

    /**
     * Records, folds and commits what the user wants.
     *
     * @param wish made on the lane's thread, when it is its turn; may read the journal
     * @return completes on any thread after the commit; fails with a {@link org.mirrorbook.journal.JournalProblem}, or with {@link
     *         LaneEnded} when the lane ended before
     */
    CompletionStage<Void> tell(Supplier<Observation> wish);

    /** Begins to stop: closes the connection, commits what is queued, ends the thread. Once is enough, more do no harm. */
    void beginStop();
}
