package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.position.AccountId;

/** What the user set that bears on trades. Blocking; thread-safe. Fails with a {@link org.mirrorbook.journal.JournalProblem}. */
@FunctionalInterface
public interface LaneSettings {

    /** What holds for the account now, as a lane is told it. */
    List<Observation> of(AccountId account, Instant now);
}
