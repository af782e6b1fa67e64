package org.mirrorbook.exchange.practice.stream;

import java.util.Optional;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges subscription args as the venue does (protocol notes, Bitget 2.2). */
final class TopicCheck {

    private final Contracts contracts;

    TopicCheck(Contracts contracts) {
        this.contracts = contracts;
    }

    /** An arg the venue does not take. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;
        private final int code;

        Refused(int code, String message) {
            super(message);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    Topic check(JsonNode given, boolean publicSocket) throws Refused {
        if (!(given instanceof ObjectNode arg)) {
            throw new Refused(30016, "Param error");
        }
        Optional<ProductType> product = ProductType.named(Json.text(arg, "instType"));
        Optional<Channel> channel = Channel.named(Json.text(arg, "channel")).filter(named -> named.isPublic() == publicSocket);
        if (product.isEmpty() || channel.isEmpty()) {
            throw absent(arg);
        }
        String instId = Json.text(arg, "instId");
        String coin = Json.text(arg, "coin");
        String subject = switch (channel.get()) {
            case ACCOUNT -> {
                if (coin.isEmpty()) {
                    throw new Refused(30016, "Param error");
                }
                yield coin;
            }
            case EQUITY -> "";
            case POSITIONS, POSITIONS_HISTORY, ADL -> {
                // a coin in place of the instId is taken as well, one public client sends it so
                if (!instId.equals(Topic.EVERYTHING) && !coin.equals(Topic.EVERYTHING)) {
                    throw absent(arg);
                }
                yield Topic.EVERYTHING;
            }
            case ORDERS, ORDERS_ALGO, FILL -> {
                if (!instId.equals(Topic.EVERYTHING) && !coin.equals(Topic.EVERYTHING)) {
                    yield listed(arg, instId, product.get());
                }
                yield Topic.EVERYTHING;
            }
            case TICKER -> listed(arg, instId, product.get());
        };
        return new Topic(product.get(), channel.get(), subject, arg);
    }

    private String listed(ObjectNode arg, String instId, ProductType product) throws Refused {
        return contracts.find(instId).filter(contract -> contract.product() == product).map(Contract::symbol)
                .orElseThrow(() -> absent(arg));
    }

    private static Refused absent(JsonNode arg) {
        String instId = Json.text(arg, "instId");
        return new Refused(30001, "instType:" + Json.text(arg, "instType") + ",channel:" + Json.text(arg, "channel") + ",instId:"
                + (instId.isEmpty() ? "null" : instId) + ",precision:null doesn't exist");
    }
}
