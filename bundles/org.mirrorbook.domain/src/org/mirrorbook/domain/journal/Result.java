package org.mirrorbook.domain.journal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;

/**
 * What a trade earned and cost, in the margin coin. Costs are negative.
 *
 * @param realised gross profit realised so far; of the whole life once closed
 * @param unrealised gross profit of the open size; absent when closed or not known
 * @param fees all trading fees
 * @param funding all funding
 * @param openFee the part of the fees paid for entries, once confirmed
 * @param closeFee the part paid for exits, once confirmed
 * @param reportedNet the net that the venue states, where it does
 * @param otherFees fees in another coin than the margin coin, one amount a coin
 */
public record Result(
        BigDecimal realised,
        Optional<BigDecimal> unrealised,
        BigDecimal fees,
        BigDecimal funding,
        Optional<BigDecimal> openFee,
        Optional<BigDecimal> closeFee,
        Optional<BigDecimal> reportedNet,
        List<Money> otherFees) {

    public Result {
        realised = Exact.of(realised);
        unrealised = Exact.of(unrealised);
        fees = Exact.of(fees);
        funding = Exact.of(funding);
        openFee = Exact.of(openFee);
        closeFee = Exact.of(closeFee);
        reportedNet = Exact.of(reportedNet);
        otherFees = List.copyOf(otherFees);
    }

    /** Gross profit: realised and unrealised. */
    public BigDecimal total() {
        return Exact.of(realised.add(unrealised.orElse(BigDecimal.ZERO)));
    }

    /** Gross profit, fees and funding together. */
    public BigDecimal net() {
        return Exact.of(total().add(fees).add(funding));
    }

    /** The same with another profit of the open size. */
    public Result withUnrealised(Optional<BigDecimal> profit) {
        return new Result(realised, profit, fees, funding, openFee, closeFee, reportedNet, otherFees);
    }
}
