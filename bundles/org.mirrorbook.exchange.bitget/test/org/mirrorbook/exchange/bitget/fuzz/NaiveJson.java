package org.mirrorbook.exchange.bitget.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as a plain tree of maps, lists and texts; null is null. Shares nothing with the product but the tokens. */
final class NaiveJson {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private NaiveJson() {
    }

    /** @throws RuntimeException when it is no JSON */
    static Object tree(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            var value = value(parser);
            if (parser.nextToken() != null) {
                throw new Naive("more than one value");
            }
            return value;
        }
    }

    private static Object value(JsonParser parser) {
        var token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                parser.nextToken();
                var value = value(parser);
                fields.put(name, fields.containsKey(name) ? new Twice(name) : value);
            }
            return fields;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        }
        if (token == null) {
            throw new Naive("nothing");
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    /** Stands for a name that came twice: whoever needs its value has none, and what nobody reads may say what it likes. */
    private record Twice(String name) {
    }

    /** The naive reader has no answer. */
    static final class Naive extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Naive(String what) {
            super(what);
        }
    }
}
