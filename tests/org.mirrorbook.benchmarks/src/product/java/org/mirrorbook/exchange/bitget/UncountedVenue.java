package org.mirrorbook.exchange.bitget;

import java.time.Clock;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.link.ConnectBudget;
import org.mirrorbook.exchange.link.Network;
import org.mirrorbook.exchange.link.RestLimits;

/**
 * The product's connectors of a venue that counts neither connections nor questions, so that a thousand accounts are there within a minute.
 * The real one would let one address begin no more than 300 connections in five minutes.
 */
public final class UncountedVenue {

    private final Venue venue;

    public UncountedVenue(Network network, Clock clock) {
        venue = new Venue(network, clock, ConnectBudget.unlimited(), RestLimits.unlimited());
    }

    /** A connector as the product's factory makes it. */
    public Connector connector(ConnectorSettings settings, ApiCredential credential, ObservationSink sink) {
        return new BitgetConnector(settings, () -> credential, sink, venue);
    }
}
