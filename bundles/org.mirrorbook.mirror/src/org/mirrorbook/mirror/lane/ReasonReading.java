package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeClosed;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeConfirmed;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/**
 * Asks why trades ended: after a close with growing delays, since orders come into the venue's history later than their fills, and anew with
 * its confirmation where that did not tell. One question at a time a scope, for the time around closes only; it serves all that is due
 * there. Beside the way of a close to its confirmation, which never waits for it. What is wanted outlives a lost link; what a venue cannot
 * tell stays open.
 */
final class ReasonReading {

    private static final String WHAT = "close reasons";
    /** An order, its fills, the position and its record are stamped by the venue at slightly different moments. */
    private static final Duration SLACK = Duration.ofMinutes(1);
    /** So many spans of a scope are kept apart. */
    private static final int MOST = 64;
    /** So long after a close a former run may have left its reason open; older ones were asked for in vain. */
    private static final Duration LATELY = Duration.ofMinutes(30);

    private final Asking lane;
    private final List<Duration> delays;
    private final Map<TradeId, Wanted> wanted = new HashMap<>();
    private final Set<Scope> underWay = new HashSet<>();
    private final Set<Scope> refused = new HashSet<>();
    private boolean resumed;

    /**
     * A trade whose reason is not known.
     *
     * @param span when the order that closed it was done
     * @param tried how often it was asked for
     * @param due when it is asked for next
     */
    private record Wanted(Scope scope, Span span, int tried, Instant due) {
    }

    ReasonReading(Asking lane, Patience patience) {
        this.lane = lane;
        this.delays = patience.reason();
    }

    /** Something was committed; the reasons of what closed by it are wanted. */
    void noticed(Folded folded) {
        for (var change : folded.changes()) {
            switch (change) {
                case TradeClosed closed -> unexplained(folded.trades().stream(), closed.trade())
                        .ifPresent(trade -> want(trade, atClose(folded, trade)));
                case TradeConfirmed confirmed -> unexplained(folded.trades().stream(), confirmed.trade())
                        .ifPresent(trade -> want(trade, around(trade)));
                default -> {
                    // nothing ended
                }
            }
        }
    }

    /**
     * The link is live again, and what a venue refused may be asked again. The first time also what a former run left open: lives that were
     * confirmed or ended so short a time ago that their orders may still tell.
     */
    void resume() {
        refused.clear();
        wanted.replaceAll((trade, one) -> new Wanted(one.scope(), one.span(), one.tried(), later(trade, one.scope(), 0)));
        if (!resumed) {
            resumed = true;
            var book = lane.book();
            Stream.concat(book.recent().stream().map(life -> life.trade()), book.awaiting().stream().map(life -> life.trade()))
                    .filter(trade -> !wanted.containsKey(trade.id()) && isOpenQuestion(book, trade)).toList()
                    .forEach(trade -> want(trade, around(trade)));
        }
    }

    /** The link is lost: answers and timers of before do not come any more. */
    void forget() {
        underWay.clear();
    }

    private static Optional<Trade> unexplained(Stream<Trade> trades, TradeId id) {
        return trades.filter(trade -> trade.id().equals(id))
                .filter(trade -> trade.exit().filter(exit -> exit.reason().isEmpty()).isPresent()).findFirst();
    }

    private Optional<Trade> unexplained(TradeId id) {
        var book = lane.book();
        return unexplained(Stream.concat(book.awaiting().stream().map(life -> life.trade()), book.recent().stream().map(life -> life.trade())),
                id);
    }

    private static boolean isOpenQuestion(Book book, Trade trade) {
        return trade.exit().filter(exit -> exit.reason().isEmpty()).filter(exit -> VenueTime.seen(book, trade.slot().scope())
                .filter(seen -> exit.closedAt().plus(LATELY).isAfter(seen)).isPresent()).isPresent();
    }

    private static Span around(Trade trade) {
        return Span.around(trade.exit().orElseThrow().closedAt(), SLACK);
    }

    /** Around the close; from the last row on where nobody watched it. */
    private static Span atClose(Folded folded, Trade trade) {
        var around = around(trade);
        if (!trade.found()) {
            return around;
        }
        return folded.after().awaiting().stream().filter(life -> life.trade().id().equals(trade.id())).findFirst()
                .map(RecordChase::earliestClose).filter(since -> since.isBefore(around.since()))
                .map(since -> new Span(since, around.until())).orElse(around);
    }

    private void want(Trade trade, Span span) {
        var scope = trade.slot().scope();
        if (!refused.contains(scope)) {
            wanted.put(trade.id(), new Wanted(scope, span, 0, later(trade.id(), scope, 0)));
        }
    }

    private Instant later(TradeId trade, Scope scope, int tried) {
        var delay = delays.get(tried);
        var due = lane.now().plus(delay);
        lane.later(delay, () -> {
            // due by the timer, whatever the clock says by then: it may have been put back
            wanted.computeIfPresent(trade, (id, one) -> one.due().equals(due)
                    ? new Wanted(one.scope(), one.span(), one.tried(), Instant.MIN) : one);
            ask(scope);
        });
        return due;
    }

    private void ask(Scope scope) {
        var due = new HashMap<>(wanted);
        due.values().removeIf(one -> !one.scope().equals(scope) || one.due().isAfter(lane.now()));
        if (!lane.isLive() || due.isEmpty() || underWay.contains(scope)) {
            return;
        }
        var spans = List.<Span>of();
        for (var one : due.values()) {
            spans = Span.with(spans, one.span(), MOST);
        }
        var span = spans.getFirst();
        due.values().removeIf(one -> !span.holds(one.span()));
        underWay.add(scope);
        lane.ask(lane.connector().closeReasons(scope, span.since(), span.until()), orders -> {
            answered(scope, span, orders);
            settle(scope, due.keySet());
        }, problem -> failed(scope, due.keySet(), problem));
    }

    private void answered(Scope scope, Span span, List<OrderNote> orders) {
        var now = lane.now();
        var seen = orders.stream().<Observation>map(order -> new OrderSeen(order, now)).toList();
        lane.take(new Asked(WHAT, scope, span.since(), Optional.of(span.until()), orders.size()), seen);
    }

    private void failed(Scope scope, Set<TradeId> asked, VenueProblem problem) {
        lane.trouble(problem);
        if (problem.remedy() != Remedy.RETRY) {
            // each further close would only be refused and told in the same way
            refused.add(scope);
            wanted.values().removeIf(one -> one.scope().equals(scope));
        }
        settle(scope, asked);
    }

    private void settle(Scope scope, Set<TradeId> asked) {
        underWay.remove(scope);
        for (var id : asked) {
            wanted.computeIfPresent(id, (trade, one) -> {
                int next = one.tried() + 1;
                return unexplained(id).isEmpty() || next == delays.size() ? null
                        : new Wanted(scope, one.span(), next, later(trade, scope, next));
            });
        }
        ask(scope);
    }
}
