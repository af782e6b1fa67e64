package org.mirrorbook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
final class EquinoxProduct implements Product {

    /** Much longer than a start takes on a slow machine: who waits so long has found a fault. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** What the launcher found against the home, as an exit code and a sentence: told only to a command that was understood. */
    private static final String HOME_PROBLEM = "mirrorbook.home.problem";

    private final BundleContext context;
    private final Streams streams;

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
    public OpenHome open(Optional<Path> folder, Optional<Path> passwordFile) {
        requireFree(System.getProperty(HOME_PROBLEM));
        passwordFile.ifPresent(file -> register(new PasswordFile(file.toAbsolutePath()), 100));
        streams.console().ifPresent(console -> register(new TerminalPassword(console), 0));
        var door = service(HomeDoor.class);
        door.open(folder.map(Path::toAbsolutePath).map(Path::normalize).orElseGet(door::usual));
        try {
            service(JournalHealth.class).await().ifPresent(problem -> {
                throw problem;
            });
            return new EquinoxHome(this, context, door);
        } catch (RuntimeException e) {
            door.close();
            throw e;
        }
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
        try {
            // not given back: the process ends with the command
            return Optional.ofNullable(tracker.waitForService(DEADLINE.toMillis())).orElseThrow(() -> CommandProblem.failed(
                    "Mirrorbook did not start completely: " + type.getSimpleName() + " is missing. The log in the data folder says more."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandProblem.failed("Interrupted while starting.");
        }
    }

    private void register(MasterPassword password, int ranking) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, ranking);
        context.registerService(MasterPassword.class, password, properties);
    }
}
