package org.mirrorbook.journal.jpa.archive;

import java.io.IOException;
import java.io.InputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON objects as text, read strictly. Thread-safe. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

    private Json() {
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** In one line. */
    static String line(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** For people to read as well. */
    static byte[] pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
    }

    /** @throws Damaged when it is no object */
    static ObjectNode object(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? object : notAnObject();
        } catch (JacksonException e) {
            throw new Damaged("it holds what is no JSON", e);
        }
    }

    static ObjectNode object(byte[] text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? object : notAnObject();
        } catch (JacksonException e) {
            throw new Damaged("it holds what is no JSON", e);
        }
    }

    private static ObjectNode notAnObject() {
        throw new Damaged("it holds something else than objects");
    }

    static JsonParser parser(InputStream in) {
        return MAPPER.createParser(in);
    }

    /** The object that the parser stands at the beginning of. */
    static ObjectNode object(JsonParser parser) {
        // more comes after it
        return MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(parser) instanceof ObjectNode object
                ? object : notAnObject();
    }

    /** Tells a stream that cannot be read from one that holds no JSON. */
    static IOException orDamaged(JacksonException failure) {
        if (failure instanceof JacksonIOException io) {
            return io.getCause();
        }
        throw new Damaged("it is no JSON, or it ends too early (line "
                + (failure.getLocation() == null ? "unknown" : failure.getLocation().getLineNr()) + ")", failure);
    }

    /** @throws Damaged when it is missing or no text */
    static String text(JsonNode object, String name) {
        var value = object.get(name);
        if (value == null || !value.isString()) {
            throw new Damaged("\"" + name + "\" is missing");
        }
        return value.stringValue();
    }

    /** @throws Damaged when it is missing or no whole number */
    static long whole(JsonNode object, String name) {
        var value = object.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Damaged("\"" + name + "\" is missing");
        }
        return value.longValue();
    }
}
