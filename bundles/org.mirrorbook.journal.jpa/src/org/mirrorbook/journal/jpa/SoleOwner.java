package org.mirrorbook.journal.jpa;

import java.time.Duration;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;

/** An embedded journal is open in one process alone, by the lock of its home and by its own: every account is this instance's. */
final class SoleOwner implements Lease {

    @Override
    public Duration term() {
        return Duration.ofDays(365);
    }

    @Override
    public Optional<String> take(AccountId account) {
        return Optional.empty();
    }

    @Override
    public void release(AccountId account) {
        // nobody else could take it
    }

    @Override
    public void requireHeld(Pen pen, AccountId account) {
        // nobody else could have taken it
    }
}
