package org.mirrorbook.exchange.bitget;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;

/** Keeps all that a connector says, in order, and waits for what is to come. */
final class HeardSink implements ObservationSink {

    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);

    private final List<Object> heard = new ArrayList<>();
    private boolean full;

    @Override
    public synchronized boolean accept(ObservationBatch batch) {
        if (full) {
            return false;
        }
        hear(batch);
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

    synchronized void becomeFull() {
        full = true;
    }

    synchronized List<Object> all() {
        return List.copyOf(heard);
    }

    <T> List<T> all(Class<T> kind) {
        return all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The n-th that is of this kind and fits, counted from 1; waits for it. */
    synchronized <T> T await(Class<T> kind, Predicate<T> fits, int number) throws InterruptedException {
        for (int next = 0, found = 0;; next++) {
            while (next >= heard.size()) {
                int before = heard.size();
                wait(PATIENCE);
                if (heard.size() == before) {
                    throw new AssertionError("no such " + kind.getSimpleName() + " came; heard were " + heard);
                }
            }
            if (kind.isInstance(heard.get(next)) && fits.test(kind.cast(heard.get(next))) && ++found == number) {
                return kind.cast(heard.get(next));
            }
        }
    }

    LinkStatus await(LinkState state) throws InterruptedException {
        return await(LinkStatus.class, status -> status.state() == state, 1);
    }

    AccountFacts facts(String kind) throws InterruptedException {
        return await(AccountFacts.class, facts -> facts.kind().filter(kind::equals).isPresent(), 1);
    }
}
