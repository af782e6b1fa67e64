package org.mirrorbook.exchange.bitget;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorCapabilities;
import org.mirrorbook.exchange.ConnectorCapabilities.CloseSignal;
import org.mirrorbook.exchange.ConnectorCapabilities.CredentialKind;
import org.mirrorbook.exchange.ConnectorCapabilities.HistoryGranularity;
import org.mirrorbook.exchange.ConnectorCapabilities.StreamModel;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.Hosts;
import org.mirrorbook.exchange.bitget.rest.KeyTrials;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.Network;
import org.mirrorbook.exchange.link.RestClient;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bitget, for classic futures accounts: live, demo, and the practice exchange, which speaks the same. */
@Component(property = ConnectorFactory.VENUE + "=" + Products.VENUE)
public final class BitgetConnectorFactory implements ConnectorFactory {

    private final Network network;
    private final Clock clock;

    @Activate
    public BitgetConnectorFactory(@Reference Network network, @Reference Clock clock) {
        this.network = network;
        this.clock = clock;
    }

    /** Protocol notes, Bitget 3, 4 and 6.3. */
    @Override
    public List<ConnectorCapabilities> capabilities() {
        return List.of(new ConnectorCapabilities(Products.VENUE, "classic", StreamModel.FULL_PER_PUSH, true, Set.of(CloseSignal.ABSENCE, CloseSignal.EVENT),
                IdScope.LIFE, IdScope.NONE, IdScope.LIFE, true, false, HistoryGranularity.LIFE, Duration.ofDays(90), Duration.ofDays(90),
                false, CredentialKind.KEY_SECRET_PASSPHRASE, Set.of(Environment.LIVE, Environment.DEMO, Environment.PRACTICE)));
    }

    @Override
    public Connector connector(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink) {
        return new BitgetConnector(settings, credentials, sink, network, clock);
    }

    @Override
    public KeyTrial tryKey(ConnectorSettings settings, ApiCredential credential) {
        var venueClock = new VenueClock(clock);
        var rest = new BitgetRest(Hosts.of(settings), new RestClient(network, 3, Duration.ofMillis(500)), () -> credential, venueClock,
                new VenueErrors(settings.environment()));
        return new KeyTrials(rest, venueClock, Products.of(settings.account(), settings.environment()), clock).run();
    }
}
