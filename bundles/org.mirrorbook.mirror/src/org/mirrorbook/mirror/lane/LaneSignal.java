package org.mirrorbook.mirror.lane;

import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.ObservationBatch;

/** What a lane can be given to do, in the order in which it was given. */
sealed interface LaneSignal {

    /** The connector saw something. */
    record Seen(ObservationBatch batch) implements LaneSignal {
    }

    /** The connector's link changed its state; everything it saw before stands before this in the queue. */
    record Linked(LinkStatus status) implements LaneSignal {
    }

    /** The connector found out about the account; what it is about stands after this in the queue. */
    record Told(AccountFacts facts) implements LaneSignal {
    }

    /** A timer that ran off, an answer that came, or a wish from outside; runs on the lane. */
    record Work(Runnable work) implements LaneSignal {
    }
}
