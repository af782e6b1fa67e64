package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/**
 * Asks for the fills that explain what snapshots only show. One question at a time a scope, after a moment, so that it serves all that was
 * wanted by then. What was wanted outlives a lost link; what a venue cannot tell stays inferred.
 */
final class FillReading {

    /** A row's times and those of its fills are taken by the venue at slightly different moments. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    /** Our clock may be behind the venue's: nothing that happened is to count as later than now. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Asking lane;
    private final Patience patience;
    private final Map<Scope, Instant> wanted = new HashMap<>();
    private final Map<Scope, Instant> asked = new HashMap<>();
    private final Set<Scope> underWay = new HashSet<>();

    FillReading(Asking lane, Patience patience) {
        this.lane = lane;
        this.patience = patience;
    }

    /** The fills of this scope are wanted from there on. */
    void want(Scope scope, Instant since) {
        wantAgain(scope, since.minus(SLACK));
        resume(scope);
    }

    /** The link is live again. */
    void resume() {
        List.copyOf(wanted.keySet()).forEach(this::resume);
    }

    /** The link is lost: answers and timers of before do not come any more. */
    void forget() {
        asked.forEach(this::wantAgain);
        asked.clear();
        underWay.clear();
    }

    private void wantAgain(Scope scope, Instant since) {
        wanted.merge(scope, since, (one, other) -> one.isBefore(other) ? one : other);
    }

    private void resume(Scope scope) {
        if (lane.isLive() && wanted.containsKey(scope) && underWay.add(scope)) {
            lane.later(patience.fills(), () -> ask(scope, 0));
        }
    }

    private void ask(Scope scope, int tried) {
        var since = wanted.remove(scope);
        var until = until(scope);
        asked.put(scope, since);
        lane.ask(lane.connector().fills(scope, since, until), fills -> {
            answered(scope, since, until, fills);
            asked.remove(scope);
            underWay.remove(scope);
            resume(scope);
        }, problem -> {
            asked.remove(scope);
            failed(scope, since, tried, problem);
        });
    }

    /** Well after now by either clock. */
    private Instant until(Scope scope) {
        var ours = lane.now();
        return VenueTime.seen(lane.book(), scope).filter(ours::isBefore).orElse(ours).plus(AHEAD);
    }

    private void answered(Scope scope, Instant since, Instant until, List<Fill> fills) {
        var now = lane.now();
        var seen = fills.stream().<Observation>map(fill -> new FillSeen(fill, now)).toList();
        lane.take(new Asked("fills", scope, since, Optional.of(until), fills.size()), seen);
    }

    private void failed(Scope scope, Instant since, int tried, VenueProblem problem) {
        lane.trouble(problem);
        if (problem.remedy() == Remedy.RETRY && tried < patience.answer().size()) {
            wantAgain(scope, since);
            Duration delay = Patience.nth(patience.answer(), tried);
            lane.later(delay, () -> ask(scope, tried + 1));
        } else {
            underWay.remove(scope);
            resume(scope);
        }
    }
}
