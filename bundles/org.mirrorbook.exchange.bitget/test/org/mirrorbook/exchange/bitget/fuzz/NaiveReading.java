package org.mirrorbook.exchange.bitget.fuzz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.mirrorbook.exchange.bitget.fuzz.NaiveJson.Naive;

/**
 * What a message of a classic account says, read a second time in the plainest way that the protocol notes allow (3.3, 4.1, 5). One line
 * for each statement; {@link Told} writes the same lines of what the product read.
 */
final class NaiveReading {

    private NaiveReading() {
    }

    /** The lines of a push. */
    static List<String> push(Map<?, ?> frame) {
        var arg = (Map<?, ?>) frame.get("arg");
        var product = text(arg, "instType").toUpperCase(Locale.ROOT);
        var lines = new ArrayList<String>();
        switch (text(arg, "channel")) {
            case "positions" -> {
                lines.add("SNAPSHOT " + product + " " + millis(frame, "ts"));
                lines.addAll(positions(product, list(frame, "data")));
            }
            case "positions-history" -> list(frame, "data").forEach(row -> lines.add(closing(product, (Map<?, ?>) row, true)));
            case "fill" -> lines.addAll(fills(product, list(frame, "data")));
            case "orders" -> list(frame, "data").forEach(row -> forced(product, (Map<?, ?>) row, lines));
            case "orders-algo" -> list(frame, "data").forEach(row -> lines.addAll(protection(product, (Map<?, ?>) row, false)));
            case "account" -> list(frame, "data").forEach(row -> worth(product, frame, (Map<?, ?>) row, lines));
            case "ticker" -> list(frame, "data").forEach(row -> mark(product, frame, (Map<?, ?>) row, lines));
            default -> list(frame, "data");
        }
        return lines;
    }

    static List<String> positions(String product, List<?> rows) {
        var lines = new ArrayList<String>();
        for (var item : rows) {
            var row = (Map<?, ?>) item;
            if (number(row, "total").signum() == 0) {
                continue;
            }
            var fees = optional(row, "deductedFee");
            lines.add(String.join(" ", "POSITION", product, symbol(row, "instId", "symbol"), lower(row, "holdSide"), mode(row),
                    text(row, "marginCoin").toUpperCase(Locale.ROOT), or(row, "posId", "positionId"), millisOrNone(row, "cTime"),
                    plain(number(row, "total")), plain(number(row, "openPriceAvg")), plain(optional(row, "leverage")),
                    plain(optional(row, "marginSize")), price(row, "markPrice"), price(row, "liquidationPrice"),
                    plain(optional(row, "unrealizedPL")), plain(optional(row, "achievedProfits")),
                            plain(fees == null ? null : fees.negate()),
                    plain(optional(row, "totalFee")), millis(row, value(row, "uTime") == null ? "cTime" : "uTime")));
        }
        return lines;
    }

    static String closing(String product, Map<?, ?> row, boolean stream) {
        var lower = value(row, "cTime") == null ? "ctime" : "cTime";
        var closed = value(row, "uTime") == null ? "utime" : "uTime";
        return String.join(" ", "CLOSED", product, symbol(row, stream ? "instId" : "symbol", "none"), lower(row, "holdSide"), mode(row),
                text(row, "marginCoin").toUpperCase(Locale.ROOT), or(row, stream ? "posId" : "positionId", "none"),
                        millisOrNone(row, lower),
                millis(row, closed), plain(number(row, stream ? "openPriceAvg" : "openAvgPrice")),
                plain(number(row, stream ? "closePriceAvg" : "closeAvgPrice")), plain(number(row, stream ? "openSize" : "openTotalPos")),
                plain(number(row, stream ? "closeSize" : "closeTotalPos")), plain(number(row, stream ? "achievedProfits" : "pnl")),
                zero(row, "openFee"), zero(row, "closeFee"), zero(row, stream ? "settleFee" : "totalFunding"),
                plain(optional(row, "netProfit")));
    }

