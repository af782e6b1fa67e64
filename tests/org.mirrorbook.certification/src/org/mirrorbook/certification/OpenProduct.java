package org.mirrorbook.certification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

import org.mirrorbook.credentials.MasterPassword;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.runtime.HomeDoor;

/**
 * The product without a face: its own services on a home of the stories alone, with the vault under a master password. One is open at a
 * time; the accounts of all stories live in it beside each other.
 */
public final class OpenProduct implements AutoCloseable {

    private static final long DEADLINE = 30_000_000_000L;
    private static final long LOOK_AGAIN = 100_000_000L;

    private final BundleContext context = FrameworkUtil.getBundle(OpenProduct.class).getBundleContext();
    private final Path home;
    private final HomeDoor door;
    private final List<ServiceRegistration<?>> registrations;
    private final AccountService accounts;
    private final MirrorDirectory directory;
    private final JournalReader journal;
    private final RecordingReader recordings;
    private final Map<AccountId, Long> news = new HashMap<>();
    private int labels;

    OpenProduct() throws IOException, InterruptedException {
        home = Files.createTempDirectory("certification");
        registrations = List.of(
                register(MasterPassword.class, first -> Optional.of("of these stories alone".toCharArray()),
                        Map.of(Constants.SERVICE_RANKING, 1000)),
                register(EventHandler.class, this::heard, Map.of(EventConstants.EVENT_TOPIC,
                        new String[] { MirrorTopics.MIRROR + "*", MirrorTopics.TRADE_PREFIX + "*" })));
        door = Services.get(HomeDoor.class);
        door.open(home);
        accounts = Services.get(AccountService.class);
        journal = Services.get(JournalReader.class);
        recordings = Services.get(RecordingReader.class);
        directory = Services.get(MirrorDirectory.class);
        accounts.mirrorEnabled();
    }

    private <S> ServiceRegistration<S> register(Class<S> type, S service, Map<String, Object> properties) {
        return context.registerService(type, service, new Hashtable<>(properties));
    }

    private synchronized void heard(Event event) {
        news.merge(new AccountId((String) event.getProperty(MirrorTopics.ACCOUNT)), 1L, Long::sum);
        notifyAll();
    }

    /** Looks after each committed fact of the account until there is something. */
    public <T> T await(AccountId account, Supplier<String> what, Supplier<Optional<T>> look) throws InterruptedException {
        long until = System.nanoTime() + DEADLINE;
        for (;;) {
            long seen = news(account);
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            awaitNews(account, seen, until, what);
        }
    }

    /** Not everything is told on the bus: the recording, say, grows without a word. So the wait is short. */
    private synchronized void awaitNews(AccountId account, long seen, long until, Supplier<String> what) throws InterruptedException {
        long again = System.nanoTime() + LOOK_AGAIN;
        while (news(account) == seen && System.nanoTime() < again) {
            wait(Math.max(1, (again - System.nanoTime()) / 1_000_000));
        }
        if (System.nanoTime() > until) {
            throw new AssertionError("it never came to this: " + what.get());
        }
    }

    private synchronized long news(AccountId account) {
        return news.getOrDefault(account, 0L);
    }

    /** A label that no other account has. */
    public synchronized String label(String of) {
        labels++;
        return of + " " + labels;
    }

    public AccountService accounts() {
        return accounts;
    }

    public MirrorDirectory directory() {
        return directory;
    }

    public JournalReader journal() {
        return journal;
    }

    public RecordingReader recordings() {
        return recordings;
    }

    /** The folder with journal, vault, recordings and logs. */
    public Path home() {
        return home;
    }

    @Override
    public void close() {
        accounts.stopMirroring();
        door.close();
        registrations.forEach(ServiceRegistration::unregister);
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(OpenProduct::delete);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
