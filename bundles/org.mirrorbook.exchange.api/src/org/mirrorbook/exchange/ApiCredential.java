package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

/**
 * A key to an account at a venue. Lives in memory only as long as signing needs it; never in a configuration, a log or an exception.
 * {@link #toString()} tells nothing of it.
 *
 * @param passphrase empty where the venue has none
 */
public record ApiCredential(String apiKey, String secret, String passphrase) {

    public ApiCredential {
        requireNonNull(apiKey);
        requireNonNull(secret);
        requireNonNull(passphrase);
    }

    @Override
    public String toString() {
        return "ApiCredential[redacted]";
    }
}
