package org.mirrorbook.mirror;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

import org.mirrorbook.domain.position.Environment;

/**
 * What the user says of an account to be added.
 *
 * @param endpoint custom address; for {@link Environment#PRACTICE} absent means the practice exchange inside this product, which needs no
 *         key
 * @param acceptsTradingKey whether the user agrees to a key that can trade; without that only a key that cannot is taken
 */
public record NewAccount(String label, String venue, Environment environment, Optional<URI> endpoint, boolean mirror,
        boolean acceptsTradingKey) {

    public NewAccount {
        requireNonNull(label);
        requireNonNull(venue);
        requireNonNull(environment);
        requireNonNull(endpoint);
    }

    /** An account whose key must not trade. */
    public NewAccount(String label, String venue, Environment environment, Optional<URI> endpoint, boolean mirror) {
        this(label, venue, environment, endpoint, mirror, false);
    }

    /** Whether it is an account at the practice exchange inside this product. */
    public boolean isEmbeddedPractice() {
        return environment == Environment.PRACTICE && endpoint.isEmpty();
    }
}
