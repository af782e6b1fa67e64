package org.mirrorbook.mirror.reconciliation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorCapabilities;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.account.PracticeHost;
import org.mirrorbook.mirror.account.Venues;
import org.mirrorbook.mirror.component.RunningConnectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to ask an account's venue: by the connector of its running mirror, so that its limits hold for both, else by one of its own for
 * the time of the question, which is never started. A question that may be answered later is asked again a few times; that of a connector
 * which does not know yet of which kind the account is always fails once (protocol notes, Bitget 1.1).
 */
final class VenueAccess {

    private static final Logger LOG = LoggerFactory.getLogger(VenueAccess.class);
    private static final List<Duration> AGAIN = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final RunningConnectors running;
    private final Venues venues;
    private final CredentialVault vault;
    private final PracticeHost practice;
    private final Later later;

    VenueAccess(RunningConnectors running, Venues venues, CredentialVault vault, PracticeHost practice, Later later) {
        this.running = running;
        this.venues = venues;
        this.vault = vault;
        this.practice = practice;
        this.later = later;
    }

    /** Whether a mirror of the account runs. */
    boolean isMirrored(Account account) {
        return running.connector(account.id()).isPresent();
    }

    /** How far back the venue's closing records reach for this account. */
    Duration lookback(Account account) {
        var all = factory(account).capabilities();
        return all.stream().filter(one -> one.accountKind().equals(account.kind())).findFirst().or(() -> all.stream().findFirst())
                .map(ConnectorCapabilities::historyLookback).orElseThrow();
    }

    /**
     * Asks. May block for some seconds where the practice exchange has to be started first.
     *
     * @return fails with what the last try failed with
     */
    <T> CompletionStage<T> ask(Account account, Function<Connector, CompletionStage<T>> question) {
        var live = running.connector(account.id());
        if (live.isPresent()) {
            return patiently(live.get(), question, 0);
        }
        var own = own(account);
        return patiently(own, question, 0).whenComplete((answer, error) -> own.stop().whenComplete((nothing, broken) -> {
            if (broken != null) {
                LOG.warn("{}: the connection of a comparison did not end in order", account.label(), broken);
            }
        }));
    }

    private <T> CompletionStage<T> patiently(Connector connector, Function<Connector, CompletionStage<T>> question, int tried) {
        return question.apply(connector).exceptionallyCompose(error -> tried < AGAIN.size() && Cause.mayPass(error)
                ? later.after(AGAIN.get(tried), () -> patiently(connector, question, tried + 1))
                : CompletableFuture.failedFuture(Cause.of(error)));
    }

    private Connector own(Account account) {
        if (account.isEmbeddedPractice()) {
            var exchange = practice.open();
            var credential = exchange.credentials().getFirst();
            return connector(account, Optional.of(exchange.endpoint()), () -> credential);
        }
        return connector(account, account.endpoint(), () -> credential(account));
    }

    private Connector connector(Account account, Optional<URI> endpoint, CredentialSource credentials) {
        var settings = new ConnectorSettings(account.id(), account.label(), account.environment(), endpoint, account.acceptsTradingKey());
        try {
            return factory(account).connector(settings, credentials, new Deaf());
        } catch (IllegalArgumentException refused) {
            throw new VenueProblem(Remedy.ASK_USER, Optional.of("SETTINGS"), refused.getMessage(), refused);
        }
    }

    private ConnectorFactory factory(Account account) {
        return venues.of(account.venue()).orElseThrow(() -> new VenueProblem(Remedy.ASK_USER, Optional.of("VENUE"),
                "This installation cannot reach " + account.venue() + "; it knows " + venues.names() + "."));
    }

    private ApiCredential credential(Account account) {
        try {
            return vault.get(account.id());
        } catch (VaultProblem problem) {
            throw new VenueProblem(Remedy.ASK_USER, Optional.of("VAULT"), problem.getMessage(), problem);
        }
    }
}
