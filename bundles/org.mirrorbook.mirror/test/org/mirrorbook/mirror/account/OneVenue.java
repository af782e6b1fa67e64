package org.mirrorbook.mirror.account;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorCapabilities;
import org.mirrorbook.exchange.ConnectorCapabilities.CredentialKind;
import org.mirrorbook.exchange.ConnectorCapabilities.HistoryGranularity;
import org.mirrorbook.exchange.ConnectorCapabilities.StreamModel;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.ObservationSink;

/** An installation with one connector, that is only asked what it can do. */
final class OneVenue implements Venues, ConnectorFactory {

    @Override
    public Optional<ConnectorFactory> of(String venue) {
        return venue.equals("bitget") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public String names() {
        return "bitget";
    }

    @Override
    public List<ConnectorCapabilities> capabilities() {
        return List.of(new ConnectorCapabilities("bitget", "classic", StreamModel.FULL_PER_PUSH, true, Set.of(), IdScope.LIFE, IdScope.NONE, IdScope.LIFE,
                true, false,
                HistoryGranularity.LIFE, Duration.ofDays(90), Duration.ofDays(90), false, CredentialKind.KEY_SECRET_PASSPHRASE,
                EnumSet.allOf(Environment.class)));
    }

    @Override
    public Connector connector(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink) {
        throw new AssertionError("accounts connect nothing");
    }

    @Override
    public KeyTrial tryKey(ConnectorSettings settings, ApiCredential credential) {
        throw new AssertionError("no story here tries a key");
    }
}
