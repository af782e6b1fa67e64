package org.mirrorbook.domain.risk;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

import org.mirrorbook.domain.money.Exact;

/**
 * How far a trade once went one way.
 *
 * @param amount open profit of the size held at that moment, in the margin coin; negative for a loss
 * @param price the mark price
 * @param at when that price was received
 */
public record Excursion(BigDecimal amount, BigDecimal price, Instant at) {

    public Excursion {
        amount = Exact.of(amount);
        price = Exact.of(price);
        requireNonNull(at);
    }
}
