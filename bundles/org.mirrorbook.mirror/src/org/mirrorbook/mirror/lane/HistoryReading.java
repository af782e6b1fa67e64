package org.mirrorbook.mirror.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/**
 * Reads the closing records of a scope from the last known time, less a margin, and says up to when they have been read: what ended, or was
 * lived, while nobody listened; the proof of lives that look unbroken; and records that were overdue. One reading at a time a scope.
 */
final class HistoryReading {

    static final String WHAT = "closing records";

    private final Asking lane;
    private final Patience patience;
    private final Consumer<Scope> whenRead;
    private final Map<Scope, Integer> underWay = new HashMap<>();
    private final Set<Scope> again = new HashSet<>();
    private final Set<Scope> refused = new HashSet<>();

    /** @param whenRead called after a scope was read, or cannot be */
    HistoryReading(Asking lane, Patience patience, Consumer<Scope> whenRead) {
        this.lane = lane;
        this.patience = patience;
        this.whenRead = whenRead;
    }

    /** Reads now, or once more when a reading is under way. */
    void read(Scope scope) {
        if (underWay.putIfAbsent(scope, 0) == null) {
            ask(scope);
        } else {
            again.add(scope);
        }
    }

    /** Reads once more what may have come late, unless the venue refused to tell since the link is up. */
    void readLate(Scope scope) {
        if (!refused.contains(scope)) {
            read(scope);
        }
    }

    /** The link is lost: answers and timers of before do not come any more. */
    void forget() {
        underWay.clear();
        again.clear();
        refused.clear();
    }

    /** Records as observations, in the order in which the lives ended. */
    static List<Observation> oldestFirst(List<ClosingRecord> records, Instant receivedAt) {
        return records.stream().sorted(Comparator.comparing(ClosingRecord::closedAt))
                .<Observation>map(record -> new ClosingRecordSeen(record, receivedAt)).toList();
    }

    private void ask(Scope scope) {
        var since = since(scope);
        // by the venue's clock: ours may be ahead, and what ends meanwhile would never be read
        var upTo = VenueTime.seen(lane.book(), scope).orElseGet(lane::now);
        lane.ask(lane.connector().closingRecords(scope, since), records -> {
            var now = lane.now();
            var seen = new ArrayList<>(oldestFirst(records, now));
            seen.add(new HistoryRead(scope, upTo, now));
            lane.take(new Asked(WHAT, scope, since, Optional.of(upTo), records.size()), seen);
            done(scope);
        }, problem -> failed(scope, problem));
    }

    private Instant since(Scope scope) {
        var book = lane.book();
        var known = book.historyReadTo().getOrDefault(scope, book.mirroredSince()).minus(patience.margin());
        var waiting = book.awaiting().stream().filter(life -> life.trade().slot().scope().equals(scope)).map(RecordChase::earliestClose);
        return Stream.concat(Stream.of(known), waiting).min(Instant::compareTo).orElseThrow();
    }

    private void failed(Scope scope, VenueProblem problem) {
        lane.trouble(problem);
        if (problem.remedy() == Remedy.RETRY) {
            int tried = underWay.merge(scope, 1, Integer::sum);
            Duration delay = Patience.nth(patience.answer(), tried - 1);
            lane.later(delay, () -> ask(scope));
        } else {
            refused.add(scope);
            done(scope);
        }
    }

    private void done(Scope scope) {
        underWay.remove(scope);
        whenRead.accept(scope);
        if (again.remove(scope)) {
            read(scope);
        }
    }
}
