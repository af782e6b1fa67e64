package org.mirrorbook.exchange.practice.frames;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fixture: a frame or response whose origin is told in sources.tsv. */
public final class Frame {

    private final JsonNode json;

    private Frame(JsonNode json) {
        this.json = json;
    }

    public static Frame named(String name) {
        try (InputStream stream = Frame.class.getResourceAsStream(name + ".json")) {
            return new Frame(JsonMapper.builder().build().readTree(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public JsonNode json() {
        return json;
    }

    /** The first row of its data, be that a list or an object with a list. */
    public JsonNode row() {
        JsonNode data = json.path("data");
        if (data.isObject() && !data.isEmpty() && data.iterator().next().isArray()) {
            data = data.iterator().next();
        }
        return data.isArray() ? data.path(0) : data;
    }

    /** The names of the first row's fields. */
    public Set<String> fields() {
        return fields(row());
    }

    public static Set<String> fields(JsonNode row) {
        return new TreeSet<>(row.propertyNames());
    }
}
