package org.mirrorbook.domain.risk;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;

/**
 * One setting of a stop or a target.
 *
 * @param at the venue's time of a live order, the time of typing of a planned one
 * @param price absent when it was taken away
 */
public record ProtectionMove(Instant at, ProtectionSource source, Optional<BigDecimal> price) {

    public ProtectionMove {
        requireNonNull(at);
        requireNonNull(source);
        price = Exact.of(price);
    }
}
