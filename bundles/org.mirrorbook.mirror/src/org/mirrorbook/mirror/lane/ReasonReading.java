package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeClosed;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeConfirmed;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/**
 * Asks why trades ended: after a close, and once more with its confirmation where that did not tell. After a moment, so that one question
 * serves what closed together and the venue's orders have caught up; one question at a time a scope, each for the time around closes only.
 * Beside the way of a close to its confirmation, which never waits for it. What was wanted outlives a lost link; what a venue cannot tell
 * stays open.
 */
final class ReasonReading {

    private static final String WHAT = "close reasons";
    /** An order, its fills, the position and its record are stamped by the venue at slightly different moments. */
    private static final Duration SLACK = Duration.ofMinutes(1);
    /** So many spans of a scope may wait to be asked for. */
    private static final int MOST = 64;

    private final Asking lane;
    private final Patience patience;
    private final Map<Scope, List<Span>> wanted = new HashMap<>();
    private final Map<Scope, Span> asked = new HashMap<>();
    private final Set<Scope> underWay = new HashSet<>();
    private final Set<Scope> refused = new HashSet<>();

    ReasonReading(Asking lane, Patience patience) {
        this.lane = lane;
        this.patience = patience;
    }

    /** Something was committed; the reasons of what closed by it are wanted. */
    void noticed(Folded folded) {
        for (var change : folded.changes()) {
            switch (change) {
                case TradeClosed closed -> unexplained(folded, closed.trade()).ifPresent(trade -> want(trade, atClose(folded, trade)));
                case TradeConfirmed confirmed -> unexplained(folded, confirmed.trade())
                        .ifPresent(trade -> want(trade, Span.around(exit(trade).closedAt(), SLACK)));
                default -> {
                    // nothing ended
                }
            }
        }
    }

    /** The link is live again, and what a venue refused may be asked again. */
    void resume() {
        refused.clear();
        List.copyOf(wanted.keySet()).forEach(this::resume);
    }

    /** The link is lost: answers and timers of before do not come any more. */
    void forget() {
        asked.forEach(this::wantAgain);
        asked.clear();
        underWay.clear();
    }

    private static Optional<Trade> unexplained(Folded folded, TradeId id) {
        return folded.trades().stream().filter(trade -> trade.id().equals(id))
                .filter(trade -> trade.exit().filter(exit -> exit.reason().isEmpty()).isPresent()).findFirst();
    }

    private static Exit exit(Trade trade) {
        return trade.exit().orElseThrow();
    }

    /** Around the close; from the last row on where nobody watched it. */
    private static Span atClose(Folded folded, Trade trade) {
        var around = Span.around(exit(trade).closedAt(), SLACK);
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
            wantAgain(scope, span);
            resume(scope);
        }
    }

    private void wantAgain(Scope scope, Span span) {
        wanted.merge(scope, List.of(span), (spans, one) -> Span.with(spans, span, MOST));
    }

    private void resume(Scope scope) {
        if (lane.isLive() && wanted.containsKey(scope) && underWay.add(scope)) {
            lane.later(patience.fills(), () -> ask(scope, 0));
        }
    }

    private void ask(Scope scope, int tried) {
        var spans = wanted.remove(scope);
        var span = spans.getFirst();
        if (spans.size() > 1) {
            wanted.put(scope, spans.subList(1, spans.size()));
        }
        asked.put(scope, span);
        lane.ask(lane.connector().closeReasons(scope, span.since(), span.until()), orders -> {
            answered(scope, span, orders);
            done(scope);
        }, problem -> failed(scope, span, tried, problem));
    }

    private void answered(Scope scope, Span span, List<OrderNote> orders) {
        var now = lane.now();
        var seen = orders.stream().<Observation>map(order -> new OrderSeen(order, now)).toList();
        lane.take(new Asked(WHAT, scope, span.since(), Optional.of(span.until()), orders.size()), seen);
    }

    private void failed(Scope scope, Span span, int tried, VenueProblem problem) {
        lane.trouble(problem);
        if (problem.remedy() == Remedy.RETRY && tried < patience.answer().size()) {
            asked.remove(scope);
            wantAgain(scope, span);
            Duration delay = Patience.nth(patience.answer(), tried);
            lane.later(delay, () -> ask(scope, tried + 1));
            return;
        }
        if (problem.remedy() != Remedy.RETRY) {
            // each further close would only be refused and told in the same way
            refused.add(scope);
            wanted.remove(scope);
        }
        done(scope);
    }

    private void done(Scope scope) {
        asked.remove(scope);
        underWay.remove(scope);
        resume(scope);
    }
}
