package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
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
 * @param orders stop and take-profit orders
 */
public record Surroundings(BreakEvenRule rule, Optional<RiskUnit> unit, Map<Scope, Map<String, EquitySeen>> equity,
        ProtectiveOrders orders) {

    public Surroundings {
        requireNonNull(rule);
        requireNonNull(unit);
        equity = Map.copyOf(equity);
        requireNonNull(orders);
    }

    /** Nothing was told yet. */
    public static Surroundings none() {
        return new Surroundings(BreakEvenRule.none(), Optional.empty(), Map.of(), ProtectiveOrders.none());
    }

    Optional<EquitySeen> equity(Scope scope, String coin) {
        return Optional.ofNullable(equity.get(scope)).map(coins -> coins.get(coin));
    }

    Surroundings with(BreakEvenRule rule) {
        return new Surroundings(rule, unit, equity, orders);
    }

    Surroundings with(Optional<RiskUnit> unit) {
        return new Surroundings(rule, unit, equity, orders);
    }

    Surroundings with(ProtectiveOrders orders) {
        return new Surroundings(rule, unit, equity, orders);
    }

    /** The same, unless a newer equity is known. */
    Surroundings with(EquitySeen seen) {
        var coin = seen.equity().currency();
        if (equity(seen.scope(), coin).filter(known -> seen.at().isBefore(known.at())).isPresent()) {
            return this;
        }
        var coins = new HashMap<>(equity.getOrDefault(seen.scope(), Map.of()));
        coins.put(coin, seen);
        var scopes = new HashMap<>(equity);
        scopes.put(seen.scope(), Map.copyOf(coins));
        return new Surroundings(rule, unit, scopes, orders);
    }
}
