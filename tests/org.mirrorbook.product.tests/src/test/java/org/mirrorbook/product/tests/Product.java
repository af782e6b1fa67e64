package org.mirrorbook.product.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packaged product, run as its users run it: by its start script, as a process of its own, with a home folder of its own.
 *
 * <p>What it starts sees no display and no keyring, and {@code $HOME} is a folder of the test.
 */
final class Product {
    private static final Path PRODUCTS = Path.of("..", "..", "releng", "org.mirrorbook.product", "target", "products");

    private final Path user;
    private final Map<String, String> variables;

    /** @param user what the product takes for the user's own folder ({@code $HOME}); its data lie in {@link #home()} */
    Product(Path user) {
        this(user, Map.of());
    }

    private Product(Path user, Map<String, String> variables) {
        this.user = user;
        this.variables = variables;
    }

    /** The same with one more environment variable. */
    Product with(String variable, Object value) {
        var more = new HashMap<>(variables);
        more.put(variable, value.toString());
        return new Product(user, Map.copyOf(more));
    }

    /** The unpacked product for the machine this test runs on. */
    static Path folder() {
        var system = System.getProperty("os.name");
        return folder(system.startsWith("Mac") ? "macosx/cocoa/aarch64" : system.startsWith("Windows") ? "win32/win32/x86_64"
                : "linux/gtk/x86_64");
    }

    /** The unpacked product for a platform, named as {@code linux/gtk/x86_64}. */
    static Path folder(String platform) {
        var root = PRODUCTS.resolve("org.mirrorbook.product").resolve(platform).toAbsolutePath().normalize();
        var folder = root.resolve(platform.startsWith("macosx") ? "Mirrorbook.app/Contents/Eclipse" : "mirrorbook");
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("there is no product in " + folder + ": build it first (mvn package)");
        }
        return folder;
    }

    /** The archives of all platforms. */
    static List<Path> archives() throws IOException {
        try (var files = Files.list(PRODUCTS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A feature as the p2 repository has it. */
    static Path feature(String id) throws IOException {
        try (var files = Files.list(PRODUCTS.resolveSibling("repository").resolve("features"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(id + "_")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no feature " + id + ": build the product first (mvn package)"));
        }
    }

    /** The data folder, which need not exist yet. */
    Path home() {
        return user.resolve(".mirrorbook");
    }

    /** Starts {@code mirrorbook --home HOME arguments...}. */
    Running start(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("--home", home().toString()));
        all.addAll(List.of(arguments));
        return startPlain(all.toArray(String[]::new));
    }

    /** Starts {@code mirrorbook arguments...}, without naming a home. */
    Running startPlain(String... arguments) throws IOException {
        return startScript(folder().resolve("mirrorbook"), arguments);
    }

    /** Starts any script the way the product is started. */
    Running startScript(Path script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(user.toFile());
        isolate(builder.environment());
        builder.environment().putAll(variables);
        return new Running(String.join(" ", command), builder.start());
    }

    private void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("MIRRORBOOK_") || name.startsWith("XDG_"));
        environment.remove("DISPLAY");
        environment.remove("WAYLAND_DISPLAY");
        environment.put("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", user.toString());
    }
}
