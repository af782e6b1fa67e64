package org.mirrorbook.mirror.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.reconciliation.BooksComparison;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.VenueBooks;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;

/**
 * One look into both books: the venue's first, then the journal, so that what the journal learns meanwhile is in it. Still the two are not
 * of one moment; a difference counts when it is there twice.
 */
final class Reading {

    /** A close that is not confirmed yet has another time in the journal than its record has, so both are read from before the edge. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final VenueAccess venues;
    private final JournalStore store;
    private final JournalReader journal;
    private final Later later;
    private final Clock clock;

    Reading(VenueAccess venues, JournalStore store, JournalReader journal, Later later, Clock clock) {
        this.venues = venues;
        this.store = store;
        this.journal = journal;
        this.later = later;
        this.clock = clock;
    }

    /** How far an account can be compared. Blocking. */
    Reach reach(Account account, Optional<Instant> wanted) {
        var now = clock.instant();
        return Reach.of(wanted, store.mirroredSince(account.id(), now), now, venues.lookback(account));
    }

    /** The venue's side of a look. */
    CompletionStage<Told> ask(Account account, Reach reach) {
        return venues.ask(account, connector -> {
            var asked = clock.instant();
            return VenueAnswers.ask(connector, reach.since().minus(MARGIN)).thenApply(books -> new Told(books,
                    // close times are the venue's, and so is the end
                    asked.plus(connector.health().clockOffset().orElse(Duration.ZERO))));
        });
    }

    /** What the venue said beside the journal as it is now. */
    CompletionStage<Comparison> beside(Told told, Account account, Reach reach) {
        return later.now(() -> CompletableFuture.completedStage(BooksComparison.of(account.id(), reach.since(), told.until(),
                journal.lives(account.id(), reach.since().minus(MARGIN)), told.books())));
    }

    record Told(Map<Scope, VenueBooks> books, Instant until) {
    }
}
