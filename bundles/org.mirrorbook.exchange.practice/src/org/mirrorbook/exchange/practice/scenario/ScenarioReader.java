package org.mirrorbook.exchange.practice.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.keys.KeyFacts;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.oddities.OddityChange;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads scenario files. Whatever it does not know it refuses, naming the file and the line or field. */
public final class ScenarioReader {

    private static final Set<String> FIELDS = Set.of("trader", "kind", "positionMode", "key", "oddities", "steps", "comment");
    private static final Set<String> KEY_FIELDS = Set.of("authorities", "ips", "permType", "permissions", "mayAsk");

    private final Json json;
    private final StepReader steps;

    public ScenarioReader(Json json, Contracts contracts) {
        this.json = json;
        this.steps = new StepReader(contracts);
    }

    public Scenario read(Path file) throws ScenarioProblem {
        try {
            return read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new ScenarioProblem("The scenario file " + file + " cannot be read.", unreadable);
        } catch (JacksonException noJson) {
            String at = noJson.getLocation() == null ? "" : " (line " + noJson.getLocation().getLineNr() + ", column "
                    + noJson.getLocation().getColumnNr() + ")";
            throw new ScenarioProblem("The scenario file " + file + " is no JSON" + at + ".", noJson);
        } catch (ScenarioProblem problem) {
            throw new ScenarioProblem("The scenario file " + file + " cannot be used: " + problem.getMessage(), problem);
        }
    }

    private Scenario read(String text) throws ScenarioProblem {
        JsonNode root = json.read(text);
        if (!root.isObject()) {
            throw new ScenarioProblem("it has to be a JSON object.");
        }
        known(root, FIELDS, "");
        String kind = root.path("kind").asString("classic");
        if (!kind.equals("classic") && !kind.equals("unified")) {
            throw new ScenarioProblem("kind has to be classic or unified.");
        }
        return new Scenario(flag(root, "trader", false), kind.equals("unified"), mode(root.path("positionMode")), key(root.path("key")),
                oddities(root.path("oddities")), steps(root.path("steps")));
    }

    private static Optional<PositionMode> mode(JsonNode node) throws ScenarioProblem {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(PositionMode.values()).filter(mode -> mode.wire().equals(node.asString(""))).findFirst()
                .orElseThrow(() -> new ScenarioProblem("positionMode has to be hedge_mode or one_way_mode.")));
    }

    private static KeyFacts key(JsonNode node) throws ScenarioProblem {
        KeyFacts usual = KeyFacts.usual();
        if (node.isMissingNode()) {
            return usual;
        }
        known(node, KEY_FIELDS, "key.");
        return new KeyFacts(words(node, "authorities", usual.authorities()), words(node, "ips", usual.ips()),
                node.path("permType").asString(usual.permType()), words(node, "permissions", usual.permissions()),
                flag(node, "mayAsk", true));
    }

    private static List<String> words(JsonNode node, String field, List<String> usual) throws ScenarioProblem {
        JsonNode list = node.path(field);
        if (list.isMissingNode()) {
            return usual;
        }
        List<String> words = new ArrayList<>();
        for (JsonNode word : list) {
            words.add(word.asString(""));
        }
        if (!list.isArray() || words.contains("")) {
            throw new ScenarioProblem("key." + field + " has to be a list of words.");
        }
        return List.copyOf(words);
    }

    private static List<OddityChange> oddities(JsonNode node) throws ScenarioProblem {
        List<OddityChange> changes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = "oddities." + entry.getKey();
            Oddity oddity = Oddity.named(entry.getKey()).orElseThrow(() ->
                    new ScenarioProblem(name + " is not known; there are " + Oddity.names() + "."));
            try {
                changes.add(OddityChange.of(oddity, StepReader.text(entry.getValue())
                        .orElseThrow(() -> new IllegalArgumentException("it has to be text, a number, true or false"))));
            } catch (IllegalArgumentException unsuitable) {
                throw new ScenarioProblem(name + " does not fit: " + unsuitable.getMessage() + ".", unsuitable);
            }
        }
        return List.copyOf(changes);
    }

    private List<Step> steps(JsonNode node) throws ScenarioProblem {
        if (!node.isArray() && !node.isMissingNode()) {
            throw new ScenarioProblem("steps has to be a list.");
        }
        List<Step> read = new ArrayList<>();
        for (JsonNode step : node) {
            read.add(steps.read(step, "steps[" + read.size() + "]"));
        }
        return List.copyOf(read);
    }

    private static boolean flag(JsonNode node, String field, boolean usual) throws ScenarioProblem {
        JsonNode flag = node.path(field);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw new ScenarioProblem(field + " has to be true or false.");
        }
        return flag.asBoolean(usual);
    }

    private static void known(JsonNode node, Set<String> fields, String prefix) throws ScenarioProblem {
        if (!node.isObject()) {
            throw new ScenarioProblem(prefix + " has to be an object.");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!fields.contains(entry.getKey())) {
                throw new ScenarioProblem(prefix + entry.getKey() + " is not known here.");
            }
        }
    }
}
