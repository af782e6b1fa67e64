package org.mirrorbook.exchange.practice.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.oddities.OddityChange;
import org.mirrorbook.exchange.practice.oddities.Spans;

import tools.jackson.databind.JsonNode;

/** Reads steps, and refuses what it does not know, so that a slip of the pen is told and not ignored. */
public final class StepReader {

    private static final String AT = "at";
    private static final String DO = "do";

    private final Contracts contracts;

    public StepReader(Contracts contracts) {
        this.contracts = contracts;
    }

    /**
     * The step that the node describes.
     *
     * @param where what messages call the node
     */
    public Step read(JsonNode node, String where) throws ScenarioProblem {
        if (!node.isObject()) {
            throw new ScenarioProblem(where + " has to be an object such as {\"do\":\"close\",\"symbol\":\"BTCUSDT\"}.");
        }
        String wanted = node.path(DO).asString("");
        Verb verb = Verb.named(wanted).orElseThrow(() -> new ScenarioProblem(where + ".do is \"" + wanted + "\", which is none of "
                + Verb.names() + "."));
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getKey().equals(DO) && !entry.getKey().equals(AT)) {
                Field field = Field.named(entry.getKey()).filter(verb::takes).orElseThrow(() ->
                        new ScenarioProblem(where + "." + entry.getKey() + " is not a field of " + verb.wire() + "."));
                fields.put(field, value(field, entry.getValue(), where));
            }
        }
        for (Field field : verb.needed()) {
            if (!fields.containsKey(field)) {
                throw new ScenarioProblem(where + "." + field.wire() + " is missing; " + verb.wire() + " needs it.");
            }
        }
        Step step = new Step(at(node.path(AT), where), verb, Map.copyOf(fields));
        if (verb == Verb.ODDITY) {
            change(step, where);
        }
        return step;
    }

    private String value(Field field, JsonNode node, String where) throws ScenarioProblem {
        String name = where + "." + field.wire();
        String value = text(node).orElseThrow(() -> new ScenarioProblem(name + " has to be text, a number, true or false."));
        Optional<String> fault = field.fault(value, contracts);
        if (fault.isPresent()) {
            throw new ScenarioProblem(name + " is \"" + value + "\", it " + fault.get() + ".");
        }
        return value;
    }

    /** A scalar as text, a list of scalars with commas between them. */
    static Optional<String> text(JsonNode node) {
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            for (JsonNode part : node) {
                if (!part.isString()) {
                    return Optional.empty();
                }
                parts.add(part.asString());
            }
            return Optional.of(String.join(",", parts));
        }
        if (node.isNumber()) {
            return Optional.of(node.decimalValue().toPlainString());
        }
        return node.isString() || node.isBoolean() ? Optional.of(node.asString()) : Optional.empty();
    }

    private static Duration at(JsonNode node, String where) throws ScenarioProblem {
        if (node.isMissingNode()) {
            return Duration.ZERO;
        }
        return Spans.read(node.asString("")).filter(span -> !span.isNegative()).orElseThrow(() -> new ScenarioProblem(where
                + ".at has to be the time since the start, such as \"2s\" or \"250ms\"."));
    }

    /** The change of an oddity that a step makes. */
    static OddityChange change(Step step, String where) throws ScenarioProblem {
        try {
            Oddity oddity = Oddity.named(step.need(Field.NAME)).orElseThrow();
            OddityChange change = OddityChange.of(oddity, step.text(Field.VALUE).orElse("true"));
            change = step.text(Field.TIMES).map(Integer::parseInt).map(change::times).orElse(change);
            return step.text(Field.CHANNEL).map(change::onlyFor).orElse(change);
        } catch (IllegalArgumentException unsuitable) {
            throw new ScenarioProblem(where + ".value does not fit: " + unsuitable.getMessage() + ".", unsuitable);
        }
    }
}
