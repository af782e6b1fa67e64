package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is replaced by a whole new one or stays as it was: the new one is written beside it first. Any thread; blocking. */
public record WholeFile(Path file) {

    /** Writes what is to be in the file, as UTF-8; an exception ends it, and nothing is replaced. */
    public interface Content {
        void write(BufferedWriter out) throws IOException;
    }

    public WholeFile {
        requireNonNull(file);
    }

    /** Fails as the content does, or when the folder cannot be written. */
    public void write(Content content) throws IOException {
        var aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var out = Files.newBufferedWriter(aside, StandardCharsets.UTF_8)) {
                content.write(out);
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            try {
                Files.deleteIfExists(aside);
            } catch (IOException stays) {
                e.addSuppressed(stays);
            }
            throw e;
        }
    }
}
