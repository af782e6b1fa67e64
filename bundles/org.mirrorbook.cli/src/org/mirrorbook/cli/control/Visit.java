package org.mirrorbook.cli.control;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ProtocolException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One connection from its first frame to its last. One thread runs its command, another hears what its client says. */
final class Visit {

    private static final int FAILED = 1;
    private static final Logger LOG = System.getLogger("org.mirrorbook.cli.control");

    private final SocketChannel channel;
    private final Frames frames;
    private final Guest guest;
    private final Answering answering;
    private final Consumer<Visit> gone;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param gone told once it is over */
    Visit(SocketChannel channel, Answering answering, Consumer<Visit> gone) {
        this.channel = channel;
        this.frames = new Frames(channel);
        this.guest = new Guest(frames);
        this.answering = answering;
        this.gone = gone;
    }

    /** @param full whether as many commands as may be are being served already */
    void begin(boolean full) {
        Thread.ofPlatform().daemon().name("command of another process").start(() -> run(full));
    }

    void askToEnd() {
        guest.end();
    }

    /** Waits for its end that long, then cuts it off: its client says so then, and may be what it waits for. */
    void awaitEnd(Duration atMost) {
        try {
            if (!ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.INFO, "The command of another process is cut off, since this instance ends.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void run(boolean full) {
        try (channel) {
            var first = frames.next();
            if (first.isEmpty()) {
                return;
            }
            var hello = first.get();
            if (hello.type() != Frames.HELLO) {
                throw new ProtocolException("no greeting");
            }
            if (Question.version(hello.payload()) != Question.VERSION) {
                refuse("The instance that runs on this data folder is of another version of Mirrorbook. Stop it, or use its own command.");
            } else if (full) {
                refuse("The instance that runs on this data folder serves " + ControlServer.MOST_GUESTS + " commands already. Try again.");
            } else {
                answer(Question.read(hello.payload()));
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client has gone, or spoke something else.", e);
        } finally {
            ended.countDown();
            gone.accept(this);
        }
    }

    private void answer(Question question) throws IOException {
        frames.send(Frames.TAKEN, new byte[0]);
        Thread.ofPlatform().daemon().name("client of another process").start(this::hear);
        int code = answering.answer(question, guest);
        guest.results().flush();
        guest.remarks().flush();
        frames.exit(code);
    }

    private void hear() {
        try {
            for (var next = frames.next(); next.isPresent(); next = frames.next()) {
                if (next.get().type() == Frames.INPUT) {
                    guest.arrived(next.get().payload());
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client has gone.", e);
        } finally {
            guest.end();
        }
    }

    private void refuse(String sentence) throws IOException {
        frames.send(Frames.ERR, (sentence + "\n").getBytes(StandardCharsets.UTF_8));
        frames.exit(FAILED);
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection could not be closed in good order.", e);
        }
    }
}
