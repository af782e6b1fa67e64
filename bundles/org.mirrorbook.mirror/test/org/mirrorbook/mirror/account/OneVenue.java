package org.mirrorbook.mirror.account;

import java.time.Duration;
import java.util.ArrayList;
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
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;

/** An installation with one connector, that tries keys as a story wants it and connects nothing. */
final class OneVenue implements Venues, ConnectorFactory {

    /** The settings with which keys were tried, in order. */
    final List<ConnectorSettings> tried = new ArrayList<>();
    KeyRights rights = new KeyRights(Right.YES, Right.NO, Right.NO, Right.NO, Optional.of(Set.of("203.0.113.7")), Optional.empty());
    /** What the connector itself says of the rights; no step of its own where absent. */
    Optional<String> ownWords = Optional.empty();
    Optional<VenueProblem> failure = Optional.empty();

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
        return List.of(new ConnectorCapabilities("bitget", "classic", StreamModel.FULL_PER_PUSH, true, Set.of(), IdScope.LIFE,
                IdScope.NONE, IdScope.LIFE, true, false,
                HistoryGranularity.LIFE, Duration.ofDays(90), Duration.ofDays(90), false, CredentialKind.KEY_SECRET_PASSPHRASE,
                EnumSet.allOf(Environment.class)));
    }

    @Override
    public Connector connector(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink) {
        throw new AssertionError("accounts connect nothing");
    }

    @Override
    public KeyTrial tryKey(ConnectorSettings settings, ApiCredential credential) {
        tried.add(settings);
        var steps = new ArrayList<KeyTrial.Step>();
        steps.add(new KeyTrial.Step("Sign in", failure.map(Throwable::getMessage).orElse("accepted"), Duration.ofMillis(12), failure));
        if (failure.isPresent()) {
            return new KeyTrial(Optional.empty(), Optional.empty(), steps);
        }
        ownWords.ifPresent(words -> steps.add(new KeyTrial.Step(KeyTrial.RIGHTS, words, Duration.ofMillis(34),
                Optional.empty())));
        steps.add(new KeyTrial.Step("Read the open positions", "none", Duration.ofMillis(56), Optional.empty()));
        return new KeyTrial(Optional.of("classic"), Optional.empty(), rights, Optional.of(Duration.ofMillis(-7)), steps);
    }
}
