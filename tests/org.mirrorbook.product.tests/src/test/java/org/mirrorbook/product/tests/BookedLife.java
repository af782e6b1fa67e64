package org.mirrorbook.product.tests;

import static org.mirrorbook.product.tests.PracticeProcess.number;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A closed life, as the exchange's history has it or as the journal has it: equal when both say the same to the last digit.
 *
 * @param net as reported by the exchange, or as the sum of the journal; not a part of what is equal, since the exchange rounds its parts
 */
record BookedLife(String symbol, String side, Instant closedAt, BigDecimal size, BigDecimal entry, BigDecimal exit, BigDecimal gross,
        BigDecimal fees, BigDecimal funding, BigDecimal net) {

    /** The venue itself rounds the net of its records; the sum of its parts differs by so much at most. */
    private static final BigDecimal NET_TOLERANCE = new BigDecimal("0.00000002");

    static BookedLife ofClassic(JsonNode life) {
        return of(life, life.get("holdSide").stringValue(), life.has("utime") ? "utime" : "uTime",
                List.of("openTotalPos", "openAvgPrice", "closeAvgPrice", "pnl"),
                number(life, "openFee").add(number(life, "closeFee")));
    }

    static BookedLife ofUnified(JsonNode life) {
        return of(life, life.get("posSide").stringValue(), "updatedTime",
                List.of("openTotalPos", "openPriceAvg", "closePriceAvg", "cumRealisedPnl"),
                number(life, "openFeeTotal").add(number(life, "closeFeeTotal")));
    }

    private static BookedLife of(JsonNode life, String side, String time, List<String> figures, BigDecimal fees) {
        return new BookedLife(life.get("symbol").stringValue(), side.toUpperCase(Locale.ROOT),
                Instant.ofEpochMilli(Long.parseLong(life.get(time).stringValue())), number(life, figures.get(0)),
                number(life, figures.get(1)),
                number(life, figures.get(2)), number(life, figures.get(3)), fees, number(life, "totalFunding"), number(life, "netProfit"));
    }

    /** A closed trade of {@code trades --json}. */
    static BookedLife ofTrade(JsonNode trade) {
        return new BookedLife(trade.get("symbol").stringValue(), trade.get("positionType").stringValue(),
                Instant.parse(trade.get("closedAt").stringValue()), number(trade, "quantity"), number(trade, "effectiveEntry"),
                number(trade, "exitPrice"), number(trade, "totalPnl"), number(trade, "fees"), number(trade, "funding"),
                number(trade, "netPnl"));
    }

    /** Oldest close first. */
    static List<BookedLife> all(Map<String, JsonNode> history, boolean unified) {
        return history.values().stream().map(life -> unified ? ofUnified(life) : ofClassic(life))
                .sorted(Comparator.comparing(BookedLife::closedAt)).toList();
    }

    /** Everything but the net, digit by digit whatever the scale. */
    String figures() {
        return symbol + " " + side + " closed " + closedAt + " size " + plain(size) + " from " + plain(entry) + " to " + plain(exit)
                + " gross " + plain(gross) + " fees " + plain(fees) + " funding " + plain(funding);
    }

    boolean hasNet(BookedLife other) {
        return net.subtract(other.net).abs().compareTo(NET_TOLERANCE) <= 0;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
