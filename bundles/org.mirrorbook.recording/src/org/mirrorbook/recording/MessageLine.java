package org.mirrorbook.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.mirrorbook.journal.LaneInput;

/**
 * A message as earlier versions wrote it, one line of JSON: {@code {"n":1,"at":"2026-01-02T03:04:05.000006Z","channel":"positions","text":
 * "…"}}. Nothing was folded from what is read here: it is evidence alone.
 */
record MessageLine(long number, LaneInput.Heard heard) {

    private static final Pattern WHOLE = Pattern.compile(
            "\\{\"n\":(\\d{1,18}),\"at\":\"([^\"]*)\",\"channel\":\"(.*?)(?<!\\\\)\",\"text\":\"(.*)\"}");

    /** A whole line; nothing when a kill cut it. */
    static Optional<MessageLine> of(String line) {
        var whole = WHOLE.matcher(line);
        if (!whole.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MessageLine(Long.parseLong(whole.group(1)), new LaneInput.Heard(plain(whole.group(3)),
                    plain(whole.group(4)), List.of(), Instant.parse(whole.group(2)))));
        } catch (DateTimeException | NumberFormatException e) {
            // not a line of ours, as after a kill
            return Optional.empty();
        }
    }

    /** The number behind the last whole line. */
    static long next(SegmentName lines) throws IOException {
        long next = lines.first();
        try (var in = Files.newInputStream(lines.file())) {
            // a line may be torn within a character
            for (var line : (Iterable<String>) new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()::iterator) {
                next = of(line).map(one -> one.number() + 1).orElse(next);
            }
        }
        return next;
    }

    private static String plain(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        var text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\' || i + 1 == written.length()) {
                text.append(c);
                continue;
            }
            i++;
            switch (written.charAt(i)) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(written.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(written.charAt(i));
            }
        }
        return text.toString();
    }
}
