package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;

/**
 * Which account to mirror and where. No secret.
 *
 * @param label the user's name of the account, for log lines
 * @param endpoint base address of REST in place of the venue's own; WebSocket goes to the same host. Without TLS only loopback is accepted
 * @param tradingKeyAccepted whether the user agreed to a key that can trade
 */
public record ConnectorSettings(AccountId account, String label, Environment environment, Optional<URI> endpoint,
        boolean tradingKeyAccepted) {

    public ConnectorSettings {
        requireNonNull(account);
        requireNonNull(label);
        requireNonNull(environment);
        requireNonNull(endpoint);
    }

    /** Settings for a key that must not trade. */
    public ConnectorSettings(AccountId account, String label, Environment environment, Optional<URI> endpoint) {
        this(account, label, environment, endpoint, false);
    }
}
