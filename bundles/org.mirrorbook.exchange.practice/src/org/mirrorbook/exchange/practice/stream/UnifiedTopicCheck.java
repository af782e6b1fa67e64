package org.mirrorbook.exchange.practice.stream;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.stream.TopicCheck.Refused;
import org.mirrorbook.exchange.practice.stream.UnifiedTopic.Name;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges subscription args of the v3 protocol: private topics have the instType UTA and tell of all products at once; a ticker has a
 * product in small letters and a symbol (protocol notes, Bitget 7).
 */
final class UnifiedTopicCheck {

    private static final String ACCOUNT_WIDE = "UTA";

    private final Contracts contracts;

    UnifiedTopicCheck(Contracts contracts) {
        this.contracts = contracts;
    }

    UnifiedTopic check(JsonNode given, boolean publicSocket) throws Refused {
        if (!(given instanceof ObjectNode arg)) {
            throw new Refused(30016, "Param error");
        }
        Name name = Name.named(Json.text(arg, "topic")).filter(named -> named.isPublic() == publicSocket).orElseThrow(() -> absent(arg));
        String instType = Json.text(arg, "instType");
        if (!publicSocket) {
            if (!instType.equals(ACCOUNT_WIDE)) {
                throw absent(arg);
            }
            return new UnifiedTopic(name, "", arg);
        }
        String symbol = contracts.find(Json.text(arg, "symbol"))
                .filter(contract -> contract.product().wire().equalsIgnoreCase(instType))
                .map(Contract::symbol)
                .orElseThrow(() -> absent(arg));
        return new UnifiedTopic(name, symbol, arg);
    }

    private static Refused absent(JsonNode arg) {
        String symbol = Json.text(arg, "symbol");
        return new Refused(30001, "instType:" + Json.text(arg, "instType") + ",topic:" + Json.text(arg, "topic") + ",symbol:"
                + (symbol.isEmpty() ? "null" : symbol) + " doesn't exist");
    }
}
