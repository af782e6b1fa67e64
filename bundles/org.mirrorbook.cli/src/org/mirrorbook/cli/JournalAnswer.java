package org.mirrorbook.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.AccountProblem;

/**
 * What the journal says of the accounts, or why it cannot be asked: then the accounts are those that were known last.
 *
 * @param open how many positions are open, by account; nothing of any where the journal cannot be asked
 * @param problem a sentence; absent when all is well
 */
record JournalAnswer(List<Account> accounts, Optional<Map<AccountId, Long>> open, Optional<String> problem) {

    /**
     * Asks it.
     *
     * @param patience how long it may take
     * @throws CommandProblem when it cannot be asked, and no account is known either
     */
    static JournalAnswer of(OpenHome home, Duration patience) {
        var coming = new CompletableFuture<JournalAnswer>();
        // a thread that hangs in a database is left alone: an interrupt would close the database under everybody
        Thread.ofPlatform().daemon().name("status").start(() -> ask(home, coming));
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return known(home, "The journal has not answered for " + patience.toSeconds() + " seconds.");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof JournalProblem || failed.getCause() instanceof AccountProblem) {
                return known(home, failed.getCause().getMessage());
            }
            throw new IllegalStateException("asking the journal", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandProblem.failed("Interrupted while the journal was asked.");
        }
    }

    private static void ask(OpenHome home, CompletableFuture<JournalAnswer> coming) {
        try {
            coming.complete(new JournalAnswer(home.accountService().accounts(), Optional.of(openPositions(home)), Optional.empty()));
        } catch (RuntimeException | Error problem) {
            coming.completeExceptionally(problem);
        }
    }

    private static Map<AccountId, Long> openPositions(OpenHome home) {
        var query = new TradeQuery(Optional.empty(), Optional.of(TradeStatus.OPEN), false, OptionalInt.empty());
        return home.journal().trades(query).stream().map(Trade::slot).collect(Collectors.groupingBy(slot -> slot.scope().account(),
                Collectors.counting()));
    }

    private static JournalAnswer known(OpenHome home, String problem) {
        var accounts = home.accountService().known();
        if (accounts.isEmpty()) {
            throw CommandProblem.failed(problem);
        }
        return new JournalAnswer(accounts, Optional.empty(), Optional.of(problem));
    }
}