    static List<String> fills(String product, List<?> rows) {
        var lines = new ArrayList<String>();
        for (var item : rows) {
            var row = (Map<?, ?>) item;
            if (number(row, "baseVolume").signum() == 0) {
                continue;
            }
            var fees = new StringBuilder();
            if (row.get("feeDetail") != null && !row.get("feeDetail").equals("")) {
                for (var fee : list(row, "feeDetail")) {
                    var amount = optional((Map<?, ?>) fee, "totalFee");
                    if (amount != null && amount.signum() != 0) {
                        fees.append(plain(amount)).append(text((Map<?, ?>) fee, "feeCoin")).append(';');
                    }
                }
            }
            lines.add(String.join(" ", "FILL", product, symbol(row, "symbol", "instId"), text(row, "tradeId"), text(row, "orderId"),
                    buys(row) ? "buys" : "sells", effect(row), plain(number(row, "baseVolume")), plain(number(row, "price")),
                    zero(row, "profit"), fees, millis(row, value(row, "cTime") == null ? "ctime" : "cTime"), reason(row, false)));
        }
        return lines;
    }

    static void forced(String product, Map<?, ?> row, List<String> lines) {
        var reason = reason(row, true);
        if (!reason.equals("-")) {
            lines.add(note(product, row, reason));
        }
    }

    static String note(String product, Map<?, ?> row, String reason) {
        return String.join(" ", "ORDER", product, symbol(row, "instId", "symbol"), text(row, "orderId"), reason,
                millis(row, value(row, "uTime") == null ? "cTime" : "uTime"));
    }

    /** @param waits whether it is from a list of what waits, where only that is told */
    static List<String> protection(String product, Map<?, ?> row, boolean waits) {
        var kind = switch (lower(row, "planType")) {
            case "tp", "ptp", "profit_plan", "pos_profit" -> "TAKE_PROFIT";
            case "sl", "psl", "loss_plan", "pos_loss", "moving_plan" -> "STOP_LOSS";
            default -> "-";
        };
        var word = value(row, "status") == null ? lowerOrEmpty(row, "planStatus") : lower(row, "status");
        var state = switch (word) {
            case "live", "not_trigger" -> "WAITING";
            case "executing", "executed" -> "TRIGGERED";
            case "cancelled", "canceled", "fail_execute", "fail_trigger" -> "GONE";
            default -> waits ? "WAITING" : "-";
        };
        if (kind.equals("-") || state.equals("-") || waits && !state.equals("WAITING")) {
            return List.of();
        }
        var side = lowerOrEmpty(row, "posSide");
        var size = optional(row, "size");
        return List.of(String.join(" ", "PROTECTION", product, symbol(row, "instId", "symbol"),
                side.isEmpty() || side.equals("net") ? "-" : side,
                text(row, "orderId"), kind, lower(row, "planType").equals("moving_plan") ? "-" : price(row, "triggerPrice"),
                size == null || size.signum() == 0 ? "-" : plain(size), state,
                millis(row, value(row, "uTime") == null ? "cTime" : "uTime")));
    }

    private static void worth(String product, Map<?, ?> frame, Map<?, ?> row, List<String> lines) {
        var equity = either(row, "equity", "accountEquity");
        if (equity != null) {
            lines.add(String.join(" ", "WORTH", product, text(row, "marginCoin").toUpperCase(Locale.ROOT), plain(equity),
                    millis(frame, "ts")));
        }
    }

    private static BigDecimal either(Map<?, ?> row, String field, String other) {
        return optional(row, field) == null ? optional(row, other) : optional(row, field);
    }

    private static void mark(String product, Map<?, ?> frame, Map<?, ?> row, List<String> lines) {
        var price = optional(row, "markPrice");
        if (price != null && price.signum() > 0) {
            var symbol = value(row, "instId");
            lines.add(String.join(" ", "MARK", product, symbol == null ? text((Map<?, ?>) frame.get("arg"), "instId") : symbol,
                    plain(price),
                    value(row, "ts") == null ? millis(frame, "ts") : millis(row, "ts")));
        }
    }

