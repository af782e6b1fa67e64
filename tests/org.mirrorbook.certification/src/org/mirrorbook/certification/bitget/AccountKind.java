package org.mirrorbook.certification.bitget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import org.mirrorbook.certification.BookedLife;
import org.mirrorbook.certification.BookedPosition;
import org.mirrorbook.domain.position.Side;

import tools.jackson.databind.JsonNode;

/** How the two kinds of account spell their books in REST (protocol notes, Bitget 6.3 and 7). */
enum AccountKind {

    CLASSIC("/api/v2/mix/position/all-position?productType=", "/api/v2/mix/position/history-position?limit=100&productType=",
            Set.of("positions", "positions-history", "orders", "fill", "orders-algo", "account")) {

        @Override
        JsonNode openRows(JsonNode data) {
            return data;
        }

        @Override
        BookedPosition position(JsonNode row) {
            return new BookedPosition(row.path("symbol").asString(), side(row, "holdSide"), decimal(row, "total"),
                    decimal(row, "openPriceAvg"));
        }

        @Override
        BookedLife life(JsonNode row) {
            return new BookedLife(row.path("symbol").asString(), side(row, "holdSide"), time(row, "utime"), decimal(row, "openAvgPrice"),
                    decimal(row, "closeAvgPrice"), decimal(row, "openTotalPos"), decimal(row, "closeTotalPos"), decimal(row, "pnl"),
                    decimal(row, "openFee"), decimal(row, "closeFee"), decimal(row, "totalFunding"), decimal(row, "netProfit"));
        }
    },

    UNIFIED("/api/v3/position/current-position?category=", "/api/v3/position/history-position?limit=100&category=",
            Set.of("position", "order", "fill", "strategy-order", "account")) {

        @Override
        JsonNode openRows(JsonNode data) {
            return data.path("list");
        }

        @Override
        BookedPosition position(JsonNode row) {
            return new BookedPosition(row.path("symbol").asString(), side(row, "posSide"), decimal(row, "total"), decimal(row, "avgPrice"));
        }

        @Override
        BookedLife life(JsonNode row) {
            return new BookedLife(row.path("symbol").asString(), side(row, "posSide"), time(row, "updatedTime"),
                    decimal(row, "openPriceAvg"), decimal(row, "closePriceAvg"), decimal(row, "openTotalPos"),
                    decimal(row, "closeTotalPos"), decimal(row, "cumRealisedPnl"), decimal(row, "openFeeTotal"),
                    decimal(row, "closeFeeTotal"), decimal(row, "totalFunding"), decimal(row, "netProfit"));
        }
    };

    private final String open;
    private final String ended;
    private final Set<String> channels;

    AccountKind(String open, String ended, Set<String> channels) {
        this.channels = channels;
        this.open = open;
        this.ended = ended;
    }

    /** As the connector's capabilities and scenario files call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channels of its private stream on which a life shows. */
    Set<String> channels() {
        return channels;
    }

    String openPath(String product) {
        return open + product;
    }

    String endedPath(String product) {
        return ended + product;
    }

    abstract JsonNode openRows(JsonNode data);

    abstract BookedPosition position(JsonNode row);

    abstract BookedLife life(JsonNode row);

    private static Side side(JsonNode row, String name) {
        return Side.valueOf(row.path(name).asString().toUpperCase(Locale.ROOT));
    }

    private static BigDecimal decimal(JsonNode row, String name) {
        return new BigDecimal(row.path(name).asString());
    }

    private static Instant time(JsonNode row, String name) {
        return Instant.ofEpochMilli(Long.parseLong(row.path(name).asString()));
    }
}
