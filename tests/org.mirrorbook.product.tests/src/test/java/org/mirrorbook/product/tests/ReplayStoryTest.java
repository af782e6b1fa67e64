package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that was mirrored, killed and mirrored again is built anew from its recording alone, byte for byte. */
class ReplayStoryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void aRecordingGivesTheSameJournalAgainThroughKillAndRestart() throws Exception {
        var user = Files.createDirectory(folder.resolve("a user"));
        var password = Files.writeString(user.resolve("password"), "correct horse battery staple\n");
        var product = new Product(user).with("MIRRORBOOK_PASSWORD_FILE", password);
        var journal = new Journal(product);
        try (var practice = new PracticeProcess(product, "practice", "--seed", "11", "--speed", "15")) {
            assertThat(journal.add("demo", practice, practice.key())).isZero();
            try (var mirror = journal.mirror()) {
                journal.event(mirror, "a position to open", event -> Journal.is(event, "opened"));
                mirror.kill();
            }
            try (var mirror = journal.mirror()) {
                journal.event(mirror, "a life to be final", event -> Journal.is(event, "confirmed"));
                journal.event(mirror, "another life to be final", event -> Journal.is(event, "confirmed"));
                assertThat(Journal.stop(mirror)).isZero();
            }
            assertThatNoSecretIsIn(product.home().resolve("recordings"), practice.key());
        }
        var original = trades(product);
        assertThat(original).hasSizeGreaterThan(1);

        var other = new Product(Files.createDirectory(folder.resolve("another user"))).with("MIRRORBOOK_PASSWORD_FILE", password);
        var recordings = recordings(product);
        assertThat(recordings).hasSize(1);
        try (var replay = other.start("replay", recordings.getFirst())) {
            assertThat(replay.exitCode(PATIENCE)).as(replay.toString()).isZero();
            assertThat(replay.out()).singleElement().asString().startsWith("Replayed 1 account, ");
            assertThat(replay.err()).as("no difference is told").isEmpty();
        }

        assertThat(trades(other)).isEqualTo(original);
        try (var again = other.start("replay", recordings.getFirst())) {
            assertThat(again.exitCode(PATIENCE)).isEqualTo(1);
            assertThat(again.err()).singleElement().asString().contains("is not empty");
        }
    }

    private static List<String> trades(Product product) throws IOException {
        try (var trades = product.start("trades", "--json")) {
            assertThat(trades.exitCode(PATIENCE)).as(trades.toString()).isZero();
            return trades.out();
        }
    }

    private static List<String> recordings(Product product) throws IOException {
        try (var folders = Files.list(product.home().resolve("recordings"))) {
            return folders.map(Path::toString).toList();
        }
    }

    /** Each value of the key, in the plain segments as bytes: they are not compressed before they are full. */
    private static void assertThatNoSecretIsIn(Path recordings, String key) throws IOException {
        var values = key.replaceAll("[{}\"\\s]", "").split("[,:]");
        try (var files = Files.walk(recordings)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (int i = 1; i < values.length; i += 2) {
                    assertThat(text.contains(values[i])).as("a part of the key is in %s", file).isFalse();
                }
            }
        }
    }
}
