package org.mirrorbook.exchange.bitget.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real or documented message of any folder of fixtures: a folder that is added is read without being named here. */
record Sample(String folder, String name, String text) {

    private static final Path FIXTURES = Path.of("test", "fixtures");

    boolean classic() {
        return folder.equals("bitget");
    }

    static List<Sample> all() {
        try (var files = Files.walk(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(Sample::of).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Sample of(Path file) {
        try {
            return new Sample(file.getParent().getFileName().toString(), file.getFileName().toString(), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
