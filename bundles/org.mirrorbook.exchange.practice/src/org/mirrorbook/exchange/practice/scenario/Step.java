package org.mirrorbook.exchange.practice.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.MarginMode;

/**
 * One thing that is to happen. Its fields have been checked: each is of its kind and takes what it says.
 *
 * @param at since the exchange has started
 */
public record Step(Duration at, Verb verb, Map<Field, String> fields) {

    int account() {
        return text(Field.ACCOUNT).map(Integer::parseInt).orElse(0);
    }

    Optional<String> text(Field field) {
        return Optional.ofNullable(fields.get(field));
    }

    String need(Field field) {
        return text(field).orElseThrow();
    }

    Optional<BigDecimal> decimal(Field field) {
        return text(field).map(BigDecimal::new);
    }

    BigDecimal needDecimal(Field field) {
        return decimal(field).orElseThrow();
    }

    Optional<Boolean> flag(Field field) {
        return text(field).map(Boolean::parseBoolean);
    }

    Optional<Contract> contract(Contracts contracts) {
        return text(Field.SYMBOL).flatMap(contracts::find);
    }

    Optional<HoldSide> side() {
        return text(Field.SIDE).map(word -> word.equals("long") ? HoldSide.LONG : HoldSide.SHORT);
    }

    Optional<MarginMode> marginMode() {
        return text(Field.MARGIN_MODE).map(word -> word.equals("isolated") ? MarginMode.ISOLATED : MarginMode.CROSSED);
    }

    Optional<List<String>> list(Field field) {
        return text(field).map(joined -> joined.isEmpty() ? List.of() : List.of(joined.split(",")));
    }

    @Override
    public String toString() {
        return verb.wire() + text(Field.SYMBOL).map(symbol -> " " + symbol).orElse("");
    }
}
