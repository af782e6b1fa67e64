package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.ClosedLife;
import org.mirrorbook.domain.lifecycle.Observation.RecordOverdue;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Scope;

/**
 * Asks for the closing records of ended lives: first leaves the stream a moment to bring them, then asks with growing delays, then calls
 * them overdue. One question at a time a scope; it serves every trade of the scope that is due by then.
 */
final class RecordChase {

    private final Asking lane;
    private final List<Duration> delays;
    private final Map<TradeId, Integer> tried = new HashMap<>();
    private final Map<Scope, Set<TradeId>> due = new HashMap<>();
    private final Set<Scope> underWay = new HashSet<>();

    RecordChase(Asking lane, Patience patience) {
        this.lane = lane;
        this.delays = patience.record();
    }

    /** From now on the record of this trade is chased. */
    void chase(TradeId trade) {
        if (tried.putIfAbsent(trade, 0) == null) {
            lane.later(delays.get(0), () -> isDue(trade));
        }
    }

    /** The link is lost: answers and timers of before do not come any more. */
    void forget() {
        tried.clear();
        due.clear();
        underWay.clear();
    }

    private void isDue(TradeId trade) {
        var life = provisional(trade);
        if (life.isEmpty()) {
            tried.remove(trade);
            return;
        }
        var scope = life.get().trade().slot().scope();
        due.computeIfAbsent(scope, none -> new HashSet<>()).add(trade);
        ask(scope);
    }

    private void ask(Scope scope) {
        if (underWay.contains(scope) || !due.containsKey(scope)) {
            return;
        }
        var asked = due.remove(scope);
        var since = asked.stream().flatMap(trade -> provisional(trade).stream()).map(RecordChase::earliestClose).min(Instant::compareTo);
        if (since.isEmpty()) {
            tried.keySet().removeAll(asked);
            return;
        }
        underWay.add(scope);
        lane.ask(lane.connector().closingRecords(scope, since.get()), records -> answered(scope, asked, since.get(), records), problem -> {
            lane.trouble(problem);
            settle(scope, asked);
        });
    }

    private void answered(Scope scope, Set<TradeId> asked, Instant since, List<ClosingRecord> records) {
        var line = new Asked(HistoryReading.WHAT, scope, since, Optional.empty(), records.size());
        lane.take(line, HistoryReading.oldestFirst(records, lane.now()));
        settle(scope, asked);
    }

    private void settle(Scope scope, Set<TradeId> asked) {
        underWay.remove(scope);
        var overdue = new ArrayList<TradeId>();
        for (var trade : asked) {
            int next = tried.getOrDefault(trade, 0) + 1;
            if (provisional(trade).isEmpty()) {
                tried.remove(trade);
            } else if (next < delays.size()) {
                tried.put(trade, next);
                lane.later(delays.get(next), () -> isDue(trade));
            } else {
                tried.remove(trade);
                overdue.add(trade);
            }
        }
        overdue.forEach(trade -> lane.conclude(new RecordOverdue(trade, lane.now())));
        ask(scope);
    }

    private Optional<ClosedLife> provisional(TradeId trade) {
        return lane.book().awaiting().stream()
                .filter(life -> life.trade().id().equals(trade) && life.trade().certainty() == Certainty.PROVISIONAL).findFirst();
    }

    /** The life was open when its last row was made, so the close is not older; the minute is for two clocks inside the venue. */
    static Instant earliestClose(ClosedLife life) {
        return life.row().updatedAt().minus(Duration.ofMinutes(1));
    }
}
