package org.mirrorbook.exchange.bitget.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.wire.FillRows;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Completes fills of hedge mode by the side of the position that their order names (protocol notes, Bitget 5.2). Asks once for each order;
 * for one list of fills.
 */
final class OrderSides {

    private final Pages pages;
    private final Scope scope;
    private final Map<String, Optional<String>> known = new HashMap<>();

    OrderSides(Pages pages, Scope scope) {
        this.pages = pages;
        this.scope = scope;
    }

    WireRow complete(WireRow fill) {
        if (!FillRows.needsOrder(fill)) {
            return fill;
        }
        return known.computeIfAbsent(fill.needName("orderId"), order -> ask(order, fill.needName("symbol")))
                .map(side -> fill.with("posSide", side)).orElse(fill);
    }

    private Optional<String> ask(String order, String symbol) {
        try {
            return pages.one(Endpoint.ORDER, Pages.query(scope, "orderId", order, "symbol", symbol),
                    answer -> answer.row("data").text("posSide"));
        } catch (VenueProblem problem) {
            if (problem.remedy() == VenueProblem.Remedy.REPORT) {
                // an order too old to be told; the fill then stands as it is
                return Optional.empty();
            }
            throw problem;
        }
    }
}
