package org.mirrorbook.exchange.bitget;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.rest.Kind;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.Dialect;
import org.mirrorbook.exchange.link.LinkMessage;
import org.mirrorbook.exchange.link.LinkTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks for an account of either kind. Which one it is is looked at again before each sign-in: the user may have changed it, and the other
 * kind's socket would then tell of positions that are none (protocol notes, Bitget 1.1). The sink hears what was found out at each sign-in,
 * so before anything of that connection. One connection speaks one dialect, from its address to its last message.
 */
final class AccountDialect implements Dialect {

    private static final Logger LOG = LoggerFactory.getLogger(AccountDialect.class);

    private final Map<Kind, AccountKind> kinds;
    private final Entrance entrance;
    private final VenueClock venueClock;
    private final ObservationSink sink;
    private final Clock clock;
    private final Runnable denied;
    private final Runnable changed;
    private volatile AccountKind known;
    private volatile AccountKind spoken;
    private volatile KeyRights rights = KeyRights.unknown();
    private volatile boolean doubted;

    /**
     * @param denied has somebody {@linkplain #look() look} at the kind; returns at once
     * @param changed has the link begin anew, since the kind is another
     */
    AccountDialect(Map<Kind, AccountKind> kinds, Entrance entrance, VenueClock venueClock, ObservationSink sink, Clock clock,
            Runnable denied, Runnable changed) {
        this.kinds = Map.copyOf(kinds);
        this.entrance = entrance;
        this.venueClock = venueClock;
        this.sink = sink;
        this.clock = clock;
        this.denied = denied;
        this.changed = changed;
        this.known = kinds.get(Kind.CLASSIC);
        this.spoken = known;
    }

    /** What the account is, as far as it is known; classic before it was ever asked. */
    AccountKind known() {
        return known;
    }

    /** Speaks accordingly from the next connection on. */
    void become(Admission admission) {
        known = kinds.get(admission.kind());
        rights = admission.rights();
    }

    /**
     * Looks which kind the account is now; if another, the key has to pass the gate again, and what it is now is spoken from the next
     * connection on. Blocks.
     *
     * @return whether it is another
     * @throws VenueProblem when that was not to be found out, or the key is refused
     */
    boolean look() {
        return becomes(detected());
    }

    private Kind detected() {
        return entrance.probe().detect();
    }

    /** From now on nothing is signed in before the kind was found anew. */
    void doubt() {
        doubted = true;
    }

    private boolean becomes(Kind found) {
        boolean other = found != known.kind();
        if (other) {
            become(entrance.admit(found));
        }
        // not before: a kind that was found and not let in leaves the denied one as it was
        doubted = false;
        return other;
    }

    @Override
    public URI address() {
        spoken = known;
        return spoken.dialect().address();
    }

    @Override
    public String signIn(boolean compareClocks) {
        var speaking = spoken;
        if (compareClocks) {
            advised(() -> {
                entrance.rest().compareClocks();
                return true;
            });
        }
        // the socket of a kind that was denied is not to be believed, however well it is
        var found = doubted ? Optional.of(detected()) : advised(this::detected);
        if (found.filter(this::becomes).isPresent()) {
            changed.run();
        }
        if (known != speaking) {
            throw new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("ACCOUNT_KIND"), "This account is a " + known.kind().word()
                    + " one now; it is read as such from here on.");
        }
        sink.accept(new AccountFacts(Optional.of(speaking.kind().word()), rights, venueClock.compared(), clock.instant()));
        return speaking.dialect().signIn(compareClocks);
    }

    /** When REST is out of order, the socket may still be well; what the user has to mend, the socket would say less well. */
    private static <T> Optional<T> advised(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (VenueProblem problem) {
            // an interrupt means that nobody wants to sign in any more
            if (problem.remedy() == VenueProblem.Remedy.ASK_USER || Thread.currentThread().isInterrupted()) {
                throw problem;
            }
            LOG.warn("Signing in without advice: {}", problem.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<String> subscribe(Set<String> topics) {
        return spoken.dialect().subscribe(own(topics));
    }

    @Override
    public List<String> unsubscribe(Set<String> topics) {
        return spoken.dialect().unsubscribe(own(topics));
    }

    /** Topics of the other kind may be wanted for the moment in which the kind changes; here they mean nothing. */
    private Set<String> own(Set<String> topics) {
        return topics.stream().filter(spoken.topics()::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String ping() {
        return spoken.dialect().ping();
    }

    /** A refusal for the account's kind is none of the key: the link goes on with the other kind. */
    @Override
    public LinkMessage read(String text, long connection, Instant receivedAt) {
        var message = spoken.dialect().read(text, connection, receivedAt);
        if (message instanceof LinkMessage.Failed failed && failed.trouble().code().filter(VenueErrors::otherKind).isPresent()) {
            denied.run();
            return new LinkMessage.Failed(new LinkTrouble(LinkTrouble.Kind.RETRY, failed.trouble().code(), failed.trouble().sentence()));
        }
        return message;
    }
}
