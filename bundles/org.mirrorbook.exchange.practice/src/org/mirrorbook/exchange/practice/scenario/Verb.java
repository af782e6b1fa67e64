package org.mirrorbook.exchange.practice.scenario;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a step can do, with the fields it needs and those it takes besides (docs/practice.md). */
enum Verb {
    OPEN(EnumSet.of(Field.SYMBOL, Field.SIDE, Field.SIZE), EnumSet.of(Field.MARGIN_MODE, Field.LEVERAGE, Field.ID,
            Field.TAKE_PROFIT, Field.STOP_LOSS)),
    REDUCE(EnumSet.of(Field.SYMBOL, Field.SIZE), EnumSet.of(Field.SIDE, Field.ID)),
    CLOSE(EnumSet.of(Field.SYMBOL), EnumSet.of(Field.SIDE, Field.ID)),
    REOPEN(EnumSet.of(Field.SYMBOL), EnumSet.of(Field.SIDE, Field.SIZE)),
    FLIP(EnumSet.of(Field.SYMBOL), EnumSet.of(Field.SIZE, Field.ID)),
    REVERSE(EnumSet.of(Field.SYMBOL), EnumSet.of(Field.SIDE, Field.SIZE)),
    LIMIT(EnumSet.of(Field.SYMBOL, Field.SIDE, Field.SIZE, Field.PRICE), EnumSet.of(Field.CLOSES, Field.MARGIN_MODE, Field.ID)),
    CANCEL(EnumSet.noneOf(Field.class), EnumSet.of(Field.SYMBOL, Field.ID)),
    TAKE_PROFIT(EnumSet.of(Field.SYMBOL, Field.TRIGGER), EnumSet.of(Field.SIDE, Field.SIZE, Field.ID)),
    STOP_LOSS(EnumSet.of(Field.SYMBOL, Field.TRIGGER), EnumSet.of(Field.SIDE, Field.SIZE, Field.ID)),
    MOVE_TAKE_PROFIT(EnumSet.of(Field.SYMBOL, Field.TRIGGER), EnumSet.of(Field.SIDE, Field.SIZE, Field.ID)),
    MOVE_STOP(EnumSet.of(Field.SYMBOL, Field.TRIGGER), EnumSet.of(Field.SIDE, Field.SIZE, Field.ID)),
    LIQUIDATE(EnumSet.of(Field.SYMBOL), EnumSet.of(Field.SIDE)),
    ADL(EnumSet.of(Field.SYMBOL), EnumSet.of(Field.SIDE, Field.SIZE)),
    FUND(EnumSet.noneOf(Field.class), EnumSet.of(Field.SYMBOL, Field.RATE, Field.AMOUNT)),
    LEVERAGE(EnumSet.of(Field.SYMBOL, Field.LEVERAGE), EnumSet.of(Field.SIDE)),
    MARGIN(EnumSet.of(Field.SYMBOL, Field.AMOUNT), EnumSet.of(Field.SIDE)),
    PRICE(EnumSet.of(Field.SYMBOL), EnumSet.of(Field.PRICE, Field.HOLD)),
    MODE(EnumSet.of(Field.POSITION_MODE), EnumSet.noneOf(Field.class)),
    CUT(EnumSet.noneOf(Field.class), EnumSet.of(Field.PHASE, Field.TIMES, Field.GOODBYE)),
    CONVERT(EnumSet.noneOf(Field.class), EnumSet.noneOf(Field.class)),
    KEY(EnumSet.noneOf(Field.class), EnumSet.of(Field.AUTHORITIES, Field.IPS, Field.PERM_TYPE, Field.PERMISSIONS, Field.MAY_ASK)),
    ODDITY(EnumSet.of(Field.NAME), EnumSet.of(Field.VALUE, Field.TIMES, Field.CHANNEL));

    private final Set<Field> needed;
    private final Set<Field> possible;

    Verb(Set<Field> needed, Set<Field> possible) {
        this.needed = needed;
        this.possible = possible;
    }

    /** Fields without which the step says nothing. */
    Set<Field> needed() {
        return needed;
    }

    /** Every verb takes the number of the account it works in. */
    boolean takes(Field field) {
        return field == Field.ACCOUNT || needed.contains(field) || possible.contains(field);
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Verb> named(String name) {
        return Arrays.stream(values()).filter(verb -> verb.wire().equals(name)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Verb::wire).collect(Collectors.joining(", "));
    }
}
