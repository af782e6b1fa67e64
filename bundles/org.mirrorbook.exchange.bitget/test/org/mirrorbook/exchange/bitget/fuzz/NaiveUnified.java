package org.mirrorbook.exchange.bitget.fuzz;

import static org.mirrorbook.exchange.bitget.fuzz.NaiveReading.list;
import static org.mirrorbook.exchange.bitget.fuzz.NaiveReading.millis;
import static org.mirrorbook.exchange.bitget.fuzz.NaiveReading.number;
import static org.mirrorbook.exchange.bitget.fuzz.NaiveReading.optional;
import static org.mirrorbook.exchange.bitget.fuzz.NaiveReading.plain;
import static org.mirrorbook.exchange.bitget.fuzz.NaiveReading.text;
import static org.mirrorbook.exchange.bitget.fuzz.NaiveReading.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.mirrorbook.exchange.bitget.fuzz.NaiveJson.Naive;

/** What a message of a unified account says, read a second time in the plainest way that the protocol notes allow (4.1 and 7). */
final class NaiveUnified {

    private static final List<String> PRODUCTS = List.of("USDT-FUTURES", "COIN-FUTURES", "USDC-FUTURES");

    private NaiveUnified() {
    }

    /** @param first whether no list of positions came before on the connection */
    static List<String> push(Map<?, ?> frame, boolean first) {
        var lines = new ArrayList<String>();
        switch (text((Map<?, ?>) frame.get("arg"), "topic")) {
            case "position" -> positions(frame, first, lines);
            case "fill" -> rows(frame).stream().filter(row -> number(row, "execQty").signum() != 0 && product(row) != null)
                    .forEach(row -> lines.add(fill(product(row), row)));
            case "order" -> rows(frame).stream().filter(row -> product(row) != null && !reason(row, true).equals("-"))
                    .forEach(row -> lines.add(String.join(" ", "ORDER", product(row), upper(row, "symbol"), text(row, "orderId"),
                            reason(row, true), millis(row, value(row, "updatedTime") == null ? "createdTime" : "updatedTime"))));
            case "strategy-order" -> rows(frame).stream().filter(row -> product(row) != null).forEach(row -> protections(row, lines));
            case "account" -> rows(frame).forEach(row -> worths(frame, row, lines));
            default -> { }
        }
        return lines;
    }

    private static void protections(Map<?, ?> row, List<String> lines) {
        var status = value(row, "status") == null ? "" : lower(row, "status");
        var state = switch (status) {
            case "pending", "submitting" -> "WAITING";
            case "success" -> "TRIGGERED";
            case "failed", "cancelled", "canceled" -> "GONE";
            default -> "-";
        };
        if (state.equals("-") || value(row, "type") == null || !lower(row, "type").equals("tpsl")) {
            return;
        }
        var trigger = value(row, "triggerType") == null ? "" : lower(row, "triggerType");
        var stop = price(optional(row, "stopLoss"));
        var target = price(optional(row, "takeProfit"));
        if (!stop.equals("-") || target.equals("-") && trigger.equals("stoploss")) {
            lines.add(protection(row, "", "STOP_LOSS", stop,
                    state.equals("TRIGGERED") && !target.equals("-") && trigger.equals("takeprofit") ? "GONE" : state));
        }
        if (!target.equals("-") || stop.equals("-") && trigger.equals("takeprofit")) {
            lines.add(protection(row, "/tp", "TAKE_PROFIT", target,
                    state.equals("TRIGGERED") && !stop.equals("-") && trigger.equals("stoploss") ? "GONE" : state));
        }
    }

    private static String protection(Map<?, ?> row, String suffix, String kind, String price, String state) {
        var word = value(row, "posSide") == null ? value(row, "holdSide") : value(row, "posSide");
        var side = word == null ? "-" : word.toLowerCase(Locale.ROOT);
        var size = optional(row, "qty");
        return String.join(" ", "PROTECTION", product(row), upper(row, "symbol"), List.of("long", "short").contains(side) ? side : "-",
                text(row, "orderId") + suffix, kind, price, size == null || size.signum() == 0 ? "-" : plain(size), state,
                millis(row, value(row, "updatedTime") == null ? "createdTime" : "updatedTime"));
    }

