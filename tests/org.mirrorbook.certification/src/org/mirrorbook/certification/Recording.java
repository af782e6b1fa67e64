package org.mirrorbook.certification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.mirrorbook.domain.position.AccountId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the product recorded of an account, as it lies in its home. */
public final class Recording {

    private final JsonMapper json = new JsonMapper();
    private final Path folder;

    public Recording(Path home, AccountId account) {
        this.folder = home.resolve("recordings").resolve(account.value());
    }

    /** The whole lines, oldest first. */
    public List<String> lines() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().flatMap(Recording::wholeLines).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> wholeLines(Path file) {
        try {
            var text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How often the closing records of each product were asked for and came. */
    public Map<String, Integer> questions() {
        var questions = new TreeMap<String, Integer>();
        lines().stream().map(json::readTree).filter(line -> line.path("channel").asString().equals("GET closing records"))
                .map(line -> json.readTree(line.path("text").asString())).map(asked -> asked.path("product").asString())
                .forEach(product -> questions.merge(product, 1, Integer::sum));
        return questions;
    }

    /** Whether history was read again in each product since these questions. */
    public boolean askedAgainSince(Map<String, Integer> before) {
        var now = questions();
        return before.entrySet().stream().allMatch(product -> now.getOrDefault(product.getKey(), 0) > product.getValue());
    }

    /** The lines as trees. */
    public List<JsonNode> messages() {
        return lines().stream().<JsonNode>map(json::readTree).toList();
    }
}
