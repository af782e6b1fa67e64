package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A packaged product whose journal is taken out and brought into other data folders. */
class BackupStoryTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void whatWasMirroredComesBackByteForByteAndABackupIsTakenWhileMirroring() throws Exception {
        var user = Files.createDirectory(folder.resolve("a user"));
        var product = new Product(user).with("MIRRORBOOK_PASSWORD_FILE", Files.writeString(user.resolve("password"), "correct horse\n"));
        var journal = new Journal(product);
        try (var practice = new PracticeProcess(product, "practice", "--seed", "7", "--speed", "15")) {
            assertThat(journal.add("demo", practice, practice.key())).isZero();
            try (var mirror = journal.mirror()) {
                journal.event(mirror, "a trade to be confirmed", event -> Journal.is(event, "confirmed"));
                assertThat(done(product, "backup", user.resolve("while.zip").toString()).getFirst()).startsWith("Backed up 1 account and ");
                assertThat(Journal.stop(mirror)).isZero();
            }
        }
        var trades = done(product, "trades", "--json");
        done(product, "backup", user.resolve("after.zip").toString());
        done(product, "export", user.resolve("trades.json").toString());

        var restored = user.resolve("restored").toString();
        in(product, restored, "restore", user.resolve("after.zip").toString());
        assertThat(in(product, restored, "trades", "--json")).isEqualTo(trades);

        var during = user.resolve("during").toString();
        in(product, during, "restore", user.resolve("while.zip").toString());
        assertThat(in(product, during, "trades", "--json")).isNotEqualTo(List.of("[]"));

        var imported = user.resolve("imported").toString();
        in(product, imported, "import", user.resolve("trades.json").toString());
        assertThat(in(product, imported, "trades", "--json")).isEqualTo(trades);
        assertThat(in(product, imported, "import", user.resolve("trades.json").toString()).getFirst()).startsWith("Added 0 trades");

        try (var again = product.startPlain("--home", restored, "restore", user.resolve("after.zip").toString())) {
            assertThat(again.exitCode(PATIENCE)).isEqualTo(1);
            assertThat(again.err()).singleElement().asString().startsWith("There is a journal already");
        }
    }

    private static List<String> done(Product product, String... arguments) throws IOException {
        return in(product, product.home().toString(), arguments);
    }

    private static List<String> in(Product product, String home, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("--home", home));
        all.addAll(List.of(arguments));
        try (var command = product.startPlain(all.toArray(String[]::new))) {
            assertThat(command.exitCode(PATIENCE)).as(command.toString()).isZero();
            return command.out();
        }
    }
}
