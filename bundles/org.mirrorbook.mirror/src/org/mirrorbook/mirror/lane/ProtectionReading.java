package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation.ProtectionsListed;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/**
 * Asks which stop and take-profit orders wait: after each alignment, since no snapshot of the stream names them, and as often as the list
 * of open positions is compared, since a stream that went quiet shows in nothing else. Beside all other questions; nothing waits for it.
 */
final class ProtectionReading {

    private static final String WHAT = "protections";

    private final Asking lane;
    private final Patience patience;
    private final Map<Scope, Integer> failed = new HashMap<>();

    ProtectionReading(Asking lane, Patience patience) {
        this.lane = lane;
        this.patience = patience;
    }

    /** Every scope is aligned. */
    void begin() {
        lane.connector().scopes().forEach(this::ask);
    }

    /** The link is lost: answers and timers of before do not come any more. */
    void forget() {
        failed.clear();
    }

    private void ask(Scope scope) {
        // an order that is placed while the venue answers need not be in its list
        var asked = lane.now();
        lane.ask(lane.connector().protections(scope), orders -> answered(scope, asked, orders), problem -> failed(scope, problem));
    }

    private void answered(Scope scope, Instant asked, List<ProtectiveOrder> orders) {
        failed.remove(scope);
        lane.later(patience.comparing().every(), () -> ask(scope));
        lane.take(new Asked(WHAT, scope, Optional.empty(), Optional.empty(), orders.size()),
                List.of(new ProtectionsListed(scope, orders, asked)));
    }

    private void failed(Scope scope, VenueProblem problem) {
        lane.trouble(problem);
        if (problem.remedy() == Remedy.RETRY) {
            int tried = failed.merge(scope, 1, Integer::sum);
            lane.later(Patience.nth(patience.answer(), tried - 1), () -> ask(scope));
        }
        // else not before the next alignment: it would be refused in the same way each time
    }
}
