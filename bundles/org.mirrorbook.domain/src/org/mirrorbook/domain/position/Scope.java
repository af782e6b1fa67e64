package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

/**
 * The unit of completeness: a complete snapshot names every open position of one scope and says nothing of any other
 * (protocol notes, Bitget 3.2: an empty list of one product type does not close the positions of another).
 *
 * @param venue the exchange in lower case, such as {@code bitget}
 */
public record Scope(AccountId account, String venue, Environment environment, Product product) {

    public Scope {
        requireNonNull(account);
        requireNonNull(venue);
        requireNonNull(environment);
        requireNonNull(product);
    }

    /** Written out, since scopes and slots are what books are looked up by, some dozens of times for each push. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Scope that && environment == that.environment && product.equals(that.product)
                && account.equals(that.account) && venue.equals(that.venue);
    }

    @Override
    public int hashCode() {
        return 31 * account.value().hashCode() + product.code().hashCode();
    }
}
