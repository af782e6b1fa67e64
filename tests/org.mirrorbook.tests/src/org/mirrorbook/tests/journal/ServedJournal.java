package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.osgi.framework.BundleContext;

import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalHealth;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.journal.ReconciliationRuns;

/** The product's own journal, reached as everybody reaches it: by its services. */
record ServedJournal(Services services, Runnable end) implements OpenJournal {

    /** Waits until it is open. */
    static ServedJournal await(BundleContext context, Runnable end) {
        var services = new Services(context);
        assertThat(services.get(JournalHealth.class).await()).isEmpty();
        return new ServedJournal(services, end);
    }

    @Override
    public JournalStore store() {
        return services.get(JournalStore.class);
    }

    @Override
    public JournalReader reader() {
        return services.get(JournalReader.class);
    }

    @Override
    public Accounts accounts() {
        return services.get(Accounts.class);
    }

    @Override
    public BreakEvenRules rules() {
        return services.get(BreakEvenRules.class);
    }

    @Override
    public Ownership ownership() {
        return services.get(Ownership.class);
    }

    @Override
    public JournalArchive archive() {
        return services.get(JournalArchive.class);
    }

    @Override
    public Annotations annotations() {
        return services.get(Annotations.class);
    }

    @Override
    public ReconciliationRuns runs() {
        return services.get(ReconciliationRuns.class);
    }

    @Override
    public void close() {
        end.run();
    }
}
