package org.mirrorbook.ui.model.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Messages of the exchange, copied whole; test/fixtures/bitget/sources.tsv says where from. */
final class Frames {

    private Frames() {
    }

    static String read(String name) {
        try {
            return Files.readString(Path.of("test", "fixtures", "bitget", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
