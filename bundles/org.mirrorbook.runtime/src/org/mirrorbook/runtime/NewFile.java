package org.mirrorbook.runtime;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is there only once it is complete: it is written beside its name, as {@code FILE.part}, for its owner only, and takes its
 * name when {@link #complete()} is called. Closed before that, it leaves nothing behind. Not thread-safe.
 */
public final class NewFile implements Closeable {

    private final Path file;
    private final Path part;
    private final boolean replaces;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean done;

    private NewFile(Path file, Path part, boolean replaces, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.replaces = replaces;
        this.channel = channel;
        this.out = Channels.newOutputStream(channel);
    }

    /**
     * @param replaces whether a file of that name may be replaced; a folder never is
     * @throws FileAlreadyExistsException when it may not, and there is one
     */
    public static NewFile at(Path file, boolean replaces) throws IOException {
        requireNonNull(file);
        if (Files.isDirectory(file) || !replaces && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        // what a run that was killed left there
        Files.deleteIfExists(part);
        return new NewFile(file, part, replaces,
                FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(part)));
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /** Where its content is written to. Not buffered. */
    public OutputStream out() {
        return out;
    }

    /** Makes it durable and gives it its name. */
    public void complete() throws IOException {
        channel.force(true);
        channel.close();
        if (!replaces && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        done = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!done) {
            Files.deleteIfExists(part);
        }
    }
}
