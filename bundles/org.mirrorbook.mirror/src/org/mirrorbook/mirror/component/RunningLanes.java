package org.mirrorbook.mirror.component;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.mirror.lane.LaneControl;

/** All lanes there are. A service inside this bundle; thread-safe. */
public interface RunningLanes {

    /** The lane of an account that is mirrored. */
    Optional<LaneControl> lane(AccountId account);

    /** All of them. */
    List<LaneControl> lanes();

    /** Has all of them begin to stop, at the same time; returns at once. */
    void beginStop();

    /** Waits until all are gone; false when the deadline was over before. */
    boolean awaitEmpty(Duration deadline);
}
