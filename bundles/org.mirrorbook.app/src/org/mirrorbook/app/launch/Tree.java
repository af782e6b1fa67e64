package org.mirrorbook.app.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A file, or a folder with all that is in it. */
record Tree(Path top) {

    Tree {
        requireNonNull(top);
    }

    void delete() throws IOException {
        try (var files = Files.walk(top)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            // a stream of files has no other way to tell what it met
            throw e.getCause();
        }
    }
}
