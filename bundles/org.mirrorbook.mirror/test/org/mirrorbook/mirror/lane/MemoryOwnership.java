package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.Ownership;

/** A lease that another instance may have, as the story says. */
public final class MemoryOwnership implements Ownership {

    public final Deque<JournalProblem> failures = new ArrayDeque<>();
    public Duration term = Duration.ofSeconds(30);
    public Optional<String> other = Optional.empty();
    public int taken;
    public int released;

    @Override
    public Duration term() {
        return term;
    }

    @Override
    public Optional<String> take(AccountId account) {
        if (!failures.isEmpty()) {
            throw failures.removeFirst();
        }
        taken++;
        return other;
    }

    @Override
    public void release(AccountId account) {
        released++;
    }
}
