package org.mirrorbook.certification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.RecordingReader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the product recorded of an account, as far as it was flushed: the messages, each as a line of JSON. */
public final class Recording {

    private final JsonMapper json = new JsonMapper();
    private final RecordingReader reader;
    private final AccountId account;

    public Recording(RecordingReader reader, AccountId account) {
        this.reader = reader;
        this.account = account;
    }

    /** The messages, oldest first; what had no text, such as an edit, is left out. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        reader.read(reader.files(account), one -> {
            if (one.input() instanceof LaneInput.Heard heard && !heard.text().isEmpty()) {
                lines.add(json.createObjectNode().put("n", one.number()).put("at", heard.at().toString()).put("channel", heard.channel())
                        .put("text", heard.text()).toString());
            }
        });
        return lines;
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
