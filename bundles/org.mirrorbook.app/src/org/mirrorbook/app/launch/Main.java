package org.mirrorbook.app.launch;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sun.misc.Signal;

/**
 * Starts the product: {@code java -jar plugins/org.mirrorbook.app_*.jar [ARGUMENTS]}. Without a command the window opens, with one the
 * command runs. Ends with the code that it returned; {@code 4} when the home is open in another instance.
 */
public final class Main {

    private static final int DONE = 0;
    private static final int FAILED = 1;

    private Main() {
    }

    public static void main(String[] arguments) {
        // the later default says of redirected streams, too, that there is a console
        System.setProperty("jdk.console", "java.base");
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
        }
        try {
            start(Request.of(Arrays.asList(arguments)));
        } catch (LaunchProblem e) {
            System.err.println(e.getMessage());
            System.exit(e.exitCode());
        } catch (IOException e) {
            System.err.println(sentence(e));
            System.exit(FAILED);
        } catch (InvalidPathException e) {
            System.err.println("Mirrorbook cannot be started: this system knows no path such as "
                    + OneLine.firstLine(e.getMessage()) + ".");
            System.exit(FAILED);
        }
    }

    private static String sentence(IOException e) {
        var file = e instanceof FileSystemException failed && failed.getFile() != null ? failed.getFile() + ": " : "";
        return "Mirrorbook cannot be started: " + file + reason(e) + ".";
    }

    /** In a few words of one line, without the name of the file. */
    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission is denied";
            case FileAlreadyExistsException taken -> "there is a file, not a folder";
            case NoSuchFileException missing -> "a folder cannot be made there";
            case FileSystemException failed when failed.getReason() != null -> OneLine.firstLine(failed.getReason());
            default -> e.getClass().getSimpleName() + (e.getMessage() == null || e.getMessage().isBlank() ? ""
                    : ", " + OneLine.firstLine(e.getMessage()));
        };
    }

    private static void start(Request request) throws LaunchProblem, IOException {
        var environment = System.getenv();
        if (request.wantsWorkbench()) {
            requireDisplay(environment);
        } else {
            // results leave by the file descriptor; whatever a library prints is none
            System.setOut(System.err);
        }
        if (request.runsUntilStopped()) {
            // until the command listens itself: nothing has begun that would have to be ended
            List.of("TERM", "INT").forEach(name -> Signal.handle(new Signal(name), signal -> System.exit(DONE)));
        }
        var install = Install.around(Main.class);
        if (!request.needsHome()) {
            LogFile.begin(Optional.empty());
            runEquinox(request, new Areas(install, temporary()), Optional.empty());
            return;
        }
        var home = HomeFolder.of(request.home(), environment, System.getProperty("user.home"));
        if (request.wantsWorkbench()) {
            var areas = new Areas(install, home.configuration());
            runHolding(prepared(home, areas), request, areas, home);
        } else {
            command(request, install, home);
        }
    }

    /**
     * Whether a command is understood is found out later than whether its home is free, but counts more. So no home is made here, and what
     * stands against the one that is there is handed over.
     */
    private static void command(Request request, Install install, HomeFolder home) throws LaunchProblem, IOException {
        if (!home.isMade()) {
            LogFile.beginOnceMade(home);
            runEquinox(request, new Areas(install, temporary()), Optional.of(home));
            return;
        }
        var areas = new Areas(install, home.configuration());
        FileLock held;
        try {
            held = preparedOrServed(request, home, areas);
        } catch (LaunchProblem e) {
            handOver(request, install, home, e.exitCode() + " " + e.getMessage());
            return;
        } catch (IOException e) {
            handOver(request, install, home, FAILED + " " + sentence(e));
            return;
        }
        runHolding(held, request, areas, home);
    }

    /** As {@link #prepared}. Where another instance has the home, that one runs the command, and this process ends with what came of it. */
    private static FileLock preparedOrServed(Request request, HomeFolder home, Areas areas) throws LaunchProblem, IOException {
        if (!request.mayBeServed()) {
            return prepared(home, areas);
        }
        return Waiting.usual().forHome(new Waiting.Tries<>() {
            @Override
            public FileLock take() throws LaunchProblem, IOException {
                return prepared(home, areas);
            }

            @Override
            public Waiting.Answer ask(Duration patience) {
                var typed = Boolean.getBoolean("mirrorbook.terminal") || System.console() != null;
                var beside = Beside.of(home.folder(), patience);
                beside.run(request.arguments(), Path.of("").toAbsolutePath(), typed).ifPresent(System::exit);
                return beside.isHeard() ? Waiting.Answer.SILENCE : Waiting.Answer.NOBODY;
            }
        });
    }

    private static void handOver(Request request, Install install, HomeFolder home, String problem) throws LaunchProblem, IOException {
        System.setProperty("mirrorbook.home.problem", problem);
        LogFile.begin(Optional.empty());
        runEquinox(request, new Areas(install, temporary()), Optional.of(home));
    }

    /** Holds the home, begins its log, and forgets what Equinox knew of another build. */
    private static FileLock prepared(HomeFolder home, Areas areas) throws LaunchProblem, IOException {
        var held = home.hold();
        LogFile.begin(Optional.of(home));
        areas.suitThisBuild();
        return held;
    }

    private static void runHolding(FileLock held, Request request, Areas areas, HomeFolder home) throws LaunchProblem {
        try {
            runEquinox(request, areas, Optional.of(home));
        } finally {
            // the lock would go with its channel
            Reference.reachabilityFence(held);
        }
    }

    /** For what needs no home, or has none yet. */
    private static Path temporary() throws IOException {
        var configuration = Files.createTempDirectory("mirrorbook");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(configuration), "delete the temporary configuration"));
        return configuration;
    }

    private static void requireDisplay(Map<String, String> environment) throws LaunchProblem {
        var system = System.getProperty("os.name");
        boolean needsServer = !system.startsWith("Windows") && !system.startsWith("Mac");
        if (needsServer && isBlank(environment.get("DISPLAY")) && isBlank(environment.get("WAYLAND_DISPLAY"))) {
            throw new LaunchProblem(1, "There is no display to open the window on. These commands need none: accounts, mirror, trades,"
                    + " practice. See --help.");
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    /** Does not return: Equinox ends the JVM with the application's code. */
    private static void runEquinox(Request request, Areas areas, Optional<HomeFolder> home) throws LaunchProblem {
        areas.properties(request, home).forEach(System::setProperty);
        var launcher = areas.install().launcher();
        try {
            // never closed: Equinox runs from it until the JVM ends
            var loader = new URLClassLoader(new URL[] {launcher.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            var main = loader.loadClass("org.eclipse.equinox.launcher.Main").getMethod("main", String[].class);
            main.invoke(null, (Object) new String[] {"-nosplash"});
        } catch (InvocationTargetException e) {
            throw new LaunchProblem(1, "Mirrorbook could not be started: " + OneLine.firstLine(String.valueOf(e.getCause())), e);
        } catch (ReflectiveOperationException | MalformedURLException e) {
            throw new LaunchProblem(1, "The launcher " + launcher + " is not the one that is expected.", e);
        }
    }

    private static void delete(Path folder) {
        try {
            new Tree(folder).delete();
        } catch (IOException e) {
            System.err.println("The temporary folder " + folder + " could not be deleted.");
        }
    }
}
