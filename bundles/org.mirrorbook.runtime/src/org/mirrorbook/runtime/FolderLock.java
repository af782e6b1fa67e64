package org.mirrorbook.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The operating system's lock on the file {@code lock} of a folder. It ends with its process, however that ends.
 * The file tells the owner's process id, for people and for {@link #owner}.
 */
final class FolderLock implements Closeable {

    /** Far behind the text: Windows forbids others to read a locked region, and they must be able to read the process id. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing when another owner has it. */
    static Optional<FolderLock> take(Path folder, long processId) throws IOException {
        var channel = FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lockOf(channel).isEmpty()) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((processId + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
            return Optional.of(new FolderLock(channel));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<FileLock> lockOf(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
        } catch (OverlappingFileLockException heldInThisProcess) {
            return Optional.empty();
        }
    }

    /** The process id that the owner wrote; nothing when it has not yet. */
    static Optional<Long> owner(Path folder) {
        try {
            var text = Files.readString(file(folder), StandardCharsets.US_ASCII).strip();
            return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("lock");
    }

    /** Lets the folder go. The file stays: removing it would let two owners lock two files of one name. */
    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the lock could not be released in good order", e);
        }
    }
}
