package org.mirrorbook.tests.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;

/** Keeps all that a connector says, in order, and waits for what is to come. */
final class HearingSink implements ObservationSink {

    private static final long PATIENCE = 60_000;

    private final List<Object> heard = new ArrayList<>();

    @Override
    public boolean accept(ObservationBatch batch) {
        batch.seen().forEach(this::hear);
        return true;
    }

    @Override
    public void accept(MarkSeen mark) {
        hear(mark);
    }

    @Override
    public void accept(LinkStatus status) {
        hear(status);
    }

    @Override
    public void accept(AccountFacts facts) {
        hear(facts);
    }

    private synchronized void hear(Object news) {
        heard.add(news);
        notifyAll();
    }

    /** The first that is of this kind and fits, from the n-th thing heard on; waits for it. */
    synchronized <T> T await(Class<T> kind, Predicate<T> fits, int from) throws InterruptedException {
        for (int next = from;; next++) {
            while (next >= heard.size()) {
                int before = heard.size();
                wait(PATIENCE);
                if (heard.size() == before) {
                    throw new AssertionError("nothing of " + kind.getSimpleName() + " came; heard last: " + statuses());
                }
            }
            if (kind.isInstance(heard.get(next)) && fits.test(kind.cast(heard.get(next)))) {
                return kind.cast(heard.get(next));
            }
        }
    }

    <T> T await(Class<T> kind, Predicate<T> fits) throws InterruptedException {
        return await(kind, fits, 0);
    }

    LinkStatus await(LinkState state) throws InterruptedException {
        return await(LinkStatus.class, status -> status.state() == state);
    }

    synchronized int size() {
        return heard.size();
    }

    synchronized List<LinkStatus> statuses() {
        return of(LinkStatus.class).toList();
    }

    synchronized List<Observation.SnapshotSeen> snapshots() {
        return of(Observation.SnapshotSeen.class).toList();
    }

    /** The observations and states before the first that fits. */
    synchronized List<Object> before(Object news) {
        return List.copyOf(heard.subList(0, heard.indexOf(news)));
    }

    private <T> Stream<T> of(Class<T> kind) {
        return List.copyOf(heard).stream().filter(kind::isInstance).map(kind::cast);
    }
}
