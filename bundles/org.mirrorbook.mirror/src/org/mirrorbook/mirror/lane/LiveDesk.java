package org.mirrorbook.mirror.lane;

import java.util.List;
import java.util.function.Supplier;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;

/** Where lanes show what is committed. Each lane replaces its own part. Thread-safe; returns at once. */
public interface LiveDesk {

    /** A lane is there. */
    void opened(AccountId account, LaneControl lane);

    /** How many lanes are there: what all of them do by the second is shared among so many. */
    default int lanesOpen() {
        return 1;
    }

    /** The state of an account's link. */
    void link(AccountId account, LinkStatus status);

    /**
     * All open positions of an account, replacing the former ones.
     *
     * @param positions put together when somebody looks, on any thread; always the same ones
     */
    void show(AccountId account, Supplier<List<LivePosition>> positions);

    /** The lane is gone, and its part of the view with it; ignored when another lane of this account has taken its place. */
    void closed(AccountId account, LaneControl lane);
}
