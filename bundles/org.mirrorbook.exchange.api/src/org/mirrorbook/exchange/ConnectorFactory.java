package org.mirrorbook.exchange;

import java.util.List;
import java.util.function.Consumer;

/** A venue. An OSGi service with the property {@value #VENUE}; thread-safe. */
public interface ConnectorFactory {

    /** Service property: the venue in lower case, such as {@code bitget}. */
    String VENUE = "venue";

    /** What the venue can tell, for each kind of account that it has; never empty. */
    List<ConnectorCapabilities> capabilities();

    /**
     * A connector for one account, not yet started. Returns at once and touches neither network nor vault.
     *
     * @throws IllegalArgumentException when the settings cannot be served, with a sentence for the user
     */
    Connector connector(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink);

    /**
     * Tries a key: reaches the venue, compares clocks, signs in, asks what the key may do, reads the open positions. Blocking, some seconds
     * at most; for a job or a command.
     *
     * @return the steps in order; the first that failed is the last
     */
    KeyTrial tryKey(ConnectorSettings settings, ApiCredential credential);

    /**
     * The same, telling each step as soon as it ended.
     *
     * @param told is called on the thread of the trial, and must return at once
     */
    default KeyTrial tryKey(ConnectorSettings settings, ApiCredential credential, Consumer<KeyTrial.Step> told) {
        var trial = tryKey(settings, credential);
        trial.steps().forEach(told);
        return trial;
    }
}