    private static void worths(Map<?, ?> frame, Map<?, ?> row, List<String> lines) {
        if (row.get("coin") == null || row.get("coin").equals("")) {
            return;
        }
        for (var item : list(row, "coin")) {
            var coin = (Map<?, ?>) item;
            if (optional(coin, "equity") != null) {
                PRODUCTS.forEach(product -> lines.add(String.join(" ", "WORTH", product, upper(coin, "coin"),
                        plain(optional(coin, "equity")), millis(frame, "ts"))));
            }
        }
    }

    private static void positions(Map<?, ?> frame, boolean first, List<String> lines) {
        var at = millis(frame, "ts");
        if (!first) {
            rows(frame).stream().filter(row -> product(row) != null).forEach(row -> change(row, at, lines));
        } else if ("snapshot".equals(value(frame, "action"))) {
            for (var code : PRODUCTS) {
                lines.add("SNAPSHOT " + code + " " + at);
                rows(frame).stream().filter(row -> code.equals(product(row)) && !gone(row))
                        .forEach(row -> lines.add(position(code, row, at, true)));
            }
        }
    }

    private static void change(Map<?, ?> row, String at, List<String> lines) {
        var slot = slot(product(row), row);
        if (gone(row)) {
            lines.add("GONE " + at + " " + slot);
            return;
        }
        if (lower(row, "holdMode").equals("one_way_mode")) {
            var other = slot.contains(" long ") ? slot.replace(" long ", " short ") : slot.replace(" short ", " long ");
            lines.add("GONE " + at + " " + other);
        }
        lines.add("CHANGED " + at + " " + position(product(row), row, at, true));
    }

    /** @param stream where costs are positive when paid */
    static String position(String product, Map<?, ?> row, String at, boolean stream) {
        var open = optional(row, "openFeeTotal");
        // one part alone says nothing of the whole
        var close = open == null ? null : optional(row, "closeFeeTotal");
        var paid = close == null ? null : open.add(close);
        return String.join(" ", "POSITION", slot(product, row), "-", time(row, "createdTime", "-"), plain(size(row)),
                plain(number(row, "avgPrice")), plain(optional(row, "leverage")), plain(either(row, "marginSize", "positionBalance")),
                price(optional(row, "markPrice")), price(either(row, "liqPrice", "liquidationPrice")),
                plain(optional(row, "unrealisedPnl")), plain(optional(row, "curRealisedPnl")),
                plain(paid == null || !stream ? paid : paid.negate()), plain(either(row, "totalFundingFee", "totalFunding")),
                time(row, "updatedTime", at));
    }

    static String closing(String product, Map<?, ?> row) {
        return String.join(" ", "CLOSED", slot(product, row), value(row, "positionId") == null ? "-" : text(row, "positionId"),
                time(row, "createdTime", "-"), millis(row, "updatedTime"), plain(number(row, "openPriceAvg")),
                plain(number(row, "closePriceAvg")), plain(number(row, "openTotalPos")), plain(number(row, "closeTotalPos")),
                plain(number(row, "cumRealisedPnl")), zero(row, "openFeeTotal"), zero(row, "closeFeeTotal"), zero(row, "totalFunding"),
                plain(optional(row, "netProfit")));
    }

    static String fill(String product, Map<?, ?> row) {
        var fees = new StringBuilder();
        if (row.get("feeDetail") != null && !row.get("feeDetail").equals("")) {
            for (var fee : list(row, "feeDetail")) {
                var amount = optional((Map<?, ?>) fee, "fee");
                if (amount != null && amount.signum() != 0) {
                    fees.append(plain(amount.negate())).append(upper((Map<?, ?>) fee, "feeCoin")).append(';');
                }
            }
        }
        return String.join(" ", "FILL", product, upper(row, "symbol"), text(row, "execId"), text(row, "orderId"),
                buys(row) ? "buys" : "sells", effect(row), plain(number(row, "execQty")), plain(number(row, "execPrice")),
                zero(row, "execPnl"), fees, millis(row, value(row, "execTime") == null ? "createdTime" : "execTime"), reason(row, false));
    }

