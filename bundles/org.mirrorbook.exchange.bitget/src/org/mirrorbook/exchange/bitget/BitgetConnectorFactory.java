package org.mirrorbook.exchange.bitget;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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
import org.mirrorbook.exchange.bitget.rest.History;
import org.mirrorbook.exchange.bitget.rest.KeyTrials;
import org.mirrorbook.exchange.bitget.rest.Kind;
import org.mirrorbook.exchange.bitget.rest.KindProbe;
import org.mirrorbook.exchange.bitget.rest.RestNews;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.unified.HoldMode;
import org.mirrorbook.exchange.bitget.unified.UnifiedHistory;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.link.Network;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bitget, for classic and unified accounts: live, demo, and the practice exchange, which speaks the same. */
@Component(property = ConnectorFactory.VENUE + "=" + Products.VENUE)
public final class BitgetConnectorFactory implements ConnectorFactory {

    private static final Set<Environment> ENVIRONMENTS = Set.of(Environment.LIVE, Environment.DEMO, Environment.PRACTICE);
    private static final Duration LOOKBACK = Duration.ofDays(90);

    private final Venue venue;

    @Activate
    public BitgetConnectorFactory(@Reference Network network, @Reference Clock clock) {
        venue = Venue.of(network, clock);
    }

    /** Protocol notes, Bitget 3, 4, 6.3 and 7, and exchanges 5. */
    @Override
    public List<ConnectorCapabilities> capabilities() {
        var classic = new ConnectorCapabilities(Products.VENUE, Kind.CLASSIC.word(), StreamModel.FULL_PER_PUSH, true,
                Set.of(CloseSignal.ABSENCE, CloseSignal.SIZE_ZERO, CloseSignal.EVENT), IdScope.LIFE, IdScope.NONE, IdScope.LIFE, true,
                false, HistoryGranularity.LIFE, LOOKBACK, LOOKBACK, false, CredentialKind.KEY_SECRET_PASSPHRASE, ENVIRONMENTS);
        var unified = new ConnectorCapabilities(Products.VENUE, Kind.UNIFIED.word(), StreamModel.SNAPSHOT_THEN_DELTA, true,
                Set.of(CloseSignal.SIZE_ZERO, CloseSignal.STATUS), IdScope.NONE, IdScope.NONE, IdScope.LIFE, false, false,
                HistoryGranularity.LIFE, LOOKBACK, Duration.ofDays(30), false, CredentialKind.KEY_SECRET_PASSPHRASE, ENVIRONMENTS);
        return List.of(classic, unified);
    }

    @Override
    public Connector connector(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink) {
        return new BitgetConnector(settings, credentials, sink, venue);
    }

    @Override
    public KeyTrial tryKey(ConnectorSettings settings, ApiCredential credential) {
        return tryKey(settings, credential, step -> {
        });
    }

    @Override
    public KeyTrial tryKey(ConnectorSettings settings, ApiCredential credential, Consumer<KeyTrial.Step> told) {
        var venueClock = new VenueClock(venue.clock());
        var mode = new HoldMode();
        var rest = new RestDesk(settings, () -> credential, venue, venueClock).asking(3, RestNews.ignored());
        var questions = Map.of(Kind.CLASSIC, new History(rest),
                Kind.UNIFIED, new UnifiedHistory(rest, venueClock, mode));
        return new KeyTrials(rest, new KindProbe(rest, mode::note), questions, venueClock,
                Products.of(settings.account(), settings.environment()), settings.tradingKeyAccepted(), venue.clock()).run(told);
    }
}
