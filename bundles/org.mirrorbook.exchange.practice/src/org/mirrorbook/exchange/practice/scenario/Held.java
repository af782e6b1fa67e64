package org.mirrorbook.exchange.practice.scenario;

import java.util.List;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Position;

/** Finds the position that a step means. */
final class Held {

    private Held() {
    }

    /** The open position of the step's symbol and, where it names one, side. */
    static Position by(Step step, Floor floor) throws ScenarioProblem {
        Contract contract = step.contract(floor.contracts()).orElseThrow();
        List<Position> open = floor.account(step.account()).positions(contract).stream()
                .filter(position -> step.side().isEmpty() || step.side().get() == position.side())
                .toList();
        if (open.isEmpty()) {
            throw new ScenarioProblem("There is no open position of " + contract.symbol()
                    + step.side().map(side -> " " + side.wire()).orElse("") + " in account " + step.account() + ".");
        }
        if (open.size() > 1) {
            throw new ScenarioProblem(contract.symbol() + " is held long and short; say which with side.");
        }
        return open.getFirst();
    }
}
