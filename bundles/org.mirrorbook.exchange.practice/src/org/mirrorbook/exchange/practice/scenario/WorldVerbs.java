package org.mirrorbook.exchange.practice.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.keys.KeyFacts;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.oddities.OddityChange;

/** Steps about the exchange around the books: connections, oddities, kinds of accounts, keys. */
final class WorldVerbs {

    private final Floor floor;
    private final Oddities oddities;
    private final Keyring keyring;
    private final Consumer<Happening> happened;
    private final Director.Stage stage;

    WorldVerbs(Floor floor, Oddities oddities, Keyring keyring, Consumer<Happening> happened, Director.Stage stage) {
        this.floor = floor;
        this.oddities = oddities;
        this.keyring = keyring;
        this.happened = happened;
        this.stage = stage;
    }

    /** Cuts what is connected now; with a phase, the connections that come to it next. */
    void cut(Step step) {
        Optional<Oddity> phase = step.text(Field.PHASE).flatMap(Oddity::ofPhase);
        if (phase.isEmpty() && step.flag(Field.GOODBYE).orElse(false)) {
            stage.end();
        } else if (phase.isEmpty()) {
            stage.drop();
        } else {
            int times = step.text(Field.TIMES).map(Integer::parseInt).orElse(1);
            oddities.change(OddityChange.on(phase.get()).times(times));
        }
    }

    void convert(Step step, long now) {
        List<BookEvent> events = floor.account(step.account()).convert();
        if (!events.isEmpty()) {
            happened.accept(new Happening(step.account(), events, now));
        }
    }

    void mode(Step step) throws OrderRefused {
        AccountBook book = floor.account(step.account());
        PositionMode wanted = Arrays.stream(PositionMode.values()).filter(mode -> mode.wire().equals(step.need(Field.POSITION_MODE)))
                .findFirst().orElseThrow();
        for (ProductType product : ProductType.values()) {
            book.setMode(product, wanted);
        }
    }

    /** What the keys are said to be allowed from now on; what the step leaves out stays. */
    void key(Step step) {
        KeyFacts before = keyring.facts();
        keyring.facts(new KeyFacts(step.list(Field.AUTHORITIES).orElse(before.authorities()), step.list(Field.IPS).orElse(before.ips()),
                step.text(Field.PERM_TYPE).orElse(before.permType()), step.list(Field.PERMISSIONS).orElse(before.permissions()),
                step.flag(Field.MAY_ASK).orElse(before.mayAsk())));
    }

    void oddity(Step step) throws ScenarioProblem {
        oddities.change(StepReader.change(step, "step"));
    }
}
