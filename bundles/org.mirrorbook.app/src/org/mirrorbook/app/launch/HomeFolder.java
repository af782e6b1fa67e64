package org.mirrorbook.app.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * The data folder as it is before Equinox runs. Equinox keeps its configuration inside, and two of them on one configuration would spoil
 * it; so this process takes {@code osgi/.owner} for as long as it lives. The journal's own lock, {@code lock}, is only looked at: it is
 * taken by whoever opens the home, also from within another workbench.
 *
 * @param folder absolute
 */
record HomeFolder(Path folder) {

    static final int IN_USE = 4;
    private static final int WRONG_USAGE = 2;
    /** As the runtime bundle does it: far behind the text, which others have to be able to read. */
    private static final long LOCKED_BYTE = 1L << 40;
    /** Name of the file within the configuration that is locked for the life of this process. */
    static final String OWNER = ".owner";

    HomeFolder {
        requireNonNull(folder);
    }

    /**
     * The folder that is meant: what was asked for, else {@code MIRRORBOOK_HOME}, else {@code .mirrorbook} in the user's home.
     *
     * @throws LaunchProblem when nothing is named, but asked for
     */
    static HomeFolder of(Optional<String> asked, Map<String, String> environment, String userHome) throws LaunchProblem {
        if (asked.filter(String::isBlank).isPresent()) {
            // mostly a variable of a script that is not set; no folder must be taken for it
            throw new LaunchProblem(WRONG_USAGE, "The value of --home is empty.");
        }
        var named = asked.or(() -> Optional.ofNullable(environment.get("MIRRORBOOK_HOME"))).filter(name -> !name.isBlank());
        // the property comes from the user database, which says something else in containers and under sudo
        var own = Optional.ofNullable(environment.get("HOME")).filter(name -> !name.isBlank()).orElse(userHome);
        return new HomeFolder(named.map(Path::of).orElseGet(() -> Path.of(own, ".mirrorbook")).toAbsolutePath().normalize());
    }

    Path configuration() {
        return folder.resolve("osgi");
    }

    /** Whether it was ever opened. */
    boolean isMade() {
        return Files.exists(folder.resolve("lock"));
    }

    /**
     * Makes the folder if need be, for its owner only, and holds it until this process ends.
     *
     * @throws LaunchProblem when another instance has it, or it cannot be written
     */
    FileLock hold() throws LaunchProblem {
        try {
            Files.createDirectories(folder, ownerOnly());
            Files.createDirectories(configuration(), ownerOnly());
            var channel = FileChannel.open(configuration().resolve(OWNER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var own = tryLock(channel);
            if (own.isEmpty() || isOpenElsewhere()) {
                channel.close();
                throw new LaunchProblem(IN_USE, "The journal in " + folder + " is open in another instance" + owner() + ".");
            }
            return own.get();
        } catch (IOException e) {
            throw new LaunchProblem(1, "The data folder " + folder + " cannot be written: " + Main.reason(e) + ".", e);
        }
    }

    private boolean isOpenElsewhere() throws IOException {
        if (!isMade()) {
            return false;
        }
        try (var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
            var free = tryLock(channel);
            if (free.isPresent()) {
                free.get().release();
            }
            return free.isEmpty();
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /** Whoever opened the home wrote the number of its process into the lock; one that is only starting has not yet. */
    private String owner() {
        try {
            var text = Files.readString(folder.resolve("lock"), StandardCharsets.US_ASCII).strip();
            return text.matches("[0-9]{1,19}") ? " (process " + text + ")" : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }
}
