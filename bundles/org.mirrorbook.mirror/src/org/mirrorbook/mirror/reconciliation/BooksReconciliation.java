package org.mirrorbook.mirror.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.ReconciliationRun.StartedBy;
import org.mirrorbook.journal.ReconciliationRun.Step;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.Reconciliation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares until what differs stands still: two books that are read one after the other differ wherever something happened in between. A
 * difference counts when it is there again a moment later, and, while that goes on changing, once more.
 */
final class BooksReconciliation implements Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(BooksReconciliation.class);
    /** As long as a venue takes to list a close, mostly (protocol notes, Bitget 6.3), and a lane to commit what it heard. */
    static final Duration MOMENT = Duration.ofSeconds(3);

    private final Accounts accounts;
    private final VenueAccess venues;
    private final Reading reading;
    private final Remedies remedies;
    private final MirrorDirectory mirrors;
    private final Later later;
    private final Remembering memory;
    private final Map<AccountId, Comparison> last = new ConcurrentHashMap<>();

    BooksReconciliation(Accounts accounts, VenueAccess venues, Reading reading, Remedies remedies, MirrorDirectory mirrors, Later later,
            Remembering memory) {
        this.accounts = accounts;
        this.venues = venues;
        this.reading = reading;
        this.remedies = remedies;
        this.mirrors = mirrors;
        this.later = later;
        this.memory = memory;
    }

    @Override
    public Optional<Comparison> last(AccountId account) {
        return Optional.ofNullable(last.get(account));
    }

    @Override
    public CompletionStage<Comparison> compare(AccountId account, Optional<Instant> since) {
        return compare(account, since, StartedBy.HAND);
    }

    CompletionStage<Comparison> compare(AccountId account, Optional<Instant> since, StartedBy startedBy) {
        return later.now(() -> {
            var row = existing(account);
            var reach = reading.reach(row, since);
            return memory.of(row, startedBy, () -> compare(row, startedBy == StartedBy.HAND ? reach : reach.sinceMirrored()));
        });
    }

    @Override
    public CompletionStage<Comparison> correct(AccountId account, List<Difference> differences) {
        return changed(account, differences, Step.Kind.CORRECTED, Remedies::correct);
    }

    @Override
    public CompletionStage<Comparison> takeBack(AccountId account, List<Difference> corrected) {
        return changed(account, corrected.stream().filter(Difference::isReversible).toList(), Step.Kind.TAKEN_BACK, Remedies::takeBack);
    }

    /** What the user orders about some differences. */
    @FunctionalInterface
    private interface Order {
        CompletionStage<Void> give(Remedies remedies, Account account, List<Difference> differences, Instant mirroredSince);
    }

    private CompletionStage<Comparison> changed(AccountId account, List<Difference> differences, Step.Kind kind, Order order) {
        return later.now(() -> {
            var row = existing(account);
            // as far back as it was compared, so that what was put right is seen
            var closes = differences.stream().flatMap(difference -> difference.closedAt().stream());
            var reach = reading.reach(row, Stream.concat(last(account).map(Comparison::since).stream(), closes).min(Instant::compareTo));
            return order.give(remedies, row, differences, reach.mirroredSince()).thenCompose(done -> memory.did(row, kind, differences))
                    .thenCompose(done -> memory.of(row, StartedBy.CORRECTION, () -> afterwards(row, differences, reach)));
        });
    }

    private CompletionStage<Comparison> afterwards(Account account, List<Difference> differences, Reach reach) {
        if (differences.stream().noneMatch(Remedies::needsAlignment) || !venues.isMirrored(account)) {
            return compare(account, reach);
        }
        mirrors.syncNow(account.id());
        return later.after(MOMENT, () -> compare(account, reach));
    }

    private CompletionStage<Comparison> compare(Account account, Reach reach) {
        return look(account, reach).thenCompose(first -> first.equal() ? CompletableFuture.completedStage(first)
                : again(account, reach, first)).thenApply(this::keep);
    }

    /**
     * One look into both books. What a mirror would find by itself the lane is told at once, and the journal is read again beside the same
     * answers: a difference that went away with that is none, but it is counted.
     */
    private CompletionStage<Comparison> look(Account account, Reach reach) {
        return reading.ask(account, reach).thenCompose(told -> reading.beside(told, account, reach)
                .thenCompose(found -> remedies.heal(account, found.differences(), reach.mirroredSince())
                        .thenCompose(healed -> healed.isEmpty() ? CompletableFuture.completedStage(found)
                                : reading.beside(told, account, reach).thenApply(now -> counted(healed, now)))));
    }

    private static Comparison counted(List<Difference> healed, Comparison now) {
        var still = now.differences().stream().flatMap(difference -> difference.record().stream()).collect(Collectors.toSet());
        var gone = healed.stream().filter(difference -> difference.record().filter(still::contains).isEmpty()).toList();
        return now.after(gone);
    }

    private CompletionStage<Comparison> again(Account account, Reach reach, Comparison first) {
        return later.after(MOMENT, () -> look(account, reach)).thenApply(second -> second.after(first)).thenCompose(second -> {
            boolean standsStill = Sighting.all(second.differences()).equals(Sighting.all(first.differences()));
            return second.equal() || standsStill ? CompletableFuture.completedStage(second)
                    : later.after(MOMENT, () -> look(account, reach)).thenApply(third -> lasting(second, third.after(second)));
        });
    }

    private static Comparison lasting(Comparison before, Comparison now) {
        var seen = Sighting.all(before.differences());
        return now.with(now.differences().stream()
                .filter(difference -> seen.stream().anyMatch(Sighting.of(difference)::isAgain)).toList());
    }

    private Comparison keep(Comparison comparison) {
        last.put(comparison.account(), comparison);
        LOG.debug("{}: {} lives since {}, {} differ, {} were entered, {} completed", comparison.account(), comparison.compared(),
                comparison.since(), comparison.differences().size(), comparison.entered(), comparison.completed());
        return comparison;
    }

    private Account existing(AccountId account) {
        return accounts.all().stream().filter(row -> row.id().equals(account) && !row.removed()).findFirst()
                .orElseThrow(() -> new AccountProblem("This account is not here any more."));
    }
}
