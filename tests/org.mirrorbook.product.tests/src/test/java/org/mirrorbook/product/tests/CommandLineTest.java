package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
