package org.mirrorbook.mirror.component;

import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.Connector;

/** The connectors of the mirrors that run, for questions beside the mirror's own. A service inside this bundle; thread-safe. */
public interface RunningConnectors {

    /** That of an account; absent when it is not mirrored, or its mirror has none yet. Belongs to its lane, which starts and stops it. */
    Optional<Connector> connector(AccountId account);
}
