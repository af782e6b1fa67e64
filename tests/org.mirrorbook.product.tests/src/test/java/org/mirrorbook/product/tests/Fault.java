package org.mirrorbook.product.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Something that a disk does to who writes on it, made with the tools of Linux; where they are missing, the test is skipped and says why.
 */
abstract class Fault implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    /** From now on nothing more can be written. */
    abstract void begin() throws Exception;

    /** Now it can be again. */
    abstract void end() throws Exception;

    /** Leaves nothing behind. */
    @Override
    public abstract void close() throws Exception;

    /** A disk of its own for a folder, which can be filled to the last byte. */
    static Fault ofAFullDisk(Path folder) throws Exception {
        var failure = run("mount", "-t", "tmpfs", "-o", "size=64m,mode=700", "tmpfs", folder.toString());
        assumeTrue(failure.isEmpty(), "A small disk cannot be mounted here, only root can: " + failure);
        var filling = folder.resolve("filling");
        return new Fault() {
            @Override
            void begin() throws IOException {
                try (var file = FileChannel.open(filling, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    for (int size = CHUNK; size > 0; size /= 2) {
                        fill(file, size);
                    }
                }
            }

            @Override
            void end() throws IOException {
                Files.delete(filling);
            }

            @Override
            public void close() throws Exception {
                // lazily, for a process that is only just ending
                run("umount", "-l", folder.toString());
            }
        };
    }

    private static void fill(FileChannel file, int size) {
        try {
            while (file.write(ByteBuffer.allocate(size)) > 0) {
                // until there is no room
            }
        } catch (IOException full) {
            if (!full.getMessage().contains("No space")) {
                throw new UncheckedIOException(full);
            }
        }
    }

    /** A folder in which nothing can be written, through open files either, as when the system has mounted a broken disk anew. */
    static Fault ofAReadOnly(Path folder) throws Exception {
        var probe = Files.createTempFile(folder.getParent(), "probe", "");
        try (var file = FileChannel.open(probe, StandardOpenOption.WRITE)) {
            var failure = run("chattr", "+i", probe.toString());
            assumeTrue(failure.isEmpty(), "Files cannot be made immutable here, only root can, and not on every file system: " + failure);
            assumeTrue(refuses(file), "This file system lets open files be written although they are immutable.");
        } finally {
            run("chattr", "-i", probe.toString());
            Files.delete(probe);
        }
        return new Fault() {
            @Override
            void begin() throws Exception {
                done(run("chattr", "-R", "+i", folder.toString()));
            }

            @Override
            void end() throws Exception {
                done(run("chattr", "-R", "-i", folder.toString()));
            }

            @Override
            public void close() throws Exception {
                end();
            }
        };
    }

    private static boolean refuses(FileChannel file) {
        try {
            file.write(ByteBuffer.allocate(1));
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    private static void done(String failure) {
        if (!failure.isEmpty()) {
            throw new AssertionError(failure);
        }
    }

    /** Gives what went wrong; nothing where all went well. */
    private static String run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
            var told = new String(process.getInputStream().readAllBytes()).strip();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return command[0] + " does not end";
            }
            return process.exitValue() == 0 ? "" : told.isEmpty() ? command[0] + " ended with " + process.exitValue() : told;
        } catch (IOException missing) {
            return missing.getMessage();
        }
    }
}
