package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.time.Instant;

/** How long the book rests after the journal refused: longer with each time, until it was calm for a while. On the lane's thread only. */
final class Refusals {

    private final Patience patience;
    private int inARow;
    private Instant last = Instant.MIN;

    Refusals(Patience patience) {
        this.patience = patience;
    }

    /** The delay after one more refusal. */
    Duration next(Instant now) {
        if (last.isBefore(now.minus(patience.calm()))) {
            inARow = 0;
        }
        last = now;
        return Patience.nth(patience.reopen(), inARow++);
    }
}
