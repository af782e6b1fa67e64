package org.mirrorbook.exchange.bitget.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object in one pass into {@link WireRow}s, whatever the order of its fields. Numbers keep their characters, so no digit is
 * lost in a {@code double}. A field that comes twice makes the object unreadable: which of the two is true is not ours to choose.
 * Thread-safe.
 */
public final class WireReader {

    private final JsonFactory json = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** @throws UnreadableFrame when the text is not one JSON object */
    public WireRow read(String text) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableFrame("not a JSON object");
            }
            var row = object(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableFrame("more than one JSON object");
            }
            return row;
        } catch (JacksonException malformed) {
            // without its message and cause, which quote the text
            throw new UnreadableFrame("not JSON");
        }
    }

    private static WireRow object(JsonParser parser) {
        var scalars = new HashMap<String, String>();
        var lists = new HashMap<String, List<WireRow>>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> lists.put(field, List.of(object(parser)));
                case START_ARRAY -> lists.put(field, list(parser));
                case VALUE_NULL -> { }
                default -> {
                    var text = parser.getString();
                    if (!text.isEmpty()) {
                        scalars.put(field, text);
                    }
                }
            }
        }
        return new WireRow(scalars, lists);
    }

    private static List<WireRow> list(JsonParser parser) {
        var rows = new ArrayList<WireRow>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                rows.add(object(parser));
            } else {
                parser.skipChildren();
            }
        }
        return List.copyOf(rows);
    }
}
