package org.mirrorbook.domain.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.position.CloseReason;

/**
 * How a trade ended.
 *
 * @param price average exit; absent while nothing is known
 * @param basis what the price rests on
 * @param closedAt the venue's time: of the snapshot while provisional, the record's once confirmed
 * @param reason why, by the order of the last closing fill; absent while not known
 */
public record Exit(Optional<BigDecimal> price, Basis basis, Instant closedAt, Optional<CloseReason> reason) {

    /** What an exit price rests on. */
    public enum Basis {
        /** The venue's closing record. */
        RECORD,
        /** The average of the closing fills. */
        FILLS,
        /** The mark price of the last row: a guess, and shown as one. */
        MARK,
        /** Nothing is known. */
        UNKNOWN
    }

    public Exit {
        price = Exact.of(price);
        requireNonNull(basis);
        requireNonNull(closedAt);
        requireNonNull(reason);
    }

    /** An exit whose reason is not known yet. */
    public Exit(Optional<BigDecimal> price, Basis basis, Instant closedAt) {
        this(price, basis, closedAt, Optional.empty());
    }

    /** The same exit, now that its reason is known. */
    public Exit because(CloseReason reason) {
        return new Exit(price, basis, closedAt, Optional.of(reason));
    }
}
