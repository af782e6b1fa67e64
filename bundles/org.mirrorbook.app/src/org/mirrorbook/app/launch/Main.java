package org.mirrorbook.app.launch;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the product: {@code java -jar plugins/org.mirrorbook.app_*.jar [ARGUMENTS]}. Without a command the window opens, with one the command
 * runs. Ends with the code that it returned; {@code 4} when the home is open in another instance.
 */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) throws IOException {
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
        }
    }

    private static void start(Request request) throws LaunchProblem, IOException {
        var environment = System.getenv();
        if (request.wantsWorkbench()) {
            requireDisplay(environment);
        } else {
            // results leave by the file descriptor; whatever a library prints is none
            System.setOut(System.err);
        }
        var install = Install.around(Main.class);
        if (request.needsHome()) {
            var home = HomeFolder.of(request.home(), environment, System.getProperty("user.home"));
            var held = home.hold();
            try {
                LogFile.begin(Optional.of(home));
                runEquinox(install, request, Optional.of(home), home.configuration());
            } finally {
                // the lock would go with its channel
                Reference.reachabilityFence(held);
            }
        } else {
            var configuration = Files.createTempDirectory("mirrorbook");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(configuration), "delete the temporary configuration"));
            LogFile.begin(Optional.empty());
            runEquinox(install, request, Optional.empty(), configuration);
        }
    }

    private static void requireDisplay(Map<String, String> environment) throws LaunchProblem {
        var system = System.getProperty("os.name");
        boolean needsServer = !system.startsWith("Windows") && !system.startsWith("Mac");
        if (needsServer && isBlank(environment.get("DISPLAY")) && isBlank(environment.get("WAYLAND_DISPLAY"))) {
            throw new LaunchProblem(1, "There is no display to open the window on. These commands need none: accounts, mirror, trades, practice."
                    + " See --help.");
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }

    /** Does not return: Equinox ends the JVM with the application's code. */
    private static void runEquinox(Install install, Request request, Optional<HomeFolder> home, Path configuration) throws LaunchProblem, IOException {
        var areas = new Areas(install, configuration);
        areas.suitThisBuild();
        areas.properties(request, home).forEach(System::setProperty);
        var launcher = install.launcher();
        try {
            // never closed: Equinox runs from it until the JVM ends
            var loader = new URLClassLoader(new URL[] {launcher.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            var main = loader.loadClass("org.eclipse.equinox.launcher.Main").getMethod("main", String[].class);
            main.invoke(null, (Object) new String[] {"-nosplash"});
        } catch (InvocationTargetException e) {
            throw new LaunchProblem(1, "Mirrorbook could not be started: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
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
