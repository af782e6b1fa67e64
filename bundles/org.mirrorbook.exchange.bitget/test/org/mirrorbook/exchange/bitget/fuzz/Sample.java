package org.mirrorbook.exchange.bitget.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real or documented message of any folder of fixtures: a folder that is added is read without being named here. */
record Sample(String folder, String name, String text) {

    private static final Path FIXTURES = Path.of("test", "fixtures");

    boolean classic() {
        return folder.equals("bitget");
    }

    static List<Sample> all() {
        try (var files = Files.walk(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(Sample::of)
                    .flatMap(sample -> Stream.concat(Stream.of(sample), sample.opened().stream())).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** There is no captured push of an open position of a unified account; one that ended becomes one by its size and its status. */
    private Optional<Sample> opened() {
        return text.contains("\"ended\"") ? Optional.of(new Sample(folder, "opened-" + name, text.replace("\"ended\"", "\"opening\"")
                .replaceFirst("\"size\": \"0\"", "\"size\": \"0.5\"").replace("\"openFeeTotal\": \"\"", "\"openFeeTotal\": \"1.25\"")
                .replace("\"closeFeeTotal\": \"\"", "\"closeFeeTotal\": \"0.5\""))) : Optional.empty();
    }

    private static Sample of(Path file) {
        try {
            return new Sample(file.getParent().getFileName().toString(), file.getFileName().toString(), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
