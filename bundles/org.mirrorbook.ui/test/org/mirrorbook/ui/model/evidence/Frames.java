package org.mirrorbook.ui.model.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Messages of the exchange, copied whole; test/fixtures/bitget/sources.tsv says where from. */
final class Frames {

    private Frames() {
    }

    static String read(String name) {
        try (var in = Frames.class.getResourceAsStream("/fixtures/bitget/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
