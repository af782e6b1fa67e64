package org.mirrorbook.domain.risk;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;

/**
 * When a closed trade counts as neither won nor lost: its net profit is within the larger of an amount and a part of what it risked. One
 * rule for every screen and every figure.
 *
 * @param version grows with each change, so that a status says by which rule it was given; 0 is the rule before anybody set one
 * @param amount in the trade's margin coin, not negative; a net profit of exactly this much is still break-even
 * @param fractionOfR part of the amount at risk, not negative: 0.1 is a tenth of 1R
 */
public record BreakEvenRule(int version, BigDecimal amount, BigDecimal fractionOfR) {

    public BreakEvenRule {
        amount = Exact.of(amount);
        fractionOfR = Exact.of(fractionOfR);
        if (amount.signum() < 0 || fractionOfR.signum() < 0) {
            throw new IllegalArgumentException("a break-even band is not negative");
        }
    }

    /** Only a net profit of zero is break-even. */
    public static BreakEvenRule none() {
        return new BreakEvenRule(0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** @param risked what the trade risked, positive; absent where it is not known */
    public boolean covers(BigDecimal net, Optional<BigDecimal> risked) {
        requireNonNull(net);
        var part = risked.map(fractionOfR::multiply).orElse(BigDecimal.ZERO);
        return net.abs().compareTo(amount.max(part)) <= 0;
    }
}
