package org.mirrorbook.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.PracticeVenue;

/** Where commands are typed, on a home in memory. */
final class Prompt implements Product {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final FakeHome home = new FakeHome();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    String input = "";
    /** How often the home was opened. */
    int opened;

    /** Arguments that hold no blanks. */
    int type(String arguments) {
        return type(arguments.split(" "));
    }

    int type(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var streams = new Streams(new PrintWriter(out, true), new PrintWriter(err, true),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), Optional.empty(), false);
        return new Commands(this, streams, stop -> {
            // nobody asks
        }).run(List.of(arguments));
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public PracticeVenue practiceVenue() {
        throw new AssertionError("nobody practises here");
    }

    @Override
    public Set<String> exchanges() {
        return Set.of("bitget");
    }

    @Override
    public OpenHome open(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        opened++;
        home.settings.putAll(settings);
        return home;
    }

    @Override
    public OpenFolder openFolder(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        open(folder, passwordFile, settings);
        return home;
    }
}