    private static boolean buys(Map<?, ?> row) {
        var kind = lower(row, "tradeSide");
        var side = either(row);
        if (kind.endsWith("close_long") || kind.endsWith("close_short")) {
            return kind.endsWith("close_short");
        }
        if (hedge(row) && List.of("open", "close").contains(kind) && List.of("long", "short").contains(side)) {
            return side.equals("long") ? kind.equals("open") : kind.equals("close");
        }
        return switch (lower(row, "side")) {
            case "buy" -> true;
            case "sell" -> false;
            default -> throw new Naive("side");
        };
    }

    private static String effect(Map<?, ?> row) {
        var kind = lower(row, "tradeSide");
        for (var start : List.of("reduce_", "burst_", "offset_", "delivery_", "dte_sys_adl_")) {
            if (kind.startsWith(start)) {
                return "CLOSE";
            }
        }
        var pnl = optional(row, "execPnl");
        boolean realised = pnl != null && pnl.signum() != 0;
        return hedge(row) && (kind.equals("close") || kind.equals("open") && !realised) ? kind.toUpperCase(Locale.ROOT) : "-";
    }

    private static String reason(Map<?, ?> row, boolean order) {
        var told = NaiveReading.reason(row, order);
        return !told.equals("-") ? told : switch (lower(row, "execType")) {
            case "liquidation", "reduce", "offset" -> "LIQUIDATION";
            case "adl" -> "ADL";
            case "delivery" -> "DELIVERY";
            default -> "-";
        };
    }

    static boolean hedge(Map<?, ?> row) {
        return lower(row, "holdMode").equals("hedge_mode");
    }

    static boolean gone(Map<?, ?> row) {
        return lower(row, "positionStatus").equals("ended") || size(row).signum() == 0;
    }

    private static BigDecimal size(Map<?, ?> row) {
        return value(row, "size") == null ? number(row, "total") : number(row, "size");
    }

    private static String slot(String product, Map<?, ?> row) {
        var side = either(row);
        if (!List.of("long", "short").contains(side)) {
            throw new Naive("posSide");
        }
        return String.join(" ", product, upper(row, "symbol"), side, NaiveReading.mode(row), upper(row, "marginCoin"));
    }

    private static String either(Map<?, ?> row) {
        return value(row, "posSide") == null ? lower(row, "holdSide") : lower(row, "posSide");
    }

    /** Null where a row is of no futures. */
    private static String product(Map<?, ?> row) {
        var category = value(row, "category");
        if (category == null) {
            var symbol = upper(row, "symbol");
            return symbol.endsWith("USDT") ? "USDT-FUTURES" : symbol.endsWith("PERP") || symbol.endsWith("USDC") ? "USDC-FUTURES"
                    : "COIN-FUTURES";
        }
        return List.of("spot", "margin").contains(category.toLowerCase(Locale.ROOT)) ? null : category.toUpperCase(Locale.ROOT);
    }

    private static List<Map<?, ?>> rows(Map<?, ?> frame) {
        return list(frame, "data").stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
    }

    private static BigDecimal either(Map<?, ?> row, String field, String other) {
        return value(row, field) == null ? optional(row, other) : optional(row, field);
    }

    private static String price(BigDecimal price) {
        return plain(price == null || price.signum() <= 0 ? null : price);
    }

    private static String zero(Map<?, ?> row, String field) {
        return optional(row, field) == null ? "0" : plain(optional(row, field));
    }

    private static String time(Map<?, ?> row, String field, String otherwise) {
        return value(row, field) == null ? otherwise : millis(row, field);
    }

    private static String upper(Map<?, ?> row, String field) {
        return text(row, field).toUpperCase(Locale.ROOT);
    }

    private static String lower(Map<?, ?> row, String field) {
        return value(row, field) == null ? "" : text(row, field).toLowerCase(Locale.ROOT);
    }
}
