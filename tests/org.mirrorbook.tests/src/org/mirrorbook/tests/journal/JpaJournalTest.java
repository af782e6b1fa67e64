package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.JournalHealth;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.runtime.Home;

/** The contract, kept by the product's own store on a real database, reached as everybody reaches it: by its services. */
class JpaJournalTest extends JournalStoreContract {

    private final BundleContext context = FrameworkUtil.getBundle(JpaJournalTest.class).getBundleContext();

    @Override
    OpenJournal open(Path home) {
        var published = context.registerService(Home.class, () -> home, null);
        assertThat(service(JournalHealth.class).await()).isEmpty();
        return new OpenJournal() {
            @Override
            public JournalStore store() {
                return service(JournalStore.class);
            }

            @Override
            public JournalReader reader() {
                return service(JournalReader.class);
            }

            @Override
            public Accounts accounts() {
                return service(Accounts.class);
            }

            @Override
            public void close() {
                published.unregister();
            }
        };
    }

    @Test
    void theStoreIsGoneAsSoonAsItsHomeIs() {
        close();

        assertThat(context.getServiceReference(JournalStore.class)).isNull();
        assertThat(context.getServiceReference(JournalReader.class)).isNull();
        assertThat(context.getServiceReference(Accounts.class)).isNull();
        assertThat(context.getServiceReference(JournalHealth.class)).isNull();
        openInBerlin();
    }

    private <S> S service(Class<S> type) {
        var tracker = new ServiceTracker<S, S>(context, type, null);
        tracker.open();
        try {
            var service = tracker.waitForService(20_000);
            assertThat(service).as(type.getSimpleName()).isNotNull();
            return service;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            tracker.close();
        }
    }
}
