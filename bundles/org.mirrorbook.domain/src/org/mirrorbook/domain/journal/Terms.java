package org.mirrorbook.domain.journal;

import java.math.BigDecimal;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;

/**
 * Size and price of a trade.
 *
 * @param plannedEntry the entry when the trade was first seen; the user may replace it
 * @param effectiveEntry while open the row's average, once confirmed the closing record's
 * @param quantity while open the open size, after the close the size of the whole life
 * @param leverage as a multiple
 * @param margin held, in the margin coin
 */
public record Terms(
        BigDecimal plannedEntry,
        BigDecimal effectiveEntry,
        BigDecimal quantity,
        Optional<BigDecimal> leverage,
        Optional<BigDecimal> margin) {

    public Terms {
        plannedEntry = Exact.of(plannedEntry);
        effectiveEntry = Exact.of(effectiveEntry);
        quantity = Exact.of(quantity);
        leverage = Exact.of(leverage);
        margin = Exact.of(margin);
    }
}
