package org.mirrorbook.exchange.link;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;

/** Remembers what it hears, in order. */
class RecordingSink implements ObservationSink {
    final List<String> heard = new ArrayList<>();
    final List<LinkStatus> statuses = new ArrayList<>();
    /** What a story does as soon as it hears of a state. */
    final Map<LinkState, Runnable> at = new EnumMap<>(LinkState.class);
    boolean full;

    @Override
    public synchronized boolean accept(ObservationBatch batch) {
        if (!full) {
            heard.add(batch.message().text());
            notifyAll();
        }
        return !full;
    }

    @Override
    public void accept(MarkSeen mark) {
        throw new AssertionError("no marks here");
    }

    @Override
    public synchronized void accept(LinkStatus status) {
        heard.add(status.state().name());
        statuses.add(status);
        notifyAll();
        at.getOrDefault(status.state(), () -> { }).run();
    }

    @Override
    public void accept(AccountFacts facts) {
        throw new AssertionError("a link knows nothing of accounts");
    }

    synchronized LinkStatus last() {
        return statuses.get(statuses.size() - 1);
    }

    synchronized List<LinkState> states() {
        return statuses.stream().map(LinkStatus::state).toList();
    }

    void await(LinkState state) {
        await("the state " + state, () -> states().contains(state));
    }

    /** Waits until something holds of what was heard; for half a minute at most. */
    synchronized void await(String what, BooleanSupplier holds) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try {
            while (!holds.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(patience - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("waited in vain for " + what + "; heard " + heard + " and " + statuses);
                }
                // what is waited for may happen elsewhere
                wait(Math.min(left, 20));
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
