package org.mirrorbook.exchange.practice;

import java.util.Optional;

import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.scenario.Scenario;
import org.mirrorbook.exchange.practice.scenario.ScenarioProblem;
import org.mirrorbook.exchange.practice.scenario.ScenarioReader;
import org.mirrorbook.exchange.practice.wire.Json;

/**
 * How an exchange begins: what its settings want and what its scenario says, brought together.
 *
 * @param settings with the scenario's word about the trader and the kind of the accounts
 */
record Staging(Scenario scenario, PracticeSettings settings) {

    /**
     * Reads the scenario, where there is one.
     *
     * @throws VenueProblem when it cannot be used
     */
    static Staging of(PracticeSettings wanted, Json json, Contracts contracts) {
        Scenario scenario = read(wanted, json, contracts);
        return new Staging(scenario, new PracticeSettings(wanted.port(), wanted.seed(), wanted.speed(), wanted.accounts(),
                wanted.credential(), wanted.memory(), scenario.trader(),
                scenario.unified() ? PracticeSettings.UNIFIED : wanted.kind(), wanted.scenario()));
    }

    private static Scenario read(PracticeSettings wanted, Json json, Contracts contracts) {
        if (wanted.scenario().isEmpty()) {
            return Scenario.usual(wanted.trader());
        }
        try {
            return new ScenarioReader(json, contracts).read(wanted.scenario().get());
        } catch (ScenarioProblem problem) {
            throw new VenueProblem(Remedy.ASK_USER, Optional.of(PracticeVenue.BAD_SCENARIO), problem.getMessage(), problem);
        }
    }

    /** Sets the position mode that the scenario wants, in all accounts. */
    void choose(Floor floor) {
        scenario.positionMode().ifPresent(mode -> {
            for (AccountBook book : floor.accounts()) {
                for (ProductType product : ProductType.values()) {
                    try {
                        book.setMode(product, mode);
                    } catch (OrderRefused held) {
                        throw new VenueProblem(Remedy.ASK_USER, Optional.of(PracticeVenue.BAD_SCENARIO),
                                "The position mode of the scenario does not fit the positions that are remembered.", held);
                    }
                }
            }
        });
    }
}
