package org.mirrorbook.mirror.lane;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.MarkSample;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.statistics.OpenProfit;
import org.mirrorbook.exchange.MarkSeen;

/**
 * How far one open trade went. What is heard of a close, or of another size, is a moment old, and prices come meanwhile; so a price that goes
 * further than any before it counts once it is a second old, or was the venue's before the close. What is shown has it at once. On the
 * lane's turn only.
 *
 * <p>For one size and entry the profit only rises or only falls with the price, so that of many ticks the lowest and the highest tell. A
 * later one that goes no further is not kept: it was after the close if an earlier one was.
 */
final class TrackedTrade {

    /** By then a push has told what happened before the price. */
    private static final Duration YOUNG = Duration.ofSeconds(1);

    private final Deque<Young> young = new ArrayDeque<>();
    private OpenLife life;
    private OpenLife seen;
    /** Of what counts. */
    private Excursions settled;
    /** With the young ones. */
    private Excursions all;
    private Instant last;
    private BigDecimal price;
    private Instant priceAt;
    private BigDecimal lowest;
    private BigDecimal highest;
    private BigDecimal sampledPrice;
    private Excursions sampled;

    private record Young(BigDecimal price, Instant at, Instant venueTime) {
    }

    /** @param last up to when prices are known to have been seen */
    TrackedTrade(OpenLife life, Instant last) {
        this.life = life;
        this.last = last;
        this.settled = life.trade().excursions();
        this.all = settled;
        this.sampled = settled;
    }

    Trade trade() {
        return life.trade();
    }

    /** The life as {@link #hold} was told it last; null before. */
    OpenLife seen() {
        return seen;
    }

    /** How far it went, with what may yet turn out to have come after its close. */
    Excursions excursions() {
        return all;
    }

    /** When the newest price came, or up to when they are known to have come. */
    Instant last() {
        return last;
    }

    boolean hasPrice() {
        return price != null;
    }

    /** Whether prices wait until they count. */
    boolean isWaiting() {
        return !young.isEmpty();
    }

    /** The life as it is now; of another size or entry the same price is another profit. */
    void hold(OpenLife now) {
        boolean resized = isResized(life.trade(), now.trade());
        life = now;
        seen = now;
        if (resized) {
            lowest = null;
            highest = null;
            sampledPrice = null;
            all = settled;
            var later = List.copyOf(young);
            young.clear();
            later.forEach(this::count);
        }
    }

    private static boolean isResized(Trade one, Trade other) {
        return !one.terms().quantity().equals(other.terms().quantity())
                || !one.terms().effectiveEntry().equals(other.terms().effectiveEntry());
    }

    /** A price of the market. */
    void see(MarkSeen mark) {
        newest(mark.price(), mark.receivedAt());
        count(new Young(mark.price(), mark.receivedAt(), mark.venueTime()));
    }

    /** The price in the row: the position was open then, so that it counts at once. */
    void see(BigDecimal mark, Instant at) {
        newest(mark, at);
        boolean further = isBeyond(mark);
        if (further || !young.isEmpty()) {
            var now = excursion(mark, at);
            settled = settled.with(now);
            all = further ? all.with(now) : all;
        }
    }

    private void newest(BigDecimal mark, Instant at) {
        last = at;
        price = mark;
        priceAt = at;
    }

    private void count(Young one) {
        if (isBeyond(one.price())) {
            all = all.with(excursion(one.price(), one.at()));
            young.add(one);
        }
    }

    private boolean isBeyond(BigDecimal now) {
        if (lowest == null) {
            lowest = now;
            highest = now;
            return true;
        }
        if (now.compareTo(lowest) < 0) {
            lowest = now;
            return true;
        }
        if (now.compareTo(highest) > 0) {
            highest = now;
            return true;
        }
        return false;
    }

    private Excursion excursion(BigDecimal at, Instant when) {
        return new Excursion(OpenProfit.of(life.trade(), at), at, when);
    }

    /** What is old enough counts. */
    void settle(Instant now) {
        while (!young.isEmpty() && Duration.between(young.getFirst().at(), now).compareTo(YOUNG) >= 0) {
            settleFirst();
        }
    }

    /** All that waits counts: nothing more will be heard. */
    void settle() {
        while (!young.isEmpty()) {
            settleFirst();
        }
    }

    /**
     * What the venue quoted before the trade ended, or became of another size, counts at the size of before; what it quoted after does not.
     *
     * @param after the trade as it is about to become
     * @return whether it ends or is resized
     */
    boolean settleUntil(Trade after) {
        if (after.isOpen() && !isResized(life.trade(), after)) {
            return false;
        }
        var steps = after.executions();
        var end = steps.isEmpty() ? after.exit().map(Exit::closedAt).orElse(Instant.MAX) : steps.getLast().at();
        while (!young.isEmpty() && !young.getFirst().venueTime().isAfter(end)) {
            settleFirst();
        }
        return true;
    }

    private void settleFirst() {
        var one = young.removeFirst();
        settled = settled.with(excursion(one.price(), one.at()));
    }

    /** Prices were missing. */
    void gap() {
        settled = settled.withGap();
        all = all.withGap();
    }

    /** Whether the book does not have what there is to sample. */
    boolean isNews() {
        return price != null && (!price.equals(sampledPrice) || !settled.equals(sampled));
    }

    /** The newest price, and how far it went as far as that counts; the book has it then. */
    MarkSample sample() {
        sampledPrice = price;
        sampled = settled;
        return new MarkSample(life.trade().id(), price, priceAt, settled);
    }

    /** The book was read again: what was sampled may not have come into it. */
    void unsampled() {
        sampledPrice = null;
        sampled = life.trade().excursions();
    }
}
