package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A link and, for some minutes a day, the one that is to relieve it. Immutable.
 *
 * @param first the link that the sink hears
 * @param overlap the second one, while there is one
 */
public record RelaySituation(LinkSituation first, Optional<Overlap> overlap) {

    public RelaySituation {
        requireNonNull(first);
        requireNonNull(overlap);
    }

    /** A link alone. */
    public static RelaySituation alone(LinkSituation first) {
        return new RelaySituation(first, Optional.empty());
    }

    /** The situation of the link with this connection, where it is a present one. */
    Optional<LinkSituation> of(long connection) {
        if (connection == first.connection()) {
            return Optional.of(first);
        }
        return overlap.map(Overlap::second).filter(second -> second.connection() == connection);
    }

    RelaySituation with(LinkSituation otherFirst) {
        return new RelaySituation(otherFirst, overlap);
    }

    RelaySituation with(Overlap other) {
        return new RelaySituation(first, Optional.of(other));
    }

    /**
     * Two links at a time.
     *
     * @param comparing whether the second is aligned, so that both are asked for a heartbeat
     * @param firstOwes heartbeats that the first has not answered since
     * @param secondOwes those of the second
     * @param firstTold whether the first told of something since the last heartbeat left for the second
     * @param secondTold whether the second told of something since the last heartbeat left for the first
     */
    record Overlap(LinkSituation second, boolean comparing, int firstOwes, int secondOwes, boolean firstTold, boolean secondTold) {

        static Overlap of(LinkSituation second) {
            return new Overlap(second, false, 0, 0, false, false);
        }

        Overlap with(LinkSituation otherSecond) {
            return new Overlap(otherSecond, comparing, firstOwes, secondOwes, firstTold, secondTold);
        }

        /** The second is aligned; heartbeats that are on the way already have to be answered too. */
        Overlap compare(int first, int second) {
            return new Overlap(this.second, true, first, second, false, false);
        }

        Overlap asked(int first, int second) {
            return comparing ? new Overlap(this.second, true, firstOwes + first, secondOwes + second, firstTold, secondTold) : this;
        }

        Overlap left(boolean forFirst) {
            return new Overlap(second, comparing, firstOwes, secondOwes, firstTold && forFirst, secondTold && !forFirst);
        }

        Overlap answered(boolean byFirst) {
            return new Overlap(second, comparing, Math.max(0, firstOwes - (byFirst ? 1 : 0)), Math.max(0, secondOwes - (byFirst ? 0 : 1)),
                    firstTold, secondTold);
        }

        Overlap told(boolean byFirst) {
            return new Overlap(second, comparing, firstOwes, secondOwes, firstTold || byFirst, secondTold || !byFirst);
        }

        boolean quiet() {
            return !firstTold && !secondTold;
        }

        boolean answeredAll() {
            return comparing && firstOwes == 0 && secondOwes == 0;
        }
    }
}
