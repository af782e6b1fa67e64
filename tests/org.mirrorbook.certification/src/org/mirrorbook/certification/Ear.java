package org.mirrorbook.certification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;

/** Keeps all that a connector tells, in order, and waits for what is to come. Thread-safe. */
final class Ear implements ObservationSink {

    /** Longer than any connector may take; no story ever waits so long when all is well. */
    private static final long DEADLINE = 30_000_000_000L;

    private final List<Object> told = new ArrayList<>();

    @Override
    public boolean accept(ObservationBatch batch) {
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
        told.add(news);
        notifyAll();
    }

    /** All that was told so far: {@link ObservationBatch}, {@link LinkStatus}, {@link AccountFacts}, {@link MarkSeen}. */
    synchronized List<Object> told() {
        return List.copyOf(told);
    }

    synchronized int size() {
        return told.size();
    }

    <T> List<T> told(Class<T> kind) {
        return told().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The observations of all batches. */
    <T extends Observation> List<T> seen(Class<T> kind) {
        return seen(told(), kind);
    }

    static <T extends Observation> List<T> seen(List<Object> told, Class<T> kind) {
        return told.stream().filter(ObservationBatch.class::isInstance).flatMap(batch -> ((ObservationBatch) batch).seen().stream())
                .filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What was told before this. */
    synchronized List<Object> before(Object news) {
        for (int at = 0; at < told.size(); at++) {
            if (told.get(at) == news) {
                return List.copyOf(told.subList(0, at));
            }
        }
        throw new AssertionError("it was never told: " + news);
    }

    Picture picture() {
        var picture = new Picture();
        seen(Observation.class).forEach(picture::fold);
        return picture;
    }

    /** The first of this kind that fits, from the n-th thing told on; waits for it. */
    <T> T await(Class<T> kind, Predicate<T> fits, int from) throws InterruptedException {
        return await(kind.getSimpleName(), all -> all.stream().skip(from).filter(kind::isInstance).map(kind::cast).filter(fits)
                .findFirst().orElse(null));
    }

    LinkStatus await(LinkState state, int from) throws InterruptedException {
        return await(LinkStatus.class, status -> status.state() == state, from);
    }

    LinkStatus await(LinkState state) throws InterruptedException {
        return await(state, 0);
    }

    /** The first observation of this kind that fits; waits for it. */
    <T extends Observation> T awaitSeen(Class<T> kind, Predicate<T> fits) throws InterruptedException {
        return await(kind.getSimpleName(), all -> seen(all, kind).stream().filter(fits).findFirst().orElse(null));
    }

    /** Waits until what is open looks like this. */
    Picture awaitPicture(String what, Predicate<Picture> fits) throws InterruptedException {
        return await(what, all -> {
            var picture = new Picture();
            seen(all, Observation.class).forEach(picture::fold);
            return fits.test(picture) ? picture : null;
        });
    }

    private synchronized <T> T await(String what, Function<List<Object>, T> found) throws InterruptedException {
        long until = System.nanoTime() + DEADLINE;
        for (;;) {
            var one = found.apply(List.copyOf(told));
            if (one != null) {
                return one;
            }
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("it was never told: " + what + "; the link was " + told(LinkStatus.class));
            }
            wait(left);
        }
    }
}
