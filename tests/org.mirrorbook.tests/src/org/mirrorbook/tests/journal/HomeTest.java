package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.JournalHealth;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.runtime.HomeDoor;

/** What hangs on the home: everything that writes is there while it is open, and gone when it is closed. */
class HomeTest {

    @TempDir
    Path folder;

    private final BundleContext context = FrameworkUtil.getBundle(HomeTest.class).getBundleContext();

    @Test
    void theClockIsInUniversalTime() {
        assertThat(new Services(context).get(Clock.class).getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void theJournalAndTheRecordingComeAndGoWithTheHome() {
        var services = new Services(context);
        var account = new AccountId("a1");
        assertThat(context.getServiceReference(Home.class)).isNull();

        var door = services.get(HomeDoor.class);
        var home = door.open(folder.resolve("home"));
        try {
            assertThat(services.get(Home.class)).isSameAs(home);
            assertThat(services.get(JournalHealth.class).await()).isEmpty();
            assertThat(services.get(JournalStore.class).load(account, Instant.EPOCH).revision()).isZero();
            var log = services.get(MessageLog.class);
            assertThat(log.append(account, new LaneInput.Heard("positions", "{}", List.of(), Instant.EPOCH))).isEqualTo(1);
            log.release(account);
        } finally {
            door.close();
        }

        for (var gone : new Class<?>[] {Home.class, JournalHealth.class, JournalStore.class, MessageLog.class}) {
            assertThat(context.getServiceReference(gone)).as(gone.getSimpleName()).isNull();
        }
        assertThat(home.folder().resolve("journal")).isDirectory();
        assertThat(home.folder().resolve("recordings").resolve("a1").resolve("0000000000000000001.mbr")).isRegularFile();
    }
}
