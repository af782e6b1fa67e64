package org.mirrorbook.domain.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An exact amount of one currency or coin. Signed: what the trader receives is positive, what it costs is negative.
 *
 * @param amount in whole units of the currency, normalised by {@link Exact}
 * @param currency as the venue spells it, such as {@code USDT} or {@code BTC}
 */
public record Money(BigDecimal amount, String currency) {

    public Money {
        amount = Exact.of(amount);
        requireNonNull(currency);
    }

    /** Nothing, of this currency. */
    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException when the currencies differ: money never changes currency by being added
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
