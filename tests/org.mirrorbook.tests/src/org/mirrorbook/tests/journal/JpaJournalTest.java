package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.JournalHealth;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.runtime.Settings;

/** The contract, kept by the product's own store on a real database, reached as everybody reaches it: by its services. */
class JpaJournalTest extends TradeTableContract {

    /** Holds a journal without content. Making one takes longer than a story does, so each story begins with a copy. */
    @TempDir
    static Path pattern;

    private static final BundleContext CONTEXT = FrameworkUtil.getBundle(JpaJournalTest.class).getBundleContext();

    @BeforeAll
    static void makeThePattern() {
        openHome(pattern).close();
    }

    @Override
    void prepare(Path home) throws IOException {
        copy(pattern, home);
    }

    @Override
    OpenJournal open(Path home) {
        return openHome(home);
    }

    @Test
    void theStoreIsGoneAsSoonAsItsHomeIs() {
        assertThat(CONTEXT.getServiceReference(JournalStore.class)).isNotNull();

        closeJournal();

        assertThat(CONTEXT.getServiceReference(JournalStore.class)).isNull();
        assertThat(CONTEXT.getServiceReference(JournalReader.class)).isNull();
        assertThat(CONTEXT.getServiceReference(Accounts.class)).isNull();
        assertThat(CONTEXT.getServiceReference(JournalHealth.class)).isNull();
    }

    private static OpenJournal openHome(Path home) {
        var settings = CONTEXT.registerService(Settings.class, new HomeSettings(Map.of()), null);
        var published = CONTEXT.registerService(Home.class, () -> home, null);
        return ServedJournal.await(CONTEXT, () -> {
            published.unregister();
            settings.unregister();
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(path -> !path.equals(from)).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
