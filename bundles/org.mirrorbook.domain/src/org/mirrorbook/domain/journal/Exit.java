package org.mirrorbook.domain.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;

/**
 * How a trade ended.
 *
 * @param price average exit; absent while nothing is known
 * @param basis what the price rests on
 * @param closedAt the venue's time: of the snapshot while provisional, the record's once confirmed
 */
public record Exit(Optional<BigDecimal> price, Basis basis, Instant closedAt) {

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
    }
}
