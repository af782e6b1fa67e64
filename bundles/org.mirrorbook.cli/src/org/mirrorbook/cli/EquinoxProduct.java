package org.mirrorbook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

import org.mirrorbook.credentials.MasterPassword;
import org.mirrorbook.credentials.PasswordFile;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.journal.JournalHealth;
import org.mirrorbook.runtime.HomeDoor;
import org.mirrorbook.runtime.HomeProblem;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** The product as the services of the framework make it. */
final class EquinoxProduct implements Product, AutoCloseable {

    /** Much longer than a start takes on a slow machine: who waits so long has found a fault. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** What the launcher found against the home, as an exit code and a sentence: told only to a command that was understood. */
    private static final String HOME_PROBLEM = "mirrorbook.home.problem";

    private final BundleContext context;
    private final Streams streams;
    private final List<ServiceTracker<?, ?>> trackers = new CopyOnWriteArrayList<>();

    EquinoxProduct(BundleContext context, Streams streams) {
        this.context = context;
        this.streams = streams;
    }

    @Override
    public String version() {
        return context.getBundle().getVersion().toString();
    }

    @Override
    public Clock clock() {
        return service(Clock.class);
    }

    @Override
    public PracticeVenue practiceVenue() {
        return service(PracticeVenue.class);
    }

    @Override
    public Set<String> exchanges() {
        try {
            var names = new TreeSet<String>();
            for (var reference : context.getServiceReferences(ConnectorFactory.class, null)) {
                names.add(String.valueOf(reference.getProperty(ConnectorFactory.VENUE)));
            }
            return names;
        } catch (InvalidSyntaxException e) {
            throw new AssertionError("there is no filter", e);
        }
    }

    @Override
    public OpenHome open(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        var door = entered(folder, passwordFile, settings);
        try {
            return opened(door, false);
        } catch (RuntimeException e) {
            door.close();
            throw e;
        }
    }

    @Override
    public OpenFolder openFolder(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        return new EquinoxFolder(this, entered(folder, passwordFile, settings), false);
    }

    private HomeDoor entered(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        requireFree(System.getProperty(HOME_PROBLEM));
        passwordFile.ifPresent(file -> register(new PasswordFile(file.toAbsolutePath()), 100));
        streams.console().ifPresent(console -> register(new TerminalPassword(console), 0));
        var door = service(HomeDoor.class);
        door.open(folder.map(Path::toAbsolutePath).map(Path::normalize).orElseGet(door::usual), settings);
        return door;
    }

    /**
     * The home that is open in this process, once its journal is.
     *
     * @param shared whether another command owns it
     */
    OpenHome opened(HomeDoor door, boolean shared) {
        service(JournalHealth.class).await().ifPresent(problem -> {
            throw problem;
        });
        return new EquinoxHome(this, context, door, shared);
    }

    private static void requireFree(String problem) {
        if (problem != null) {
            var parts = problem.split(" ", 2);
            throw new HomeProblem(Integer.parseInt(parts[0]) == ExitCode.IN_USE, parts[1], null);
        }
    }

    /** Waits for a service of that type. */
    <T> T service(Class<T> type) {
        var tracker = new ServiceTracker<T, T>(context, type, null);
        tracker.open();
        // a service is in use until the command ends
        trackers.add(tracker);
        try {
            return Optional.ofNullable(tracker.waitForService(DEADLINE.toMillis())).orElseThrow(() -> CommandProblem.failed(
                    "Mirrorbook did not start completely: " + type.getSimpleName() + " is missing. The log in the data folder says more."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandProblem.failed("Interrupted while starting.");
        }
    }

    /** Gives the services back. */
    @Override
    public void close() {
        trackers.forEach(ServiceTracker::close);
    }

    private void register(MasterPassword password, int ranking) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, ranking);
        context.registerService(MasterPassword.class, password, properties);
    }
}
