package org.mirrorbook.credentials;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;

/** Takes the master password from the first line of a file, in UTF-8, without its line end. */
public final class PasswordFile implements MasterPassword {

    private static final int LARGEST = 64 * 1024;

    private final Logger log = System.getLogger("org.mirrorbook.credentials");
    private final Path file;

    public PasswordFile(Path file) {
        this.file = requireNonNull(file);
    }

    /** @throws VaultProblem when the file cannot be read, or its first line is empty */
    @Override
    public Optional<char[]> ask(boolean first) {
        warnOfOtherReaders();
        var bytes = new byte[0];
        var text = CharBuffer.allocate(0);
        try {
            if (Files.size(file) > LARGEST) {
                throw new VaultProblem("The password file " + file + " is too large for a password.");
            }
            bytes = Files.readAllBytes(file);
            text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            return Optional.of(firstLine(text));
        } catch (IOException e) {
            throw new VaultProblem("The password file " + file + " cannot be read.", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text.array(), ' ');
        }
    }

    @Override
    public boolean asksUser() {
        return false;
    }

    private char[] firstLine(CharBuffer text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        if (end == 0) {
            throw new VaultProblem("The first line of the password file " + file + " is empty.");
        }
        return Arrays.copyOf(text.array(), end);
    }

    private void warnOfOtherReaders() {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                log.log(Level.WARNING, "Every user of this system can read the password file {0}.", file);
            }
        } catch (IOException e) {
            // reading it fails the same way, and says so
            log.log(Level.DEBUG, "The permissions of the password file cannot be read.", e);
        }
    }
}
