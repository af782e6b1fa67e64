package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.statistics.Totals;

/**
 * Sums over the closed trades of an account in one currency, kept with every commit, so that they cost the same however many trades there
 * are. Costs are negative.
 *
 * @param totals wins, losses and break-evens by the rule in force, and the sum of the net profits
 * @param gross sum of the gross profits
 * @param r multiples that rest on a stop that was planned or lay at the venue
 * @param estimatedR multiples that rest on the account's unit of risk alone
 */
public record TradeStatistics(AccountId account, String currency, Totals totals, BigDecimal gross, BigDecimal fees, BigDecimal funding,
        RSum r, RSum estimatedR) {

    /**
     * R multiples added up; trades of which none is known are not among them.
     *
     * @param count how many
     */
    public record RSum(BigDecimal sum, long count) {

        public RSum {
            requireNonNull(sum);
        }
    }

    public TradeStatistics {
        requireNonNull(account);
        requireNonNull(currency);
        requireNonNull(totals);
        requireNonNull(gross);
        requireNonNull(fees);
        requireNonNull(funding);
        requireNonNull(r);
        requireNonNull(estimatedR);
    }
}
