package org.mirrorbook.cli;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

import org.mirrorbook.runtime.NewFile;

/** A file that a command was told to write or to read, with a sentence for what can be wrong with it. */
record NamedFile(Path path) {

    /** What is written to it. */
    interface Content<T> {
        T to(OutputStream out) throws IOException;
    }

    /** Whether it stands for standard input or output. */
    boolean isStream() {
        return path.getFileName() != null && path.getFileName().toString().equals("-");
    }

    boolean isNamed(String ending) {
        return path.getFileName() != null && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Before anything is opened: what is there already would be lost. */
    void requireNew(boolean force) {
        if (Files.isDirectory(path)) {
            throw CommandProblem.failed(path + " is a folder.");
        }
        if (Files.exists(path) && !force) {
            throw exists();
        }
    }

    private CommandProblem exists() {
        return CommandProblem.failed(path + " is there already. Name another file, or give --force to replace it.");
    }

    /** Writes it as a whole, or leaves nothing behind. */
    <T> T write(boolean force, Content<T> content) {
        try (var file = NewFile.at(path, force)) {
            var out = new BufferedOutputStream(file.out(), 1 << 16);
            var result = content.to(out);
            out.flush();
            file.complete();
            return result;
        } catch (FileAlreadyExistsException e) {
            throw exists();
        } catch (IOException e) {
            throw CommandProblem.failed(path + " could not be written: " + why(e) + ".");
        }
    }

    CommandProblem unreadable(IOException failure) {
        return CommandProblem.failed(path + " could not be read: " + why(failure) + ".");
    }

    static String why(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no such file or folder";
            case FileNotFoundException missing -> "there is no such file or folder";
            case AccessDeniedException denied -> "it is not allowed";
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }
}
