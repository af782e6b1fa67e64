package org.mirrorbook.journal.jpa;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.mirrorbook.domain.money.Money;

/**
 * Amounts of several coins in one column, such as {@code -0.024 USDT, -0.0001 BGB}: they are read with their row and never added across
 * coins, so a table of their own would only make each read slower. Digits are checked as for columns of their own.
 */
final class Amounts {

    private static final int LENGTH = 1000;

    private Amounts() {
    }

    static String write(String name, List<Money> amounts) {
        return Fit.text(name, amounts.stream().map(money -> Fit.exact(name, money.amount()).stripTrailingZeros().toPlainString() + " "
                + money.currency()).collect(Collectors.joining(", ")), LENGTH);
    }

    static List<Money> read(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(", ")).map(Amounts::one).toList();
    }

    private static Money one(String text) {
        int blank = text.indexOf(' ');
        return new Money(new BigDecimal(text.substring(0, blank)), text.substring(blank + 1));
    }
}
