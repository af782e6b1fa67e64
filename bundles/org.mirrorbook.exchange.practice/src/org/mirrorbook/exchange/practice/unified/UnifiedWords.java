package org.mirrorbook.exchange.practice.unified;

import java.math.BigDecimal;
import java.util.Locale;

import org.mirrorbook.exchange.practice.books.Fill;
import org.mirrorbook.exchange.practice.books.Order;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/** Words that several rows of v3 share. */
final class UnifiedWords {

    private UnifiedWords() {
    }

    /** The category as topics spell it; REST spells it as v2 does its product types. */
    static String topicCategory(ProductType product) {
        return product.wire().toLowerCase(Locale.ROOT);
    }

    /** In hedge mode the side of the position; in one-way mode empty, for the market direction says what there is to say. */
    static String side(Order order) {
        return order.request().mode() == PositionMode.HEDGE ? order.posSide() : "";
    }

    /** In hedge mode open or close, a forced close too, whose reason is told by its order alone; in one-way mode as in v2. */
    static String tradeSide(PositionMode mode, String classicWord, String marketSide) {
        if (mode == PositionMode.HEDGE) {
            return classicWord.equals("open") ? "open" : "close";
        }
        return marketSide + "_single";
    }

    /** Fees of orders and fills: positive is paid. */
    static void addFee(ObjectNode row, String coin, BigDecimal fee) {
        ObjectNode detail = row.putArray("feeDetail").addObject();
        detail.put("feeCoin", coin);
        detail.put("fee", Json.plain(fee.negate()));
    }

    static void addFee(ObjectNode row, Fill fill) {
        addFee(row, fill.contract().marginCoin(), fill.fee());
    }
}
