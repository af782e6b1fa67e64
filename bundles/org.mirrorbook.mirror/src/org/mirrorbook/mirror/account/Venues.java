package org.mirrorbook.mirror.account;

import java.util.Optional;

import org.mirrorbook.exchange.ConnectorFactory;

/** The connectors of this installation. A service inside this bundle; thread-safe. */
public interface Venues {

    Optional<ConnectorFactory> of(String venue);

    /** Their names, for a sentence. */
    String names();
}
