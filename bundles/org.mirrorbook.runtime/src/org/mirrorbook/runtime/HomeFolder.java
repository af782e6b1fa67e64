package org.mirrorbook.runtime;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A data folder that this process has made and locked. */
record HomeFolder(Path folder, FolderLock lock) implements Home {

    /**
     * Makes the folder where it is missing, readable by its owner alone, and takes its lock.
     *
     * @throws HomeProblem when another instance owns it or it cannot be used
     */
    static HomeFolder take(Path wanted, long processId) {
        try {
            make(wanted);
            var folder = wanted.toRealPath();
            return new HomeFolder(folder, FolderLock.take(folder, processId).orElseThrow(() -> inUse(folder)));
        } catch (FileAlreadyExistsException e) {
            throw new HomeProblem(false, "The data folder " + wanted + " cannot be used: there is a file, not a folder, at " + e.getFile()
                    + ".", e);
        } catch (IOException e) {
            throw new HomeProblem(false, "The data folder " + wanted + " cannot be written (" + reason(e) + ").", e);
        }
    }

    private static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() == null) {
            Files.createDirectory(folder);
            return;
        }
        Files.createDirectories(folder.getParent());
        if (Files.getFileAttributeView(folder.getParent(), PosixFileAttributeView.class) == null) {
            Files.createDirectory(folder);
        } else {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static HomeProblem inUse(Path folder) {
        var owner = FolderLock.owner(folder).map(pid -> "process " + pid).orElse("another process");
        return new HomeProblem(true, "The data folder " + folder + " is in use by " + owner + ".", null);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
