package org.mirrorbook.exchange.bitget.wire;

import java.util.ArrayList;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object in one pass into {@link WireRow}s, whatever the order of its fields. Numbers keep their characters, so no digit is
 * lost in a {@code double}. Refused are: a field that comes twice, for which of the two is true is not ours to choose; more than
 * {@value #DEEPEST} levels; and text that was no UTF-8 when it was decoded, for a replaced character may have been any. A byte order mark
 * at the start is passed over, as RFC 8259 (8.1) allows. Thread-safe.
 */
public final class WireReader {

    /** Bitget's deepest messages have five levels. */
    static final int DEEPEST = 32;

    /** What decoders put in place of bytes that are no UTF-8. */
    private static final char REPLACED = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build();

    /** @throws UnreadableFrame when the text is not one JSON object */
    public WireRow read(String text) {
        if (text.indexOf(REPLACED) >= 0) {
            throw new UnreadableFrame("not UTF-8");
        }
        var document = text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), document)) {
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
        var fields = new Fields();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> fields.one(field, object(parser));
                case START_ARRAY -> list(parser, field, fields);
                case VALUE_NULL -> fields.nothing(field);
                default -> {
                    var text = parser.getString();
                    if (text.isEmpty()) {
                        fields.empty(field);
                    } else {
                        fields.scalar(field, whole(field, text));
                    }
                }
            }
        }
        return fields.row();
    }

    private static void list(JsonParser parser, String field, Fields fields) {
        var rows = new ArrayList<WireRow>();
        var values = new ArrayList<String>();
        boolean other = false;
        boolean single = false;
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                rows.add(object(parser));
            } else if (!token.isScalarValue()) {
                other = true;
                parser.skipChildren();
            } else {
                single = true;
                if (token != JsonToken.VALUE_NULL && !parser.getString().isEmpty()) {
                    values.add(whole(field, parser.getString()));
                }
            }
        }
        fields.list(field, other || single ? Optional.empty() : Optional.of(rows),
                other || !rows.isEmpty() ? Optional.empty() : Optional.of(values));
    }

    /** Half of a character, which an escape can write, could be stored nowhere as it is. */
    private static String whole(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                // a whole one is two chars: looked at once more, since there hardly ever is one
                requireWhole(field, text);
                return text;
            }
        }
        return text;
    }

    private static void requireWhole(String field, String text) {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw new UnreadableFrame(field + " is no text");
        }
    }
}
