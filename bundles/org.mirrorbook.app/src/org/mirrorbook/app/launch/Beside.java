package org.mirrorbook.app.launch;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has the instance that owns a home run a command, by its socket (ADR 0013), before there is any Equinox here. What the command writes is
 * written here; standard input is read only when the command asks for it.
 */
final class Beside {

    private static final int VERSION = 1;
    private static final int HEAD = 5;
    private static final int PIECE = 8 * 1024;
    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final Path socket;
    private final Duration patience;
    private final InputStream input;
    private final OutputStream results;
    private final OutputStream remarks;
    private boolean heard;

    /** @param patience how long the owner may take until it says that it is there */
    Beside(Path socket, Duration patience, InputStream input, OutputStream results, OutputStream remarks) {
        this.socket = requireNonNull(socket);
        this.patience = requireNonNull(patience);
        this.input = requireNonNull(input);
        this.results = requireNonNull(results);
        this.remarks = requireNonNull(remarks);
    }

    /** With the streams of this process. */
    static Beside of(Path home, Duration patience) {
        return new Beside(home.resolve("control.sock"), patience, System.in, new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }

    /** The exit code of the command; nothing when nobody answered, so that nothing has been done either. */
    Optional<Integer> run(List<String> arguments, Path folder, boolean typed) {
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        var answered = new CountDownLatch(1);
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Thread.ofPlatform().daemon().name("patience").start(() -> closeUnless(answered, channel));
            channel.connect(UnixDomainSocketAddress.of(socket));
            heard = true;
            send(channel, 'H', hello(arguments, folder, typed));
            return converse(channel, answered);
        } catch (IOException | IllegalArgumentException e) {
            if (answered.getCount() > 0) {
                // refused, too long a path, or closed by our patience: nobody is there, which the caller says
                return Optional.empty();
            }
            return Optional.of(cut());
        }
    }

    /** Whether somebody listens at the socket, after {@link #run} found nobody who answers. */
    boolean isHeard() {
        return heard;
    }

    private void closeUnless(CountDownLatch answered, SocketChannel channel) {
        try {
            if (!answered.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                channel.close();
            }
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException("waiting for the owner of the home", e);
        }
    }

    private Optional<Integer> converse(SocketChannel channel, CountDownLatch answered) throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        while (fill(channel, head.clear())) {
            char type = (char) head.flip().get();
            var payload = ByteBuffer.allocate(head.getInt());
            if (!fill(channel, payload)) {
                break;
            }
            answered.countDown();
            switch (type) {
                case 'O' -> {
                    if (!write(results, payload.array())) {
                        // nobody reads the results any more, as behind a pipe to head
                        return Optional.of(DONE);
                    }
                }
                case 'E' -> write(remarks, payload.array());
                case 'R' -> Thread.ofPlatform().daemon().name("standard input").start(() -> sendInput(channel));
                case 'X' -> {
                    return Optional.of(payload.flip().getInt());
                }
                default -> {
                    // that the command is taken, and whatever later versions say besides
                }
            }
        }
        return answered.getCount() > 0 ? Optional.empty() : Optional.of(cut());
    }

    private int cut() {
        write(remarks, "The instance that runs on this data folder ended before the command was done.\n".getBytes(StandardCharsets.UTF_8));
        return FAILED;
    }

    private void sendInput(SocketChannel channel) {
        try {
            var piece = new byte[PIECE];
            int count = Math.max(0, input.read(piece));
            send(channel, 'I', Arrays.copyOf(piece, count));
        } catch (IOException e) {
            // the command hears of it as the end of its input, and this process by its own reading
            closeQuietly(channel);
        }
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing a connection", e);
        }
    }

    private static boolean write(OutputStream target, byte[] bytes) {
        try {
            target.write(bytes);
            target.flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static byte[] hello(List<String> arguments, Path folder, boolean typed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeInt(VERSION);
        data.writeByte(typed ? 1 : 0);
        text(data, folder.toString());
        data.writeInt(arguments.size());
        for (var argument : arguments) {
            text(data, argument);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream data, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    private static void send(SocketChannel channel, char type, byte[] payload) throws IOException {
        var frame = ByteBuffer.allocate(HEAD + payload.length).put((byte) type).putInt(payload.length).put(payload).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
    }

    private static boolean fill(SocketChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }
}
