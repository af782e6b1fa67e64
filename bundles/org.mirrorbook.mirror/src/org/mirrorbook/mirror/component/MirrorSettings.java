package org.mirrorbook.mirror.component;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.journal.Account;

/**
 * What the configuration of one mirror says; never a secret.
 *
 * @param acceptsTradingKey whether the user agreed to a key that can trade
 * @param revision grows when the key was replaced, so that the mirror starts again with the new one
 */
public record MirrorSettings(AccountId account, String venue, String label, Environment environment, Optional<URI> endpoint,
        boolean acceptsTradingKey, long revision) {

    /** The factory pid. */
    public static final String PID = "org.mirrorbook.mirror";

    private static final String ACCOUNT = "account.id";
    private static final String VENUE = "venue";
    private static final String LABEL = "label";
    private static final String ENVIRONMENT = "environment";
    private static final String ENDPOINT = "endpoint";
    private static final String ACCEPTS_TRADING_KEY = "key.trading.accepted";
    private static final String REVISION = "credential.revision";

    public static MirrorSettings of(Account account, long revision) {
        return new MirrorSettings(account.id(), account.venue(), account.label(), account.environment(), account.endpoint(),
                account.acceptsTradingKey(), revision);
    }

    /** Reads them from the properties of a component. */
    static MirrorSettings of(Map<String, Object> properties) {
        var endpoint = Optional.ofNullable((String) properties.get(ENDPOINT)).map(URI::create);
        return new MirrorSettings(new AccountId((String) properties.get(ACCOUNT)), (String) properties.get(VENUE),
                (String) properties.get(LABEL), Environment.valueOf((String) properties.get(ENVIRONMENT)), endpoint,
                Boolean.TRUE.equals(properties.get(ACCEPTS_TRADING_KEY)), (Long) properties.get(REVISION));
    }

    /** As a configuration that only this run satisfies, and only with a connector of this venue. */
    public Map<String, Object> properties(String run) {
        var properties = new TreeMap<String, Object>();
        properties.put(ACCOUNT, account.value());
        properties.put(VENUE, venue);
        properties.put(LABEL, label);
        properties.put(ENVIRONMENT, environment.name());
        endpoint.ifPresent(address -> properties.put(ENDPOINT, address.toString()));
        properties.put(ACCEPTS_TRADING_KEY, acceptsTradingKey);
        properties.put(REVISION, revision);
        properties.put("connector.target", "(" + ConnectorFactory.VENUE + "=" + venue + ")");
        properties.put("run.target", "(" + MirrorRun.ID + "=" + run + ")");
        return properties;
    }

    ConnectorSettings connector(Optional<URI> at) {
        return new ConnectorSettings(account, label, environment, at, acceptsTradingKey);
    }

    /** Whether it is an account at the practice exchange inside this product. */
    boolean isEmbeddedPractice() {
        return environment == Environment.PRACTICE && endpoint.isEmpty();
    }
}
