package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import org.mirrorbook.journal.JournalHealth;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.runtime.Settings;

class JournalHealthTest {

    @TempDir
    Path home;

    private final BundleContext context = FrameworkUtil.getBundle(JournalHealthTest.class).getBundleContext();

    @Test
    void aJournalThatCannotBeOpenedSaysWhyAndIsNoStore() throws Exception {
        Files.writeString(home.resolve("logs"), "a file where a folder should be");
        var settings = context.registerService(Settings.class, new HomeSettings(Map.of()), null);
        var published = context.registerService(Home.class, () -> home, null);
        try {
            assertThat(new Services(context).get(JournalHealth.class).await()).hasValueSatisfying(problem -> {
                assertThat(problem.remedy()).isEqualTo(Remedy.ASK_USER);
                assertThat(problem).isInstanceOf(JournalProblem.class).hasMessageContaining("The journal in " + home.resolve("journal"));
            });
            assertThat(context.getServiceReference(JournalStore.class)).isNull();
        } finally {
            published.unregister();
            settings.unregister();
        }
    }
}
