package org.mirrorbook.exchange.bitget.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
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

    private final JsonFactory json = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
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
        var scalars = new HashMap<String, String>();
        var lists = new HashMap<String, List<WireRow>>();
        var single = new HashSet<String>();
        var texts = new HashMap<String, List<String>>();
        var odd = new HashSet<String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var field = parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> {
                    lists.put(field, List.of(object(parser)));
                    single.add(field);
                }
                case START_ARRAY -> list(parser, field, lists, texts, odd);
                case VALUE_NULL -> { }
                default -> {
                    var text = parser.getString();
                    if (text.isEmpty()) {
                        texts.put(field, List.of());
                    } else {
                        scalars.put(field, whole(field, text));
                    }
                }
            }
        }
        return new WireRow(scalars, lists, single, texts, odd);
    }

    private static void list(JsonParser parser, String field, Map<String, List<WireRow>> lists, Map<String, List<String>> texts,
            Set<String> odd) {
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
        if (!other && rows.isEmpty()) {
            texts.put(field, List.copyOf(values));
        }
        if (!other && !single) {
            lists.put(field, List.copyOf(rows));
        } else {
            odd.add(field);
        }
    }

    /** Half of a character, which an escape can write, could be stored nowhere as it is. */
    private static String whole(String field, String text) {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw new UnreadableFrame(field + " is no text");
        }
        return text;
    }
}
