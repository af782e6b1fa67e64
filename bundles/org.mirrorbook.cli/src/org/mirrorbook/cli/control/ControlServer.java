package org.mirrorbook.cli.control;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Listens on {@code control.sock} of a home that this process owns, and has the commands that arrive there answered, each on a thread of
 * its own (ADR 0013). The caller holds the lock of the home, so a socket that lies there was left by an owner that was killed.
 */
public final class ControlServer implements AutoCloseable {

    /** Name of the socket in the home. */
    static final String NAME = "control.sock";
    /** The systems allow about 104 to 108 bytes, with the end. */
    static final int LONGEST_PATH = 100;
    static final int MOST_GUESTS = 16;
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Logger LOG = System.getLogger("org.mirrorbook.cli.control");

    private final Path file;
    private final ServerSocketChannel server;
    private final Answering answering;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ControlServer(Path file, ServerSocketChannel server, Answering answering) {
        this.file = file;
        this.server = server;
        this.answering = requireNonNull(answering);
    }

    /** Listens from now on; nothing, and a line in the log, where this home cannot have a socket. */
    public static Optional<ControlServer> open(Path home, Answering answering) {
        var file = home.resolve(NAME);
        int length = file.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PATH) {
            LOG.log(Level.WARNING, "Commands of other processes cannot be served: the path {0} is longer than a socket may have.", file);
            return Optional.empty();
        }
        try {
            var control = new ControlServer(file, listening(home, file), answering);
            Thread.ofPlatform().daemon().name("control socket").start(control::accept);
            return Optional.of(control);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(Level.WARNING, "Commands of other processes cannot be served: no socket can be made in the data folder.", e);
            return Optional.empty();
        }
    }

    /**
     * The socket gets its place only when nobody but the owner may use it: until then it lies in a folder that nobody else may enter. A
     * rename also replaces what a killed owner left.
     */
    private static ServerSocketChannel listening(Path home, Path file) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            if (Files.getFileAttributeView(home, PosixFileAttributeView.class) == null) {
                Files.deleteIfExists(file);
                server.bind(UnixDomainSocketAddress.of(file));
                return server;
            }
            var closed = home.resolve(".ctl");
            var first = closed.resolve("s");
            Files.deleteIfExists(first);
            Files.deleteIfExists(closed);
            Files.createDirectory(closed, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            server.bind(UnixDomainSocketAddress.of(first));
            Files.setPosixFilePermissions(first, PosixFilePermissions.fromString("rw-------"));
            Files.move(first, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(closed);
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void accept() {
        while (!closed) {
            try {
                receive(server.accept());
            } catch (ClosedChannelException e) {
                LOG.log(Level.DEBUG, "The control socket is closed.");
                return;
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The control socket failed; commands of other processes are not served any more.", e);
                return;
            }
        }
    }

    private void receive(SocketChannel client) {
        var visit = new Visit(client, answering, visits::remove);
        // counted here alone, so the number is never exceeded
        boolean full = visits.size() >= MOST_GUESTS;
        if (!full) {
            visits.add(visit);
        }
        visit.begin(full);
    }

    /** Listens no more, asks the commands that run to end, and cuts them off when they have not after a few seconds. */
    @Override
    public void close() {
        closed = true;
        try {
            // first, while the home is still ours: after it the next owner's socket may be there
            Files.deleteIfExists(file);
            server.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The control socket could not be closed in good order.", e);
        }
        visits.forEach(Visit::askToEnd);
        long end = System.nanoTime() + GRACE.toNanos();
        visits.forEach(visit -> visit.awaitEnd(Duration.ofNanos(Math.max(1, end - System.nanoTime()))));
    }
}
