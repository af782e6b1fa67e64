package org.mirrorbook.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.journal.JournalArchive;

/** An archive of texts. */
final class FakeArchive implements JournalArchive {

    static final String BACKUP = "everything \u20AC";
    static final String EXPORT = "{\"trades\":[\"\u20AC\uD83D\uDCC8\"]}\n";
    final List<String> read = new ArrayList<>();
    Imported imported = new Imported(0, 0, 0, List.of());
    Optional<IOException> failure = Optional.empty();

    @Override
    public Contents backup(OutputStream out) throws IOException {
        return write(out, BACKUP);
    }

    @Override
    public Contents restore(Path file) throws IOException {
        read.add(Files.readString(file));
        return contents();
    }

    @Override
    public Contents export(OutputStream out) throws IOException {
        return write(out, EXPORT);
    }

    /** One byte after the other, and the failure, if there is one, when half is written. */
    private Contents write(OutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (i == bytes.length / 2 && failure.isPresent()) {
                throw failure.get();
            }
            out.write(bytes[i]);
        }
        return contents();
    }

    @Override
    public Imported add(InputStream export) throws IOException {
        read.add(new String(export.readAllBytes(), StandardCharsets.UTF_8));
        return imported;
    }

    private static Contents contents() {
        return new Contents("1.2.3", List.of("1"), "derby", Instant.parse("2026-03-01T10:00:00Z"), Map.of("account", 1L, "trade", 34L));
    }
}
