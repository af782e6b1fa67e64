package org.mirrorbook.domain.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.Risk;

/**
 * One life of a position, as the journal keeps it: from the first fill until the slot is empty again.
 *
 * @param positionId the venue's id, when the stream had one; never filled in later
 * @param openedAt the venue's time
 * @param exit absent while open
 * @param found whether the life ended, or was lived, while nobody listened, and was taken from the venue's history
 * @param standing whether the user had it put right
 * @param risk stops, targets and 1R, as far as they were said or seen
 * @param excursions how far it went while it was open
 * @param executions oldest first
 */
public record Trade(
        TradeId id,
        Fingerprint fingerprint,
        TradeSource source,
        Slot slot,
        Optional<String> positionId,
        Instant openedAt,
        TradeStatus status,
        Certainty certainty,
        Terms terms,
        Result result,
        Optional<Exit> exit,
        boolean found,
        Standing standing,
        Risk risk,
        Excursions excursions,
        List<Execution> executions) {

    public Trade {
        requireNonNull(id);
        requireNonNull(fingerprint);
        requireNonNull(source);
        requireNonNull(slot);
        requireNonNull(positionId);
        requireNonNull(openedAt);
        requireNonNull(status);
        requireNonNull(certainty);
        requireNonNull(terms);
        requireNonNull(result);
        requireNonNull(exit);
        requireNonNull(standing);
        requireNonNull(risk);
        requireNonNull(excursions);
        executions = List.copyOf(executions);
    }

    /** A trade that stands as reported, of whose risk and prices nothing is known yet. */
    public Trade(TradeId id, Fingerprint fingerprint, TradeSource source, Slot slot, Optional<String> positionId, Instant openedAt,
            TradeStatus status, Certainty certainty, Terms terms, Result result, Optional<Exit> exit, boolean found,
            List<Execution> executions) {
        this(id, fingerprint, source, slot, positionId, openedAt, status, certainty, terms, result, exit, found, Standing.REPORTED,
                Risk.none(), Excursions.none(), executions);
    }

    public boolean isOpen() {
        return status == TradeStatus.OPEN;
    }

    public Trade with(Terms terms) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    public Trade with(Terms terms, Result result) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    public Trade with(Result result) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    public Trade withExecutions(List<Execution> executions) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    public Trade with(Certainty certainty) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    /** The same trade of which more is known how it ended. */
    public Trade with(Exit exit) {
        return copy(slot, status, certainty, terms, result, Optional.of(exit), found, standing, risk, excursions, executions);
    }

    /** The same trade in the slot that its position has now; id and fingerprint stay. */
    public Trade in(Slot slot) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    /**
     * The trade ended: its outcome is the sign of its net profit, until a break-even rule judges it. Of one that was found, nobody saw the
     * prices of at least a part of its life.
     */
    public Trade closed(Exit exit, Certainty certainty, Terms terms, Result result, boolean found) {
        return copy(slot, TradeStatus.ofNet(result.net()), certainty, terms, result, Optional.of(exit), found, standing, risk,
                found ? excursions.withGap() : excursions, executions);
    }

    /** The provisional close was wrong: the same trade is open again. */
    public Trade reopened(Terms terms, Result result) {
        return copy(slot, TradeStatus.OPEN, Certainty.LIVE, terms, result, Optional.empty(), false, standing, risk, excursions, executions);
    }

    public Trade with(Risk risk) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    public Trade with(Excursions excursions) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    public Trade with(Standing standing) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    /** The same trade, judged by another rule. */
    public Trade with(TradeStatus status) {
        return copy(slot, status, certainty, terms, result, exit, found, standing, risk, excursions, executions);
    }

    /** What a trade is named by never changes; the rest may. */
    private Trade copy(Slot slot, TradeStatus status, Certainty certainty, Terms terms, Result result, Optional<Exit> exit, boolean found,
            Standing standing, Risk risk, Excursions excursions, List<Execution> executions) {
        return new Trade(id, fingerprint, source, slot, positionId, openedAt, status, certainty, terms, result, exit, found, standing,
                risk, excursions, executions);
    }

    /** Sum of what the executions opened and added. */
    public BigDecimal grown() {
        return executions.stream().filter(e -> e.kind().grows()).map(Execution::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Size of the whole life: so far while open, where the executions are known; of its end once closed. */
    public BigDecimal lifeQuantity() {
        var grown = isOpen() ? grown() : BigDecimal.ZERO;
        return grown.compareTo(terms.quantity()) > 0 ? grown : terms.quantity();
    }
}
