package org.mirrorbook.exchange.bitget.rest;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import org.mirrorbook.exchange.KeyRights;

/**
 * What the venue tells of a key.
 *
 * @param venueAccount the venue's own id of the account, where the key may ask for it
 */
public record KeyFacts(KeyRights rights, Optional<String> venueAccount) {

    public KeyFacts {
        requireNonNull(rights);
        requireNonNull(venueAccount);
    }

    /** Of a key that may not ask. */
    static KeyFacts unknown() {
        return new KeyFacts(KeyRights.unknown(), Optional.empty());
    }
}
