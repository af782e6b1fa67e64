package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.mirror.lane.ListDifference.Held;

/**
 * Compares the venue's own list of open positions with the book from time to time: a stream that went quiet with its socket open shows in
 * nothing else (protocol notes, Bitget 8; docs/lifecycle.md, rule 5). The list is never an observation, since it races with the stream.
 * Only a difference that is there twice, while the book stands still, has the connector align again; when that does not help it is said,
 * not repeated.
 */
final class ListComparison {

    private final Asking lane;
    private final Patience.Comparing patience;
    private final Map<Scope, Realigned> realigned = new HashMap<>();
    private final Set<Scope> outOfStep = new HashSet<>();

    /** What was found at one time. */
    private record Found(Map<Slot, Held> book, ListDifference difference) {
    }

    /** For which difference the connector aligned again. */
    private record Realigned(ListDifference difference, Instant at) {
    }

    ListComparison(Asking lane, Patience patience) {
        this.lane = lane;
        this.patience = patience.comparing();
    }

    /** Every scope is aligned. */
    void begin() {
        outOfStep.clear();
        lane.connector().scopes().forEach(scope -> lane.later(patience.first(), () -> compare(scope, Optional.empty(), 1)));
    }

    private void compare(Scope scope, Optional<Found> before, int time) {
        var asked = ListDifference.held(lane.book(), scope);
        lane.ask(lane.connector().openPositions(scope), rows -> answered(scope, asked, rows, before, time),
                problem -> failed(scope, problem));
    }

    private void answered(Scope scope, Map<Slot, Held> asked, List<PositionRow> rows, Optional<Found> before, int time) {
        var held = ListDifference.held(lane.book(), scope);
        var found = new Found(held, ListDifference.between(held, rows));
        if (found.difference().isNone()) {
            inStep(scope);
            later(scope);
        } else if (held.equals(asked) && before.equals(Optional.of(found))) {
            differs(scope, found.difference());
        } else if (time < patience.times()) {
            var standing = held.equals(asked) ? Optional.of(found) : Optional.<Found>empty();
            lane.later(patience.again(), () -> compare(scope, standing, time + 1));
        } else {
            later(scope);
        }
    }

    private void later(Scope scope) {
        lane.later(patience.every(), () -> compare(scope, Optional.empty(), 1));
    }

    private void inStep(Scope scope) {
        realigned.remove(scope);
        if (outOfStep.remove(scope) && outOfStep.isEmpty()) {
            lane.remark(Optional.empty());
        }
    }

    private void differs(Scope scope, ListDifference difference) {
        var now = lane.now();
        var last = Optional.ofNullable(realigned.get(scope)).filter(one -> one.difference().meets(difference));
        // not by its figures: a position that the stream never tells of goes on changing
        if (last.isEmpty() || !last.get().at().plus(patience.calm()).isAfter(now) || now.isBefore(last.get().at())) {
            realigned.put(scope, new Realigned(difference, now));
            lane.realign(words(scope, difference) + " The connection is made anew.");
            return;
        }
        if (outOfStep.add(scope)) {
            lane.remark(Optional.of(words(scope, difference) + " A new connection did not change that; compare with the exchange's page."));
        }
        later(scope);
    }

    private static String words(Scope scope, ListDifference difference) {
        var symbols = difference.slots().keySet().stream().map(Slot::instrument).distinct().sorted().limit(3).toList();
        return "The exchange's list of open positions in " + scope.product().code() + " is not what its messages told ("
                + String.join(", ", symbols) + (difference.slots().size() > symbols.size() ? ", …" : "") + ").";
    }

    private void failed(Scope scope, VenueProblem problem) {
        if (problem.remedy() == Remedy.RETRY) {
            later(scope);
        } else {
            // until the next alignment: it would be refused in the same way each time
            lane.trouble(problem);
        }
    }
}
