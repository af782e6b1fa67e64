package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.RiskUnit;

/**
 * What is not about one life and yet bears on the trades of a book. Lives as long as the process: the settings are told when a book is
 * opened, the rest comes with each connection.
 *
 * @param rule by which closed trades are judged
 * @param unit what the account calls 1R; absent where the user did not say
 * @param equity newest equity of each margin coin of a scope
 * @param orders stop and take-profit orders that wait, by order id
 */
public record Surroundings(BreakEvenRule rule, Optional<RiskUnit> unit, Map<Scope, Map<String, Money>> equity,
        Map<String, ProtectiveOrder> orders) {

    public Surroundings {
        requireNonNull(rule);
        requireNonNull(unit);
        equity = Map.copyOf(equity);
        orders = Map.copyOf(orders);
    }

    /** Nothing was told yet. */
    public static Surroundings none() {
        return new Surroundings(BreakEvenRule.none(), Optional.empty(), Map.of(), Map.of());
    }
}
