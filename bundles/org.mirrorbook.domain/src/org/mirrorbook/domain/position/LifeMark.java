package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a row, or a closing record, says about which life of its slot it belongs to.
 *
 * @param id the venue's position id, when it sends one
 * @param idScope what that id stands for
 * @param startedAt the venue's creation time, when it sends one
 * @param startReliable whether that time is the start of this life; false where it is the slot's or the unified account's
 */
public record LifeMark(Optional<String> id, IdScope idScope, Optional<Instant> startedAt, boolean startReliable) {

    public LifeMark {
        requireNonNull(id);
        requireNonNull(idScope);
        requireNonNull(startedAt);
        if (id.isEmpty() != (idScope == IdScope.NONE)) {
            throw new IllegalArgumentException("an id has a scope, and a scope an id");
        }
    }

    /** A mark of a venue whose ids and creation times are per life. */
    public static LifeMark ofLife(String id, Instant startedAt) {
        return new LifeMark(Optional.of(id), IdScope.LIFE, Optional.of(startedAt), true);
    }

    /** When the life started, where that can be trusted. */
    public Optional<Instant> start() {
        return startReliable ? startedAt : Optional.empty();
    }

    /**
     * The same mark once its id was seen on an earlier life of the slot: id and start time are the slot's and prove nothing any more
     * (protocol notes, Bitget 4: a life ends when the slot becomes empty, whatever the id says).
     */
    public LifeMark asOfSlot() {
        return new LifeMark(id, id.isPresent() ? IdScope.SLOT : IdScope.NONE, startedAt, false);
    }

    /** The same mark once the account is of another kind, which gives other ids: it proves nothing any more. */
    public LifeMark asFormer() {
        return new LifeMark(id, id.isPresent() ? IdScope.FORMER : IdScope.NONE, startedAt, false);
    }

    /** Whether two marks cannot be of one life: other life ids, or other trustworthy start times. */
    public boolean provesOtherLifeThan(LifeMark other) {
        if (idScope == IdScope.LIFE && other.idScope == IdScope.LIFE) {
            return !id.equals(other.id);
        }
        return startReliable && other.startReliable && !startedAt.equals(other.startedAt);
    }

    /** Whether two marks must be of one life: the same life id, or the same trustworthy start time. */
    public boolean provesSameLifeAs(LifeMark other) {
        if (idScope == IdScope.LIFE && other.idScope == IdScope.LIFE) {
            return id.equals(other.id);
        }
        return startReliable && other.startReliable && startedAt.isPresent() && startedAt.equals(other.startedAt);
    }

    /** Whether the mark tells lives of one slot apart at all; where it does not, a life seen open is unproven. */
    public boolean isOfLife() {
        return idScope == IdScope.LIFE || startReliable && startedAt.isPresent();
    }
}
