package org.mirrorbook.domain.risk;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;

/** What an account calls 1R: the loss that the trader is ready to take in one trade. */
public sealed interface RiskUnit {

    /**
     * The same amount in each trade.
     *
     * @param amount positive; counts for trades whose margin is in its coin
     */
    record Fixed(Money amount) implements RiskUnit {
        public Fixed {
            requireNonNull(amount);
            if (amount.amount().signum() <= 0) {
                throw new IllegalArgumentException("1R is a positive amount");
            }
        }
    }

    /**
     * A part of what the account is worth in the trade's margin coin when the trade is entered.
     *
     * @param percent above 0 and at most 100
     */
    record OfEquity(BigDecimal percent) implements RiskUnit {
        public OfEquity {
            percent = Exact.of(percent);
            if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("1R is more than 0 and at most 100 percent of the equity");
            }
        }
    }
}
