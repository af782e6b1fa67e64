package org.mirrorbook.mirror.lane;

import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ObservationSink;

/** Makes the connector of a lane, on the lane's thread. */
@FunctionalInterface
public interface ConnectorOpening {

    /**
     * A connector that is not yet started. May block for some seconds where an exchange has to be started first.
     *
     * @throws org.mirrorbook.exchange.VenueProblem when there is nothing to connect to
     * @throws IllegalArgumentException when the account's settings cannot be served, with a sentence for the user
     */
    Connector connector(ObservationSink sink);
}
