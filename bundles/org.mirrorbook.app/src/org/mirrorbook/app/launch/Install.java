package org.mirrorbook.app.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The folder that the product is installed in. Only read: it may belong to another user.
 *
 * @param folder absolute; holds {@code plugins} and {@code configuration}
 */
record Install(Path folder) {

    private static final String LAUNCHER = "org.eclipse.equinox.launcher_*.jar";

    Install {
        requireNonNull(folder);
    }

    /** The install that this class was started from: its jar lies in {@code plugins}. */
    static Install around(Class<?> started) throws LaunchProblem {
        try {
            var jar = Path.of(started.getProtectionDomain().getCodeSource().getLocation().toURI()).toAbsolutePath();
            var folder = jar.getParent().getParent();
            if (folder == null || !Files.isRegularFile(folder.resolve("configuration").resolve("config.ini"))) {
                throw new LaunchProblem(1, "This is no complete installation of Mirrorbook: there is no configuration beside "
                        + jar.getParent() + ".");
            }
            return new Install(folder);
        } catch (URISyntaxException e) {
            throw new LaunchProblem(1, "The folder of this installation has a name that cannot be read.", e);
        }
    }

    Path plugins() {
        return folder.resolve("plugins");
    }

    Path configuration() {
        return folder.resolve("configuration");
    }

    /** The jar that starts Equinox. */
    Path launcher() throws LaunchProblem {
        try (var jars = Files.newDirectoryStream(plugins(), LAUNCHER)) {
            for (Path jar : jars) {
                return jar;
            }
        } catch (IOException e) {
            throw new LaunchProblem(1, "The installation in " + folder + " cannot be read.", e);
        }
        throw new LaunchProblem(1, "The installation in " + folder + " is not complete: there is no " + LAUNCHER + ".");
    }

    /**
     * Changes when the product does: place, configuration, and name, size and time of every plug-in. What Equinox remembers of another
     * build is of no use.
     */
    String fingerprint() throws IOException {
        var text = new StringBuilder(folder.toString());
        try (var files = Files.walk(plugins(), 1); var configured = Files.walk(configuration())) {
            for (Path file : Stream.concat(files, configured).filter(Files::isRegularFile).sorted().toList()) {
                text.append('\n').append(file.getFileName()).append(' ').append(Files.size(file)).append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis());
            }
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JVM has SHA-256", e);
        }
    }
}
