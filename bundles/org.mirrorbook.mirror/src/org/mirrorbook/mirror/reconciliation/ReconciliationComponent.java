package org.mirrorbook.mirror.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.mirror.TradeDesk;
import org.mirrorbook.mirror.account.PracticeHost;
import org.mirrorbook.mirror.account.Venues;
import org.mirrorbook.mirror.component.RunningConnectors;
import org.mirrorbook.mirror.lane.Timer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service, with its one thread "reconciliation" for reading the journal and comparing, which may take long and must hold up neither a
 * lane nor the timer. Hears the alignments on the event bus.
 */
@Component(service = { Reconciliation.class, EventHandler.class }, immediate = true,
        property = EventConstants.EVENT_TOPIC + "=" + MirrorTopics.STARTED)
public final class ReconciliationComponent implements Reconciliation, EventHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationComponent.class);
    private static final Duration LAST_LOOK = Duration.ofSeconds(5);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var one = new Thread(task, "reconciliation");
        one.setDaemon(true);
        return one;
    });
    private final BooksReconciliation books;
    private final Rounds rounds;

    @Activate
    public ReconciliationComponent(@Reference Accounts accounts, @Reference JournalStore store, @Reference JournalReader journal,
            @Reference TradeDesk desk, @Reference MirrorDirectory mirrors, @Reference RunningConnectors running, @Reference Venues venues,
            @Reference CredentialVault vault, @Reference PracticeHost practice, @Reference Timer timer, @Reference Clock clock,
            @Reference EventAdmin bus, @Reference ReconciliationRuns runs) {
        var later = new Later(timer, thread);
        var access = new VenueAccess(running, venues, vault, practice, later);
        this.books = new BooksReconciliation(accounts, access, new Reading(access, store, journal, later, clock),
                new Remedies(desk, journal, later, clock), mirrors, later, new Remembering(runs, bus, later, clock));
        this.rounds = new Rounds(books, accounts, mirrors, new Announcement(bus, clock), later, clock);
    }

    @Deactivate
    void end() {
        thread.shutdown();
        try {
            // a database does not like its readers to be interrupted
            if (!thread.awaitTermination(LAST_LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("a comparison did not end within {} s and is cut off", LAST_LOOK.toSeconds());
                thread.shutdownNow();
            }
        } catch (InterruptedException cut) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(MirrorTopics.ACCOUNT) instanceof String account) {
            rounds.aligned(new AccountId(account));
        }
    }

    @Override
    public CompletionStage<Comparison> compare(AccountId account, Optional<Instant> since) {
        return books.compare(account, since);
    }

    @Override
    public Optional<Comparison> last(AccountId account) {
        return books.last(account);
    }

    @Override
    public CompletionStage<Comparison> correct(AccountId account, List<Difference> differences) {
        return books.correct(account, differences);
    }

    @Override
    public CompletionStage<Comparison> takeBack(AccountId account, List<Difference> corrected) {
        return books.takeBack(account, corrected);
    }
}
