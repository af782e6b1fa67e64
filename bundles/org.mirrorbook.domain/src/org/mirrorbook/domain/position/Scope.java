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
}
