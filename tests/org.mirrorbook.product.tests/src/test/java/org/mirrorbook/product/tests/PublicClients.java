package org.mirrorbook.product.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public clients of the venue's protocol, installed from npm at the versions that {@code src/test/clients/package.json} pins. They were
 * written against the real exchange by people who know nothing of this project: what they accept is the protocol.
 */
final class PublicClients {

    private static final Path SCRIPTS = Path.of("src", "test", "clients");
    private static final Path INSTALLED = Path.of("target", "clients");
    private static final Duration INSTALLING = Duration.ofMinutes(5);
    private static final Duration RUNNING = Duration.ofMinutes(2);

    private final JsonMapper json = JsonMapper.builder().build();

    /** Whether this machine has npm, and the node that runs what it installs. */
    static boolean canBeInstalled() {
        return answers("npm", "--version") && answers("node", "--version");
    }

    /** Installs them, scripts of packages switched off, and nothing outside of {@code target}. */
    PublicClients() throws IOException {
        Files.createDirectories(INSTALLED);
        try (var files = Files.list(SCRIPTS)) {
            for (var file : files.toList()) {
                Files.write(INSTALLED.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        try (var npm = run(List.of("npm", "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund",
                "--loglevel=error"))) {
            if (npm.exitCode(INSTALLING) != 0) {
                throw new AssertionError("npm could not install the clients\n" + npm);
            }
        }
    }

    /** What the client of that script saw at the practice exchange. */
    JsonNode see(String script, PracticeProcess practice, String kind) throws IOException {
        try (var node = run(List.of("node", script, practice.told(), kind))) {
            if (node.exitCode(RUNNING) != 0) {
                throw new AssertionError(script + " failed\n" + node);
            }
            return json.readTree(node.out().getLast());
        }
    }

    private static Running run(List<String> command) throws IOException {
        return new Running(String.join(" ", command), new ProcessBuilder(command).directory(INSTALLED.toFile()).start());
    }

    private static boolean answers(String... command) {
        try (var asked = new Running(String.join(" ", command), new ProcessBuilder(command).start())) {
            return asked.exitCode() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
