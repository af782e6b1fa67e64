package org.mirrorbook.domain.position;

import java.math.BigDecimal;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;

/**
 * The figures beside size and entry in a position row. Each is absent when the venue did not send it, which is not zero.
 * Money is in the slot's margin coin, a cost is negative (the connector turned the venue's signs, protocol notes, Bitget 4.1).
 *
 * @param leverage as a multiple
 * @param margin held for the position
 * @param markPrice as of the row, not as of now: venues do not push each price move
 * @param liquidationPrice absent also where the venue says there is none
 * @param unrealised profit at the mark price as of the row
 * @param realised profit of this life so far, before fees and funding
 * @param fees trading fees of this life so far, negative when paid
 * @param funding of this life so far, negative when paid
 */
public record RowFigures(
        Optional<BigDecimal> leverage,
        Optional<BigDecimal> margin,
        Optional<BigDecimal> markPrice,
        Optional<BigDecimal> liquidationPrice,
        Optional<BigDecimal> unrealised,
        Optional<BigDecimal> realised,
        Optional<BigDecimal> fees,
        Optional<BigDecimal> funding) {

    public RowFigures {
        leverage = Exact.of(leverage);
        margin = Exact.of(margin);
        markPrice = Exact.of(markPrice);
        liquidationPrice = Exact.of(liquidationPrice);
        unrealised = Exact.of(unrealised);
        realised = Exact.of(realised);
        fees = Exact.of(fees);
        funding = Exact.of(funding);
    }

    /** These figures, and those of the others that are absent here. */
    public RowFigures or(RowFigures others) {
        return new RowFigures(leverage.or(others::leverage), margin.or(others::margin), markPrice.or(others::markPrice),
                liquidationPrice.or(others::liquidationPrice), unrealised.or(others::unrealised), realised.or(others::realised),
                fees.or(others::fees), funding.or(others::funding));
    }

    /** The venue sent none of them. */
    public static RowFigures none() {
        return new RowFigures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }
}
