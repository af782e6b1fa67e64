package org.mirrorbook.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;

/**
 * The link of one account to its venue. It parses, signs, pages and normalises; life detection, persistence and matching are not its.
 *
 * <p>Every method returns at once and never throws for anything the venue did: trouble is a {@link LinkStatus} or a failed stage with a
 * {@link VenueProblem}. It speaks only through its {@link ObservationSink}. Thread-safe.
 *
 * <p>A connector hands the pages it reads for its questions to the sink as well, as batches without observations and before the stage
 * completes, so that the recording holds what the answer rests on.
 *
 * <p>Questions may be asked of an account that is not mirrored: the first one then finds out what a link finds out before it signs in (the
 * kind of account, what the key may do, how the clocks differ), and fails as the link would.
 */
public interface Connector {

    /** The scopes that are complete in the stream of this account. */
    Set<Scope> scopes();

    /** Connects and stays connected until {@link #stop()}. Once only. Questions may be asked without it, with or without a link. */
    void start();

    /** Ends the link for good. The stage completes when its socket and threads are gone. */
    CompletionStage<Void> stop();

    /**
     * Drops the present connection and connects again at once: the way back to a complete snapshot of every scope. The sink hears of a
     * state other than {@link LinkState#LIVE} before anything of the new connection, so that it can tell what came before from what comes
     * after.
     */
    void reconnect();

    /** Sets the instruments whose mark prices are wanted, replacing the former ones. */
    void watchMarks(Set<Instrument> instruments);

    /** How well the link does now. */
    LinkHealth health();

    /**
     * The open positions of a scope as the venue lists them on request. Never an observation: it races with the stream, and a difference is
     * only a reason to {@linkplain #reconnect() align again}. Fails with a {@link VenueProblem}.
     */
    CompletionStage<List<PositionRow>> openPositions(Scope scope);

    /**
     * The closing records of a scope with a close time at or after {@code since}, oldest close first, each once. A {@code since} beyond
     * {@link ConnectorCapabilities#historyLookback} is no error: what the venue still remembers is read, and the caller knows from there
     * how far back that is. The connector divides what is longer than one question may cover ({@link ConnectorCapabilities#historySpan}).
     * Fails with a {@link VenueProblem}. A venue may list a close late: an answer without it does not prove that there was none.
     */
    CompletionStage<List<ClosingRecord>> closingRecords(Scope scope, Instant since);

    /**
     * The fills of a scope from {@code since} to {@code until}, oldest first, each once, as far back as the venue remembers. Fails with a
     * {@link VenueProblem}.
     */
    CompletionStage<List<Fill>> fills(Scope scope, Instant since, Instant until);

    /**
     * Why orders of a scope that were done from {@code since} to {@code until} closed positions, oldest first, each once, as far back as
     * the venue remembers; orders that only open are left out. Fails with a {@link VenueProblem}.
     */
    CompletionStage<List<OrderNote>> closeReasons(Scope scope, Instant since, Instant until);

    /**
     * The stop and take-profit orders that wait in a scope, each once. Like {@link #openPositions} it races with the stream. Fails with a
     * {@link VenueProblem}.
     */
    CompletionStage<List<ProtectiveOrder>> protections(Scope scope);
}
