package org.mirrorbook.exchange.practice.stream;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.wire.Numerals;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes what a push says: rows left out, numbers without quotes, fields that nobody knows, another clock. */
final class Touch {

    /** Channels and topics that list open positions. */
    private static final Set<String> POSITIONS = Set.of("positions", "position");
    private static final String CLOSING_RECORDS = "positions-history";

    private final Oddities oddities;

    Touch(Oddities oddities) {
        this.oddities = oddities;
    }

    /** The push as it is to be sent; nothing when it is not to be sent at all. */
    Optional<ObjectNode> of(ObjectNode push, String channel) {
        if (oddities.is(Oddity.DROP_CLOSING_RECORDS) && tellsTheEnd(push, channel)) {
            return Optional.empty();
        }
        if (push.path("data") instanceof ArrayNode rows) {
            if (POSITIONS.contains(channel) && !rows.isEmpty() && push.path("action").asString("").equals("snapshot")
                    && oddities.take(Oddity.INCOMPLETE_SNAPSHOT, channel)) {
                rows.remove(rows.size() - 1);
            }
            for (JsonNode row : rows) {
                if (row instanceof ObjectNode fields) {
                    change(fields);
                }
            }
        } else if (push.path("data") instanceof ObjectNode row) {
            change(row);
        }
        oddities.span(Oddity.CLOCK_SKEW).ifPresent(skew -> push.put("ts", push.path("ts").asLong() + skew.toMillis()));
        return Optional.of(push);
    }

    private void change(ObjectNode row) {
        if (oddities.is(Oddity.ALL_NUMERIC)) {
            Numerals.unquote(row);
        }
        if (oddities.is(Oddity.UNKNOWN_FIELDS)) {
            row.put("novelty", "17");
            row.putObject("noveltyDetail").putArray("levels").add(1).addNull();
        }
    }

    /** A record of a closed life, or a row that has ended. */
    private static boolean tellsTheEnd(ObjectNode push, String channel) {
        if (channel.equals(CLOSING_RECORDS)) {
            return true;
        }
        if (!channel.equals("position")) {
            return false;
        }
        List<JsonNode> rows = push.path("data").valueStream().toList();
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.path("positionStatus").asString("").equals("ended"));
    }
}
