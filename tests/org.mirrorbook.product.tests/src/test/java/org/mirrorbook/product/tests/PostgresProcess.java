package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own with one database, in a folder of the test, on a port of this machine. Its programs are those that the system has
 * installed; where it has none, the test fails and says so. PostgreSQL refuses to run as root, so that it runs as nobody there.
 */
final class PostgresProcess implements AutoCloseable {

    static final String USER = "mirrorbook";
    private static final String PASSWORD = "not-a-secret-but-long-enough";
    private static final String DATABASE = "journal";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path programs = programs();
    private final Path folder;
    private final int port = freePort();
    private final Running server;

    /** Makes it, and returns when it answers. */
    PostgresProcess() throws IOException {
        // a folder of its own, since nobody cannot look into those of the user who runs the test
        folder = forNobody(Files.createTempDirectory("mirrorbook-postgres"));
        var password = forNobody(Files.writeString(folder.resolve("password"), PASSWORD));
        assertThatItEnds("initdb", "-D", data(), "-U", USER, "--pwfile=" + password, "--auth=scram-sha-256", "-E", "UTF8", "--locale=C",
                "--no-sync");
        server = start("postgres", "-D", data(), "-k", folder.toString(), "-p", Integer.toString(port), "-c", "listen_addresses=127.0.0.1",
                "-c", "fsync=off");
        boolean answers = false;
        for (int tries = 0; tries < 200 && !answers; tries++) {
            try (var ready = start("pg_isready", "-h", "127.0.0.1", "-p", Integer.toString(port), "-t", "5")) {
                answers = ready.exitCode(PATIENCE) == 0;
            }
        }
        assertThat(answers).as(server.toString()).isTrue();
        assertThatItEnds("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, DATABASE);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** As {@code database use} reads it. */
    String password() {
        return PASSWORD + "\n";
    }

    /** Cuts all connections; nobody is there any more. */
    void stop() throws IOException {
        assertThatItEnds("pg_ctl", "stop", "-D", data(), "-m", "fast");
    }

    @Override
    public void close() throws IOException {
        if (server.alive()) {
            stop();
        }
        server.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void assertThatItEnds(String... words) throws IOException {
        try (var program = start(words)) {
            assertThat(program.exitCode(PATIENCE)).as(program.toString()).isZero();
        }
    }

    private Running start(String... words) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(programs.resolve(words[0]).toString());
        command.addAll(List.of(words).subList(1, words.length));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("PGPASSWORD", PASSWORD);
        builder.environment().put("LC_ALL", "C");
        return new Running(String.join(" ", command), builder.start());
    }

    private static Path forNobody(Path path) throws IOException {
        return isRoot() ? Files.setOwner(path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody")) : path;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Debian keeps the server's programs by version, outside of the path. */
    private static Path programs() throws IOException {
        var candidates = new ArrayList<Path>();
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).sorted(Comparator.reverseOrder()).forEach(candidates::add);
            }
        }
        Stream.of(System.getenv("PATH").split(":")).map(Path::of).forEach(candidates::add);
        return candidates.stream().filter(one -> Files.isExecutable(one.resolve("initdb"))).findFirst()
                .orElseThrow(() -> new AssertionError("No PostgreSQL server is installed here, so that two homes on one cannot be tested."
                        + " Type: sudo apt-get install -y --no-install-recommends postgresql"));
    }
}
