package org.mirrorbook.exchange.practice.scenario;

import java.util.List;
import java.util.Optional;

import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.keys.KeyFacts;
import org.mirrorbook.exchange.practice.oddities.OddityChange;

/**
 * What happens at an exchange, as a file tells it (docs/practice.md).
 *
 * @param trader whether the scripted traders trade besides
 * @param unified whether the accounts are unified ones from the start
 * @param positionMode of all products, where the file says so
 * @param oddities switched on from the start
 * @param steps in the order of the file
 */
public record Scenario(boolean trader, boolean unified, Optional<PositionMode> positionMode, KeyFacts key, List<OddityChange> oddities,
        List<Step> steps) {

    /** Nothing out of the ordinary. */
    public static Scenario usual(boolean trader) {
        return new Scenario(trader, false, Optional.empty(), KeyFacts.usual(), List.of(), List.of());
    }
}
