package org.mirrorbook.mirror;

import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkStatus;

/** The running mirrors, for views and commands. An OSGi service. Every method returns at once; thread-safe. */
public interface MirrorDirectory {

    /** The newest view of all that is live. Immutable, and only of what is committed. */
    LiveView view();

    /** State of the link of every mirrored account; an account that is not among them is off. */
    Map<AccountId, LinkStatus> links();

    /** How well the link of an account does now; absent when it is not mirrored. Changes of it alone are told to nobody: ask again. */
    Optional<LinkHealth> health(AccountId account);

    /** What the mirror of an account measures of itself; absent when it is not mirrored. Told to nobody as well. */
    Optional<MirrorPulse> pulse(AccountId account);

    /**
     * Calls back after each change of view or links: on any thread, without payload, often; the listener coalesces and must return at once.
     *
     * @return closes the subscription
     */
    Subscription subscribe(Runnable changed);

    /** Drops the account's connection and aligns again: the same as new snapshots of everything. */
    void syncNow(AccountId account);

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
