package org.mirrorbook.exchange.practice.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Numbers without quotes, as the live venue has sent them (protocol notes, Bitget 3.3). Ids stay text: they are longer than a double. */
public final class Numerals {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,24}(\\.\\d{1,24})?");
    private static final Set<String> IDS = Set.of("posId", "positionId", "orderId", "tradeId", "execId", "execLinkId", "clientOid",
            "userId", "uid", "executeOrderId", "takeProfitId", "stopLossId", "endId", "cursor");

    private Numerals() {
    }

    /** Makes every number in the row, and in the rows inside of it, a JSON number. */
    public static void unquote(ObjectNode row) {
        for (Map.Entry<String, JsonNode> field : List.copyOf(row.properties())) {
            JsonNode value = field.getValue();
            if (value.isString() && !IDS.contains(field.getKey()) && NUMBER.matcher(value.asString()).matches()) {
                row.put(field.getKey(), new BigDecimal(value.asString()));
            } else if (value instanceof ObjectNode inner) {
                unquote(inner);
            } else if (value.isArray()) {
                value.valueStream().filter(ObjectNode.class::isInstance).forEach(inner -> unquote((ObjectNode) inner));
            }
        }
    }
}
