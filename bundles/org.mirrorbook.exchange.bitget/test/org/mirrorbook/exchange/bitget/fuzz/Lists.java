package org.mirrorbook.exchange.bitget.fuzz;

import static org.mirrorbook.exchange.bitget.Fixtures.NOW;
import static org.mirrorbook.exchange.bitget.Fixtures.USDT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.mirrorbook.exchange.bitget.fuzz.NaiveJson.Naive;
import org.mirrorbook.exchange.bitget.unified.RestRows;
import org.mirrorbook.exchange.bitget.wire.AccountTerms;
import org.mirrorbook.exchange.bitget.wire.Balance;
import org.mirrorbook.exchange.bitget.wire.ClosingRows;
import org.mirrorbook.exchange.bitget.wire.FillRows;
import org.mirrorbook.exchange.bitget.wire.OrderRows;
import org.mirrorbook.exchange.bitget.wire.PlanOrder;
import org.mirrorbook.exchange.bitget.wire.PositionRows;
import org.mirrorbook.exchange.bitget.wire.Protections;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * The REST lists of an account, read by the product and naively.
 *
 * @param product what the product reads of an envelope, in lines
 * @param naive the same of the plain tree; nothing where the list carries no figures of positions
 */
record Lists(Function<WireRow, List<String>> product, Optional<Function<Map<?, ?>, List<String>>> naive) {

    private static final String CODE = USDT.product().code();

    static Optional<Lists> of(String fixture) {
        if (fixture.startsWith("rest-all-position") || fixture.startsWith("rest-single-position")) {
            return lists(answer -> PositionRows.read(USDT, answer.rows("data")).stream().map(Told::of).toList(),
                    tree -> NaiveReading.positions(CODE, rows(tree, "data")));
        }
        if (fixture.startsWith("rest-history-position")) {
            return lists(answer -> answer.row("data").rows("list").stream().map(row -> ClosingRows.ofRest(USDT, row)).map(Told::of)
                    .toList(),
                    tree -> rows(data(tree), "list").stream().map(row -> NaiveReading.closing(CODE, row, false)).toList());
        }
        if (fixture.startsWith("rest-fill")) {
            return lists(answer -> FillRows.read(USDT, answer.row("data").rows("fillList")).stream().map(Told::of).toList(),
                    tree -> NaiveReading.fills(CODE, rows(data(tree), "fillList")));
        }
        if (fixture.startsWith("rest-orders-history") || fixture.startsWith("rest-orders-pending")) {
            return unchecked(answer -> OrderRows.closing(USDT, answer.row("data").rows("entrustedList"), strange -> { }));
        }
        if (fixture.startsWith("rest-orders-plan")) {
            return lists(answer -> Protections.waiting(PlanOrder.read(USDT, answer.row("data").rows("entrustedList")), strange -> { })
                            .stream().map(Told::of).toList(),
                    tree -> rows(data(tree), "entrustedList").stream()
                            .flatMap(row -> NaiveReading.protection(CODE, row, true).stream()).toList());
        }
        if (fixture.startsWith("rest-accounts")) {
            return unchecked(answer -> Balance.read(USDT, answer.rows("data")));
        }
        if (fixture.startsWith("rest-account-")) {
            return unchecked(answer -> AccountTerms.read(USDT, answer.row("data")));
        }
        return Optional.empty();
    }

    static Optional<Lists> ofUnified(String fixture) {
        if (fixture.startsWith("rest-current-position")) {
            return lists(answer -> RestRows.positions(USDT, answer.row("data").rows("list"), NOW).stream().map(Told::of).toList(),
                    tree -> rows(data(tree), "list").stream().filter(row -> !NaiveUnified.gone(row))
                            .map(row -> NaiveUnified.position(CODE, row, Long.toString(NOW.toEpochMilli()), false)).toList());
        }
        if (fixture.startsWith("rest-history-position")) {
            return lists(answer -> RestRows.records(USDT, answer.row("data").rows("list")).stream().map(Told::of).toList(),
                    tree -> rows(data(tree), "list").stream().map(row -> NaiveUnified.closing(CODE, row)).toList());
        }
        if (fixture.startsWith("rest-fills")) {
            return lists(answer -> RestRows.fills(USDT, answer.row("data").rows("list").stream()
                            .filter(row -> row.text("holdMode").isEmpty()).toList()).stream().map(Told::of).toList(),
                    tree -> rows(data(tree), "list").stream().filter(row -> NaiveReading.value(row, "holdMode") == null)
                            .filter(row -> NaiveReading.number(row, "execQty").signum() != 0)
                            .map(row -> NaiveUnified.fill(CODE, row)).toList());
        }
        return fixture.startsWith("rest-history-orders") ? unchecked(answer -> RestRows.orders(USDT, answer.row("data").rows("list")))
                : Optional.empty();
    }

    private static Optional<Lists> lists(Function<WireRow, List<String>> product, Function<Map<?, ?>, List<String>> naive) {
        return Optional.of(new Lists(product, Optional.of(naive)));
    }

    private static Optional<Lists> unchecked(Function<WireRow, Object> product) {
        return Optional.of(new Lists(answer -> List.of(product.apply(answer).toString()), Optional.empty()));
    }

    private static Map<?, ?> data(Map<?, ?> tree) {
        var data = tree.get("data");
        if (data == null || data.equals("") || data.equals(List.of())) {
            return Map.of();
        }
        return (Map<?, ?>) data;
    }

    private static List<Map<?, ?>> rows(Map<?, ?> from, String field) {
        if (from.get(field) == null || from.get(field).equals("")) {
            return List.of();
        }
        return NaiveReading.list(from, field).stream().<Map<?, ?>>map(item -> {
            if (item instanceof Map<?, ?> row) {
                return row;
            }
            throw new Naive("no row");
        }).toList();
    }
}
