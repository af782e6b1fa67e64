package org.mirrorbook.mirror.account;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.NewAccount;

/**
 * Tries keys at their venues, and lets none in that the gate refuses. What a tried key may do is remembered for this run, by the hash that
 * recognises the key, so that keeping it needs no second trial and cannot go around the first one. Talks to the venue; holds nobody else
 * up by that. Thread-safe.
 */
final class Admission {

    /** Stands for an account that is not there yet. */
    static final AccountId TRIAL = new AccountId("trial");
    /** So many tried keys are remembered; the oldest is tried again when it is wanted after all. */
    private static final int REMEMBERED = 64;

    private final Venues venues;
    private final PracticeHost practice;
    private final KeyVerdict verdict = new KeyVerdict();
    private final Map<String, KeyRights> tried = new LinkedHashMap<>();

    Admission(Venues venues, PracticeHost practice) {
        this.venues = venues;
        this.practice = practice;
    }

    /** The connector of the wanted account, or why there is none. */
    ConnectorFactory connectors(NewAccount wanted) {
        var connectors = venues.of(wanted.venue()).orElseThrow(() -> new AccountProblem(
                "There is no connector for the exchange \"" + wanted.venue() + "\" in this installation; there is: "
                        + venues.names() + "."));
        if (connectors.capabilities().stream().noneMatch(kind -> kind.environments().contains(wanted.environment()))) {
            var environment = wanted.environment().name().toLowerCase(Locale.ROOT);
            throw new AccountProblem("The exchange " + wanted.venue() + " has no environment " + environment + ".");
        }
        return connectors;
    }

    /**
     * Tries a key that is wanted, or one that is kept.
     *
     * @param told of each step as soon as it ended
     */
    KeyTrial tried(AccountId account, NewAccount wanted, Optional<ApiCredential> credential, Consumer<KeyTrial.Step> told) {
        var connectors = connectors(wanted);
        return Sorted.get(() -> {
            if (wanted.isEmbeddedPractice()) {
                var exchange = practice.open();
                var trial = connectors.tryKey(settings(account, wanted, Optional.of(exchange.endpoint())), exchange.credentials().get(0),
                        told);
                return verdict.completed(trial, wanted.acceptsTradingKey());
            }
            var endpoint = Wishes.endpoint(wanted.endpoint());
            var key = needed(credential);
            var trial = connectors.tryKey(settings(account, wanted, endpoint), key, told);
            remember(KeyMark.of(wanted.venue(), wanted.environment(), endpoint, Optional.of(key)), trial.rights());
            return verdict.completed(trial, wanted.acceptsTradingKey());
        });
    }

    /**
     * Fails when the gate refuses the key.
     *
     * @param mayTry whether a key that was not tried in this run is tried now
     */
    void admit(NewAccount wanted, ApiCredential key, String mark, boolean mayTry) {
        if (mayTry && remembered(mark).isEmpty()) {
            tried(TRIAL, wanted, Optional.of(key), step -> {
            });
        }
        remembered(mark).flatMap(rights -> verdict.refusal(rights, wanted.acceptsTradingKey())).ifPresent(refusal -> {
            throw new AccountProblem(refusal.getMessage(), refusal);
        });
    }

    static ApiCredential needed(Optional<ApiCredential> credential) {
        return Wishes.credential(credential.orElseThrow(() -> new AccountProblem("This account needs a key.")));
    }

    private static ConnectorSettings settings(AccountId account, NewAccount wanted, Optional<URI> endpoint) {
        return new ConnectorSettings(account, wanted.label(), wanted.environment(), endpoint, wanted.acceptsTradingKey());
    }

    private synchronized Optional<KeyRights> remembered(String mark) {
        return Optional.ofNullable(tried.get(mark));
    }

    /** A trial that did not come to the rights says nothing against what an earlier one found out. */
    private synchronized void remember(String mark, KeyRights rights) {
        var before = tried.remove(mark);
        tried.put(mark, before != null && rights.equals(KeyRights.unknown()) ? before : rights);
        if (tried.size() > REMEMBERED) {
            tried.remove(tried.keySet().iterator().next());
        }
    }
}
