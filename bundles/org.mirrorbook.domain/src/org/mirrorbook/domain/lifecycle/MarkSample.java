package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.risk.Excursions;

/**
 * The mark price of an open trade at one moment, with how far it went since it was opened.
 *
 * @param price positive
 * @param at when the price was received
 */
public record MarkSample(TradeId trade, BigDecimal price, Instant at, Excursions excursions) {

    public MarkSample {
        requireNonNull(trade);
        price = Exact.of(price);
        requireNonNull(at);
        requireNonNull(excursions);
    }
}
