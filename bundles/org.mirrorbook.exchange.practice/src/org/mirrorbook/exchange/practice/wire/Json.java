package org.mirrorbook.exchange.practice.wire;

import java.math.BigDecimal;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON for both sides of the wire. Safe for use from any thread. */
public final class Json {

    private final JsonMapper mapper = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    public ObjectNode object() {
        return mapper.createObjectNode();
    }

    public ArrayNode array() {
        return mapper.createArrayNode();
    }

    /**
     * The tree of the text.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON
     */
    public JsonNode read(String text) {
        return mapper.readTree(text);
    }

    public String write(JsonNode node) {
        return mapper.writeValueAsString(node);
    }

    /** A decimal as the venue writes it: plain, without trailing zeros. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The text of a field, or empty text when it is absent or null. */
    public static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() || value.isMissingNode() || value.isContainer() ? "" : value.asString();
    }
}
