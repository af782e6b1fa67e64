package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.MarkSample;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.MarkSeen;

/**
 * How far the open trades of an account went, tick by tick, each at the size that was held. Begins where the book left it, so that a
 * restart loses nothing. A pause of more than ten seconds without a price, or without a link that would have told another size, is a gap.
 * On the lane's turn only.
 */
final class ExcursionTracker {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Marks marks;
    private final Map<TradeId, TrackedTrade> held = new HashMap<>();
    private Map<TradeId, Excursions> shown = Map.of();
    private boolean stale;
    private Optional<Instant> blindSince = Optional.empty();

    ExcursionTracker(Marks marks) {
        this.marks = marks;
    }

    /**
     * Follows the book: what was opened is watched, what ended is forgotten, and the prices that came with rows count.
     *
     * @return whether there is something to {@linkplain #sample sample}
     */
    boolean follow(Book book, Instant at) {
        var open = book.open();
        boolean news = false;
        for (var life : open.values()) {
            var one = held.get(life.trade().id());
            if (one == null) {
                one = new TrackedTrade(life, watchedSince(book, life, at));
                held.put(life.trade().id(), one);
                stale = true;
            }
            if (one.seen() != life) {
                boolean told = one.seen() == null || one.seen().row() != life.row();
                one.hold(life);
                var price = life.row().figures().markPrice();
                if (told && price.isPresent() && price.get().signum() > 0 && book.newest().containsKey(life.trade().slot().scope())) {
                    var before = one.excursions();
                    notice(one, at);
                    one.see(price.get(), at);
                    stale |= one.excursions() != before;
                }
            }
            news |= one.isNews();
        }
        if (held.size() > open.size()) {
            held.keySet().retainAll(open.values().stream().map(life -> life.trade().id()).toList());
            stale = true;
        }
        return news;
    }

    /**
     * Takes in the prices that came since the last look. While the link is away they wait: whose price a position's was then is known once
     * the venue has told which positions are still open.
     */
    void look() {
        if (blindSince.isPresent() || !marks.hasMoved()) {
            return;
        }
        var came = marks.look();
        for (var one : held.values()) {
            var slot = one.trade().slot();
            var span = came.get(new Instrument(slot.scope(), slot.instrument()));
            if (span != null) {
                Stream.of(span.lowest(), span.highest(), span.newest()).distinct().sorted(Comparator.comparing(MarkSeen::receivedAt))
                        .forEach(mark -> see(one, mark));
            }
        }
    }

    /**
     * The newest prices of these trades, as far as the book does not have them.
     *
     * @param trades as they are about to become: of one that ends or is of another size, what was quoted until then counts
     */
    Optional<MarksSampled> sample(Map<TradeId, Trade> trades, Instant now) {
        look();
        for (var after : trades.values()) {
            var one = held.get(after.id());
            if (one != null && !one.settleUntil(after)) {
                settle(one, now);
            }
        }
        return sampled(trades.keySet(), now);
    }

    /** The newest prices of all trades, as far as the book does not have them. */
    Optional<MarksSampled> sample(Instant now) {
        look();
        held.values().forEach(one -> settle(one, now));
        return sampled(held.keySet(), now);
    }

    /** The same, when nothing more will be heard. */
    Optional<MarksSampled> sampleLast(Instant now) {
        look();
        held.values().forEach(TrackedTrade::settle);
        return sampled(held.keySet(), now);
    }

    /** Whether prices came that do not count yet. */
    boolean isWaiting() {
        return blindSince.isEmpty() && held.values().stream().anyMatch(TrackedTrade::isWaiting);
    }

    private void settle(TrackedTrade one, Instant now) {
        if (blindSince.isEmpty()) {
            one.settle(now);
        }
    }

    private Optional<MarksSampled> sampled(Collection<TradeId> trades, Instant now) {
        var samples = new ArrayList<MarkSample>();
        for (var trade : trades) {
            var one = held.get(trade);
            if (one != null && one.hasPrice()) {
                notice(one, now);
                if (one.isNews()) {
                    samples.add(one.sample());
                }
            }
        }
        samples.sort(Comparator.comparing(sample -> sample.trade().value()));
        return samples.isEmpty() ? Optional.empty() : Optional.of(new MarksSampled(samples, now));
    }

    /** How far each open trade went until now. */
    Map<TradeId, Excursions> excursions() {
        if (stale) {
            var now = new HashMap<TradeId, Excursions>();
            held.forEach((trade, one) -> now.put(trade, one.excursions()));
            shown = Map.copyOf(now);
            stale = false;
        }
        return shown;
    }

    /** The link is lost: the sizes may be others from now on. What came before still counts. */
    void blind(Instant now) {
        if (blindSince.isEmpty()) {
            look();
            blindSince = Optional.of(now);
        }
    }

    /** The link is live, and the book is as the venue has it. */
    void sighted(Instant now) {
        if (blindSince.filter(since -> isPause(since, now)).isPresent()) {
            held.values().forEach(this::gap);
        }
        blindSince = Optional.empty();
    }

    /** The book was read again: what was sampled may not have come into it. */
    void reopened() {
        held.values().forEach(TrackedTrade::unsampled);
    }

    private void see(TrackedTrade one, MarkSeen mark) {
        var before = one.excursions();
        notice(one, mark.receivedAt());
        one.see(mark);
        stale |= one.excursions() != before;
    }

    private void notice(TrackedTrade one, Instant now) {
        if (isPause(one.last(), now)) {
            gap(one);
        }
    }

    private void gap(TrackedTrade one) {
        stale |= !one.excursions().gap();
        one.gap();
    }

    private static boolean isPause(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(PAUSE) > 0;
    }

    /**
     * Up to when prices are known to have been seen: the newest that the excursions tell of, since nothing else of a former run is kept;
     * else the opening, which is the venue's time and measured from the newest time of the venue.
     */
    private static Instant watchedSince(Book book, OpenLife life, Instant at) {
        var trade = life.trade();
        var known = Stream.of(trade.excursions().favourable(), trade.excursions().adverse()).flatMap(Optional::stream).map(Excursion::at)
                .max(Comparator.naturalOrder());
        return known.orElseGet(() -> book.seenUntil(trade.slot().scope()).filter(seen -> seen.isAfter(trade.openedAt()))
                .map(seen -> at.minus(Duration.between(trade.openedAt(), seen))).orElse(at));
    }
}
