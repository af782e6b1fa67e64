package org.mirrorbook.exchange.link;

import java.util.ArrayList;
import java.util.List;

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
    boolean full;

    @Override
    public synchronized boolean accept(ObservationBatch batch) {
        if (!full) {
            heard.add(batch.message().text());
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

    synchronized void await(LinkState state) {
        try {
            while (!states().contains(state)) {
                wait(5_000);
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
