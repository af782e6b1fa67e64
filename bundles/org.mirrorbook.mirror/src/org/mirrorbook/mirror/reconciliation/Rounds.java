package org.mirrorbook.mirror.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.ReconciliationRun.StartedBy;
import org.mirrorbook.mirror.MirrorDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares by itself: some time after each alignment, and then every few minutes for as long as the account is live. A few accounts at a
 * time, since a thousand may come up together. Never puts anything right that its mirror would not put right by itself.
 *
 * <p>On the comparisons' thread only, but for {@link #aligned}.
 */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    /** By then the lane has read history for the last time after an alignment ({@code Patience.late}), and has committed it. */
    static final Duration FIRST = Duration.ofSeconds(25);
    static final Duration EVERY = Duration.ofMinutes(5);
    /** How many accounts are compared at the same time. */
    static final int TOGETHER = 4;
    /** Up to so many lives (five pages of the venue's) the whole history is read each time; of more, only the last day. */
    static final int FEW = 500;
    static final Duration RECENT = Duration.ofDays(1);

    private final BooksReconciliation books;
    private final Accounts accounts;
    private final MirrorDirectory mirrors;
    private final Announcement announcement;
    private final Later later;
    private final Clock clock;
    private final Map<AccountId, Integer> alignments = new HashMap<>();
    private final Map<AccountId, Integer> lives = new HashMap<>();
    private final Set<AccountId> connected = new HashSet<>();
    private final Queue<AccountId> waiting = new ArrayDeque<>();
    private int underWay;

    Rounds(BooksReconciliation books, Accounts accounts, MirrorDirectory mirrors, Announcement announcement, Later later, Clock clock) {
        this.books = books;
        this.accounts = accounts;
        this.mirrors = mirrors;
        this.announcement = announcement;
        this.later = later;
        this.clock = clock;
    }

    /** Every scope of the account is aligned; of several alignments in a row only the last counts. From any thread, returns at once. */
    void aligned(AccountId account) {
        soon(() -> {
            int alignment = alignments.merge(account, 1, Integer::sum);
            // the whole history once more after each alignment
            lives.remove(account);
            connected.add(account);
            dueAfter(FIRST, account, alignment);
        }, Duration.ZERO);
    }

    private void dueAfter(Duration delay, AccountId account, int alignment) {
        soon(() -> {
            if (alignments.getOrDefault(account, 0) != alignment) {
                return;
            }
            if (isLive(account)) {
                if (!waiting.contains(account)) {
                    waiting.add(account);
                }
                next();
                dueAfter(EVERY, account, alignment);
            } else {
                // the next alignment begins anew
                alignments.remove(account, alignment);
            }
        }, delay);
    }

    private void next() {
        while (underWay < TOGETHER && !waiting.isEmpty()) {
            underWay++;
            var account = waiting.remove();
            compare(account).whenComplete((done, error) -> soon(() -> {
                underWay--;
                if (error != null) {
                    // the link's own state says what is wrong with the venue; the next round comes in any case
                    LOG.warn("{}: not compared with the exchange: {}", account, Cause.of(error).getMessage());
                }
                next();
            }, Duration.ZERO));
        }
    }

    private CompletionStage<Void> compare(AccountId id) {
        var account = existing(id);
        if (account.isEmpty() || !isLive(id)) {
            return CompletableFuture.completedStage(null);
        }
        boolean isDeep = lives.getOrDefault(id, 0) <= FEW;
        return books.compare(id, isDeep ? Optional.empty() : Optional.of(clock.instant().minus(RECENT)),
                connected.remove(id) ? StartedBy.CONNECTING : StartedBy.ROUND)
                .thenCompose(found -> later.now(() -> told(account.get(), found, isDeep)));
    }

    private CompletionStage<Void> told(Account account, Comparison found, boolean isDeep) {
        if (isDeep) {
            lives.put(account.id(), found.compared());
        }
        announcement.of(account, found);
        return CompletableFuture.completedStage(null);
    }

    private Optional<Account> existing(AccountId id) {
        return accounts.all().stream().filter(row -> row.id().equals(id) && !row.removed()).findFirst();
    }

    private boolean isLive(AccountId account) {
        return Optional.ofNullable(mirrors.links().get(account)).filter(link -> link.state() == LinkState.LIVE).isPresent();
    }

    private void soon(Runnable work, Duration delay) {
        var put = delay.isZero() ? later.now(() -> done(work)) : later.after(delay, () -> done(work));
        put.whenComplete((done, error) -> {
            if (error instanceof RejectedExecutionException) {
                LOG.debug("the home is closing, and comparisons with it");
            } else if (error != null) {
                LOG.error("comparisons by themselves are interrupted until the next alignment", error);
            }
        });
    }

    private static CompletionStage<Void> done(Runnable work) {
        work.run();
        return CompletableFuture.completedStage(null);
    }
}
