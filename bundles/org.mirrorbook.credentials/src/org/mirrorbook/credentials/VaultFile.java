package org.mirrorbook.credentials;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.spec.PBEKeySpec;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.provider.IProviderHints;

/** The file of the vault, in the format of Equinox secure storage; for its owner only where the system knows owners. */
final class VaultFile {

    private final Path file;

    VaultFile(Path file) {
        this.file = requireNonNull(file);
    }

    /**
     * Its top node. No provider may ask the user: that is ours to do.
     *
     * @param password what new values are encrypted with and old ones of that kind are read with; absent for the system's keyring
     */
    ISecurePreferences open(Optional<PBEKeySpec> password) {
        try {
            make();
            var options = new HashMap<Object, Object>(Map.of(IProviderHints.PROMPT_USER, Boolean.FALSE));
            password.ifPresent(spec -> options.put(IProviderHints.DEFAULT_PASSWORD, spec));
            return SecurePreferencesFactory.open(address(), options);
        } catch (IOException e) {
            throw new VaultProblem("The vault " + file + " cannot be read.", e);
        }
    }

    /** Writes what changed, through to the disk's care. */
    void flush(ISecurePreferences top) {
        try {
            top.flush();
            restrict();
        } catch (IOException e) {
            throw new VaultProblem("The vault " + file + " cannot be written.", e);
        }
    }

    /**
     * Secure storage writes to the path of an address as it is, but decodes it for reading: so nothing may be escaped, and what would be
     * decoded or cut off cannot be in a path.
     */
    private URL address() throws MalformedURLException {
        var path = file.toAbsolutePath().toString().replace('\\', '/');
        if (path.matches(".*[%#?].*")) {
            throw new VaultProblem("Keys cannot be kept in " + file + ": the name of a data folder must not hold any of % # ?");
        }
        return plain(path.startsWith("/") ? path : "/" + path);
    }

    @SuppressWarnings("deprecation") // by way of a URI the path would be escaped
    private static URL plain(String path) throws MalformedURLException {
        return new URL("file", null, path);
    }

    private void make() throws IOException {
        try {
            if (knowsOwners()) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException e) {
            restrict();
        }
    }

    private void restrict() throws IOException {
        if (knowsOwners()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean knowsOwners() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
