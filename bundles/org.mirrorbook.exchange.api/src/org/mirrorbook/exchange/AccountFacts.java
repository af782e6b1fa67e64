package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a connector found out about its account when it came to the venue.
 *
 * @param kind the account kind as the venue tells it, such as {@code classic} or {@code unified}; empty where it has only one
 * @param rights of the key that signed in
 * @param clockOffset the venue's clock minus this machine's
 */
public record AccountFacts(Optional<String> kind, KeyRights rights, Optional<Duration> clockOffset, Instant at) {

    public AccountFacts {
        requireNonNull(kind);
        requireNonNull(rights);
        requireNonNull(clockOffset);
        requireNonNull(at);
    }
}
