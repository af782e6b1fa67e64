package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.AccountConverted;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the connector found out about the account itself, and what follows from it: its kind, which the account row keeps; the warnings
 * about its key; the venue's clock, by which it begins. On the lane's thread only.
 *
 * <p>An account that turns out to be of another kind than the row says was converted by the venue. That is folded before anything of the
 * new kind, and the row is written only once every scope is aligned, with the first snapshots of the new kind committed: a process that
 * dies anywhere before finds the former kind in the row at its next start, and folds the conversion again on the book as it was committed.
 * Twice therefore only where the process died between that commit and the row, when there is nothing left to carry over, and where the
 * connection of the former kind still showed something after it, which is to be carried over as well.
 */
final class Acquaintance {

    private static final Logger LOG = LoggerFactory.getLogger(Acquaintance.class);
    /** What a clock that is set well may be off, the way to the venue included. */
    private static final Duration UNEVEN = Duration.ofSeconds(1);

    private final LaneAccount account;
    private final AccountKinds kinds;
    private final Bookkeeper bookkeeper;
    private final Consumer<Observation> conclude;
    private final Clock clock;
    private final KeyGate gate = new KeyGate();
    private Optional<Becoming> becoming = Optional.empty();
    private List<String> warned = List.of();

    /** A conversion that was folded, with what the venue had shown by then; the row does not know of it yet. */
    private record Becoming(String kind, Map<Scope, SnapshotSeen> shown) {
    }

    /** @param conclude folds and commits */
    Acquaintance(LaneAccount account, AccountKinds kinds, Bookkeeper bookkeeper, Consumer<Observation> conclude, Clock clock) {
        this.account = account;
        this.kinds = kinds;
        this.bookkeeper = bookkeeper;
        this.conclude = conclude;
        this.clock = clock;
    }

    /** The book was read again, as of its last commit. */
    void reopened() {
        becoming = Optional.empty();
    }

    /** Only while a book is current; before anything of the connection that the facts are about. */
    void told(AccountFacts facts) {
        warn(facts.rights());
        facts.clockOffset().filter(offset -> offset.abs().compareTo(UNEVEN) > 0).ifPresent(bookkeeper::beginByVenue);
        facts.kind().filter(kind -> !kind.isEmpty()).ifPresent(this::isOf);
    }

    /** Every scope is aligned and committed. */
    void aligned() {
        becoming.ifPresent(one -> kinds.become(account.id(), one.kind()));
        becoming = Optional.empty();
    }

    private void isOf(String kind) {
        var known = kinds.kind(account.id());
        if (known.isEmpty()) {
            kinds.become(account.id(), kind);
        } else if (!known.equals(kind) && !becoming.equals(Optional.of(new Becoming(kind, bookkeeper.book().newest())))) {
            LOG.info("{}: the account was {} and is {} now; its open positions go on", account.label(), known, kind);
            conclude.accept(new AccountConverted(account.id(), clock.instant()));
            becoming = Optional.of(new Becoming(kind, bookkeeper.book().newest()));
        }
    }

    private void warn(KeyRights rights) {
        var warnings = gate.judge(rights, account.acceptsTradingKey()).warnings();
        if (!warnings.equals(warned)) {
            warned = warnings;
            warnings.forEach(warning -> LOG.warn("{}: {}", account.label(), warning));
        }
    }
}
