package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own, made for a test in a folder that goes with it, on a port of this machine that nobody else hears. Its programs
 * are those that the system has installed; where it has none, the test fails and says so.
 *
 * <p>PostgreSQL refuses to run as root, so that it runs as nobody there.
 */
final class PostgresServer implements AutoCloseable {

    static final String USER = "mirrorbook";
    static final String PASSWORD = "not-a-secret-but-long-enough";

    private static final long PATIENCE_SECONDS = 120;

    private final Path programs;
    private final Path folder;
    private final int port;
    private Process process;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static PostgresServer start() throws IOException {
        var folder = Files.createTempDirectory("mirrorbook-postgres");
        var server = new PostgresServer(programs(), folder, freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
        if (isRoot()) {
            Files.setOwner(folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        var password = Files.writeString(Files.createTempFile("mirrorbook", ".password"), PASSWORD);
        if (isRoot()) {
            Files.setOwner(password, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
        server.run("initdb", "-D", server.data(), "-U", USER, "--pwfile=" + password, "--auth=scram-sha-256", "-E", "UTF8", "--locale=C",
                "--no-sync");
        Files.delete(password);
        server.boot();
        return server;
    }

    /** Also after a {@link #kill()}. */
    void boot() throws IOException {
        process = new ProcessBuilder(asNobody("postgres", "-D", data(), "-k", folder.toString(), "-p", Integer.toString(port), "-c",
                "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=60"))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
        for (int tries = 0; tries < 200; tries++) {
            if (attempt("pg_isready", "-h", "127.0.0.1", "-p", Integer.toString(port), "-t", "5") == 0) {
                return;
            }
            assertThat(process.isAlive()).as("PostgreSQL runs; it said: " + Files.readString(log())).isTrue();
            Thread.onSpinWait();
        }
        throw new IllegalStateException("PostgreSQL does not answer; it said: " + Files.readString(log()));
    }

    /** As if its machine lost power. */
    void kill() {
        if (process != null) {
            var children = process.descendants().toList();
            process.destroyForcibly();
            process.onExit().join();
            children.forEach(ProcessHandle::destroyForcibly);
            children.forEach(child -> child.onExit().join());
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    void make(String database) throws IOException {
        run("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, database);
    }

    void copy(String pattern, String database) throws IOException {
        run("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, "-T", pattern, database);
    }

    void sql(String database, String statement) throws IOException {
        run("psql", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", USER, "-d", database, "-v", "ON_ERROR_STOP=1", "-c", statement);
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Path log() {
        return folder.resolve("log");
    }

    private void run(String program, String... arguments) throws IOException {
        assertThat(attempt(program, arguments)).as(program + " succeeds; it said: " + Files.readString(log())).isZero();
    }

    private int attempt(String program, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(program));
        all.addAll(List.of(arguments));
        var builder = new ProcessBuilder(asNobody(all.toArray(String[]::new))).directory(folder.toFile());
        builder.environment().put("PGPASSWORD", PASSWORD);
        builder.environment().put("LC_ALL", "C");
        var child = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
        try {
            assertThat(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(program + " ends").isTrue();
        } catch (InterruptedException e) {
            throw new IOException("the test was interrupted", e);
        }
        return child.exitValue();
    }

    private List<String> asNobody(String program, String... arguments) {
        return asNobody(Stream.concat(Stream.of(program), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> asNobody(String[] words) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(programs.resolve(words[0]).toString());
        command.addAll(List.of(words).subList(1, words.length));
        return command;
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
        var debian = Path.of("/usr/lib/postgresql");
        var candidates = new ArrayList<Path>();
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).sorted(Comparator.comparing(Path::toString).reversed())
                        .forEach(candidates::add);
            }
        }
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":")).map(Path::of).forEach(candidates::add);
        return candidates.stream().filter(folder -> Files.isExecutable(folder.resolve("initdb"))).findFirst()
                .orElseThrow(() -> new AssertionError("No PostgreSQL server is installed here, so that the journal in one cannot be tested."
                        + " Type: sudo apt-get install -y --no-install-recommends postgresql"));
    }
}
