package org.mirrorbook.journal.jpa;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalHealth;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.runtime.Settings;

/**
 * The journal of the open home. It is opened on a thread of its own, so that activation returns at once; {@link JournalStore},
 * {@link JournalReader} and {@link Accounts} are services from then until the home closes. They are withdrawn in the reverse order of their
 * use: mirrors stop before the database does.
 */
@Component(service = JournalHealth.class, immediate = true)
public final class JpaJournal implements JournalHealth {

    private static final Logger LOG = LoggerFactory.getLogger(JpaJournal.class);

    /** Under this id the vault keeps the password of a shared database. */
    private static final AccountId PASSWORD = new AccountId("database");

    private final BundleContext context;
    private final CredentialVault vault;
    private final Deque<ServiceRegistration<?>> services = new ArrayDeque<>();
    private final CompletableFuture<Optional<JournalProblem>> outcome = new CompletableFuture<>();
    private final Thread opening;
    /** Written by the opening thread, read after it has ended. */
    private Journal journal;

    @Activate
    public JpaJournal(BundleContext context, @Reference Home home, @Reference Settings settings, @Reference CredentialVault vault,
            @Reference Clock clock) {
        this.context = context;
        this.vault = vault;
        var folder = home.folder();
        var edition = new Edition(context.getBundle().getVersion().toString(), clock);
        opening = Thread.ofPlatform().name("mirrorbook journal opening").start(() -> open(folder, settings, edition));
    }

    private void open(Path home, Settings settings, Edition edition) {
        try {
            var url = settings.get("database.url").filter(text -> !text.isBlank());
            journal = url.isEmpty() ? Journal.open(home, edition)
                    : shared(new Place(url.get(), settings.get("database.user")), home, edition);
            services.push(context.registerService(Accounts.class, journal.accounts(), null));
            services.push(context.registerService(BreakEvenRules.class, journal.rules(), null));
            services.push(context.registerService(Ownership.class, journal.ownership(), null));
            services.push(context.registerService(JournalReader.class, journal.reader(), null));
            services.push(context.registerService(Annotations.class, journal.annotations(), null));
            services.push(context.registerService(ReconciliationRuns.class, journal.runs(), null));
            services.push(context.registerService(JournalArchive.class, journal.archive(), null));
            services.push(context.registerService(JournalStore.class, journal.store(), null));
            outcome.complete(Optional.empty());
        } catch (JournalProblem problem) {
            LOG.error("The journal could not be opened", problem);
            outcome.complete(Optional.of(problem));
        } catch (RuntimeException | Error unforeseen) {
            LOG.error("The journal could not be opened", unforeseen);
            outcome.complete(Optional.of(new JournalProblem(Remedy.REPORT, "The journal could not be opened: " + Problems.said(unforeseen),
                    unforeseen)));
        }
    }

    private Journal shared(Place place, Path home, Edition edition) {
        try {
            return Journal.open(place, Optional.of(vault.get(PASSWORD).secret()), home, edition);
        } catch (VaultProblem none) {
            LOG.debug("No password of the database in the vault", none);
            try {
                return Journal.open(place, Optional.empty(), home, edition);
            } catch (JournalProblem refused) {
                throw refused.remedy() == Remedy.ASK_USER ? new JournalProblem(Remedy.ASK_USER, refused.getMessage() + " "
                        + none.getMessage(), refused) : refused;
            }
        }
    }

    @Override
    public Optional<JournalProblem> await() {
        return outcome.join();
    }

    @Deactivate
    void close() throws InterruptedException, SQLException {
        opening.join();
        while (!services.isEmpty()) {
            services.pop().unregister();
        }
        if (journal != null) {
            journal.close();
        }
    }
}