    static boolean buys(Map<?, ?> row) {
        var kind = lowerOrEmpty(row, "tradeSide");
        var held = lowerOrEmpty(row, "posSide");
        if (kind.endsWith("close_long") || kind.endsWith("close_short")) {
            return kind.endsWith("short");
        }
        if (List.of("open", "close").contains(kind) && List.of("long", "short").contains(held)) {
            return held.equals("long") ? kind.equals("open") : kind.equals("close");
        }
        return switch (lower(row, "side")) {
            case "buy" -> true;
            case "sell" -> false;
            default -> throw new Naive("side");
        };
    }

    private static String effect(Map<?, ?> row) {
        var kind = lowerOrEmpty(row, "tradeSide");
        for (var start : List.of("reduce_", "burst_", "offset_", "delivery_", "dte_sys_adl_")) {
            if (kind.startsWith(start)) {
                return "CLOSE";
            }
        }
        boolean told = !lowerOrEmpty(row, "posMode").equals("one_way_mode") && (kind.equals("open") || kind.equals("close"));
        return told ? kind.toUpperCase(Locale.ROOT) : "-";
    }

    static String reason(Map<?, ?> row, boolean order) {
        var kind = lowerOrEmpty(row, "tradeSide");
        if (kind.contains("adl")) {
            return "ADL";
        }
        boolean partly = kind.startsWith("reduce_close_") || kind.startsWith("reduce_buy_") || kind.startsWith("reduce_sell_")
                || kind.startsWith("offset_");
        if (kind.startsWith("burst_") || order && partly) {
            return "LIQUIDATION";
        }
        return kind.startsWith("delivery_") ? "DELIVERY" : "-";
    }

    static List<?> list(Map<?, ?> row, String field) {
        if (row.get(field) instanceof List<?> list) {
            return list;
        }
        throw new Naive(field + " is no list");
    }

    /** The text of a field; null where it is absent, null or empty. */
    static String value(Map<?, ?> row, String field) {
        var value = row.get(field);
        if (value == null || value.equals("")) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw new Naive(field + " is no single value");
    }

    static String text(Map<?, ?> row, String field) {
        var text = value(row, field);
        if (text == null) {
            throw new Naive(field + " is missing");
        }
        return text;
    }

    static BigDecimal optional(Map<?, ?> row, String field) {
        var text = value(row, field);
        return text == null ? null : new BigDecimal(text);
    }

    static BigDecimal number(Map<?, ?> row, String field) {
        return new BigDecimal(text(row, field));
    }

    private static String zero(Map<?, ?> row, String field) {
        var value = optional(row, field);
        return plain(value == null ? BigDecimal.ZERO : value);
    }

    private static String price(Map<?, ?> row, String field) {
        var value = optional(row, field);
        return plain(value == null || value.signum() <= 0 ? null : value);
    }

    static String millis(Map<?, ?> row, String field) {
        return Long.toString(number(row, field).longValueExact());
    }

    private static String millisOrNone(Map<?, ?> row, String field) {
        return value(row, field) == null ? "-" : millis(row, field);
    }

    private static String or(Map<?, ?> row, String field, String other) {
        var first = value(row, field);
        var text = first == null ? value(row, other) : first;
        return text == null ? "-" : text;
    }

    static String symbol(Map<?, ?> row, String field, String other) {
        var first = value(row, field);
        return (first == null ? text(row, other) : first).toUpperCase(Locale.ROOT);
    }

    static String mode(Map<?, ?> row) {
        return switch (lower(row, "marginMode")) {
            case "crossed", "cross" -> "crossed";
            case "isolated", "fixed" -> "isolated";
            default -> throw new Naive("marginMode");
        };
    }

    private static String lower(Map<?, ?> row, String field) {
        return text(row, field).toLowerCase(Locale.ROOT);
    }

    private static String lowerOrEmpty(Map<?, ?> row, String field) {
        var text = value(row, field);
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** One form of a decimal. */
    static String plain(BigDecimal value) {
        return value == null ? "-" : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
