package org.mirrorbook.mirror.reconciliation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.VenueProblem;

/** A venue whose books are written by the story. It is only asked; whoever starts it fails. */
final class ScriptedVenue implements Connector {

    final List<ClosingRecord> records = new ArrayList<>();
    final List<PositionRow> open = new ArrayList<>();
    /** Answers to the next questions for closing records, before there are any others. */
    final Deque<VenueProblem> refusals = new ArrayDeque<>();
    final List<Instant> asked = new ArrayList<>();
    /** What happens at the venue right after its answer was sent. */
    final Deque<Runnable> meanwhile = new ArrayDeque<>();
    Runnable signing = () -> {
        // needs no key while its mirror runs
    };
    Runnable whenStopped = () -> {
        throw new AssertionError("the connector of a running mirror is its lane's");
    };
    private final Scope scope;

    ScriptedVenue(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Set<Scope> scopes() {
        return Set.of(scope);
    }

    @Override
    public void start() {
        throw new AssertionError("a comparison needs no stream");
    }

    @Override
    public CompletionStage<Void> stop() {
        whenStopped.run();
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void reconnect() {
        throw new AssertionError("that is the mirror's");
    }

    @Override
    public void watchMarks(Set<Instrument> instruments) {
        throw new AssertionError("a comparison needs no prices");
    }

    @Override
    public LinkHealth health() {
        return LinkHealth.none();
    }

    @Override
    public CompletionStage<List<PositionRow>> openPositions(Scope of) {
        return CompletableFuture.completedStage(List.copyOf(open));
    }

    @Override
    public CompletionStage<List<ClosingRecord>> closingRecords(Scope of, Instant since) {
        asked.add(since);
        try {
            signing.run();
        } catch (VenueProblem refused) {
            return CompletableFuture.failedStage(refused);
        }
        if (!refusals.isEmpty()) {
            return CompletableFuture.failedStage(refusals.remove());
        }
        var answer = records.stream().filter(record -> !record.closedAt().isBefore(since)).toList();
        if (!meanwhile.isEmpty()) {
            meanwhile.remove().run();
        }
        return CompletableFuture.completedStage(answer);
    }

    @Override
    public CompletionStage<List<Fill>> fills(Scope of, Instant since, Instant until) {
        throw new AssertionError("fills are not compared");
    }

    @Override
    public CompletionStage<List<OrderNote>> closeReasons(Scope of, Instant since, Instant until) {
        throw new AssertionError("reasons are not compared");
    }

    @Override
    public CompletionStage<List<ProtectiveOrder>> protections(Scope of) {
        throw new AssertionError("stops are not compared");
    }
}
