package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line answers before it opens anything. */
class CommandLineTest {
    @TempDir
    Path folder;

    private Product product;

    @BeforeEach
    void aUserWithAnEmptyHome() {
        product = new Product(folder);
    }

    @Test
    void theVersionIsToldAndNoHomeIsTouched() throws IOException {
        try (var started = product.startPlain("--version")) {
            assertThat(started.exitCode()).as(started.toString()).isZero();
            assertThat(started.out()).singleElement().asString().matches("mirrorbook 0\\.1\\.0\\..*");
            assertThat(product.home()).doesNotExist();
        }
    }

    @Test
    void helpNamesTheCommandsAndNoHomeIsTouched() throws IOException {
        try (var started = product.startPlain("--help")) {
            assertThat(started.exitCode()).as(started.toString()).isZero();
            assertThat(String.join("\n", started.out())).contains("Usage: mirrorbook", "accounts", "mirror", "trades", "practice");
            assertThat(product.home()).doesNotExist();
        }
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheUsage() throws IOException {
        try (var started = product.startPlain("gamble")) {
            assertThat(started.exitCode()).as(started.toString()).isEqualTo(2);
            assertThat(started.out()).isEmpty();
            assertThat(String.join("\n", started.err())).contains("gamble", "Usage: mirrorbook");
        }
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheUsage() throws IOException {
        try (var started = product.startPlain("--leverage=100")) {
            assertThat(started.exitCode()).as(started.toString()).isEqualTo(2);
            assertThat(String.join("\n", started.err())).contains("--leverage", "Usage: mirrorbook");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trades --bogus", "accounts", "accounts mirror main perhaps", "mirror --for soon", "trades --home"})
    void aMistakeInACommandMakesNoHome(String arguments) throws IOException {
        try (var started = product.startPlain(arguments.split(" "))) {
            assertThat(started.exitCode()).as(started.toString()).isEqualTo(2);
            assertThat(product.home()).doesNotExist();
        }
    }

    @Test
    void aMistakeIsToldAlsoWhereTheHomeCannotBeUsedAndWhatStandsAgainstTheHomeOnlyToACommandThatIsUnderstood() throws IOException {
        Files.createDirectory(product.home());
        Files.createFile(product.home().resolve("lock"));
        Files.createFile(product.home().resolve("logs"));

        try (var mistaken = product.start("trades", "--bogus")) {
            assertThat(mistaken.exitCode()).as(mistaken.toString()).isEqualTo(2);
        }
        // not at the same time: for a moment each of them holds the lock
        try (var understood = product.start("trades")) {
            assertThat(understood.exitCode()).as(understood.toString()).isEqualTo(1);
            assertThat(understood.err()).singleElement().asString().contains("logs");
        }
    }

    @Test
    void anEmptyHomeIsWrongUsage() throws IOException {
        try (var started = product.startPlain("trades", "--home", "")) {
            assertThat(started.exitCode()).as(started.toString()).isEqualTo(2);
            assertThat(started.err()).first().isEqualTo("The value of --home is empty.");
            assertThat(product.home()).doesNotExist();
        }
    }

    @Test
    void theInstallationStaysAsItIs() throws IOException {
        var before = files(Product.folder());

        try (var started = product.startPlain("--version")) {
            assertThat(started.exitCode()).isZero();
        }

        assertThat(files(Product.folder())).isEqualTo(before);
    }

    private static List<Path> files(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.sorted().toList();
        }
    }
}
