package org.mirrorbook.exchange.bitget.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.wire.Products;

/**
 * Tries a key, step by step, and stops at the first that fails. The user need not know which kind his account is: the trial finds out and
 * asks accordingly. What was found out by then is in the result also where a step failed.
 */
public final class KeyTrials {

    private final BitgetRest rest;
    private final KindProbe probe;
    private final Map<Kind, Questions> questions;
    private final VenueClock venueClock;
    private final Products products;
    private final boolean tradingKeyAccepted;
    private final Clock clock;
    private final List<KeyTrial.Step> steps = new ArrayList<>();
    private Optional<Kind> kind = Optional.empty();
    private KeyFacts facts = KeyFacts.unknown();
    private Consumer<KeyTrial.Step> told = step -> {
    };

    public KeyTrials(BitgetRest rest, KindProbe probe, Map<Kind, Questions> questions, VenueClock venueClock, Products products,
            boolean tradingKeyAccepted, Clock clock) {
        this.rest = rest;
        this.probe = probe;
        this.questions = Map.copyOf(questions);
        this.venueClock = venueClock;
        this.products = products;
        this.tradingKeyAccepted = tradingKeyAccepted;
        this.clock = clock;
    }

    /** Tries; once for each object. */
    public KeyTrial run() {
        return run(step -> {
        });
    }

    /**
     * The same.
     *
     * @param told of each step as soon as it ended, on this thread
     */
    public KeyTrial run(Consumer<KeyTrial.Step> told) {
        this.told = told;
        boolean good = step("Reach Bitget", this::reach)
                && step("Compare clocks", this::compare)
                && step("Find the kind of account", this::find)
                && step("Sign in", this::signIn)
                && step(KeyTrial.RIGHTS, this::see)
                && step("Read the open positions", this::read);
        return new KeyTrial(kind.map(Kind::word), good ? facts.venueAccount() : Optional.empty(), facts.rights(), venueClock.compared(),
                steps);
    }

    private String reach() {
        rest.compareClocks();
        return "answers";
    }

    private String compare() {
        // once more, since the first question also had to open the connection
        rest.compareClocks();
        long millis = venueClock.offset().toMillis();
        return millis == 0 ? "equal" : "Bitget's is " + Math.abs(millis) + " ms " + (millis > 0 ? "ahead" : "behind");
    }

    private String find() {
        kind = Optional.of(probe.detect());
        return "a " + kind.get().word() + " account";
    }

    private String signIn() {
        history().positions(products.scopes().get(0));
        return "the key is accepted";
    }

    private String see() {
        facts = new KeyQuestion(rest).ask(kind.orElseThrow());
        new KeyGate().judge(facts.rights(), tradingKeyAccepted).refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return said(facts.rights());
    }

    private static String said(KeyRights rights) {
        return "read " + word(rights.read()) + ", trade " + word(rights.trade()) + ", withdraw " + word(rights.withdraw()) + ", transfer "
                + word(rights.transfer());
    }

    private static String word(Right right) {
        return switch (right) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "not told";
        };
    }

    private String read() {
        int open = products.scopes().stream().mapToInt(scope -> history().positions(scope).size()).sum();
        return open == 1 ? "1 open position" : open + " open positions";
    }

    private Questions history() {
        return questions.get(kind.orElseThrow());
    }

    private boolean step(String name, Supplier<String> trial) {
        Instant begun = clock.instant();
        try {
            var result = trial.get();
            ended(new KeyTrial.Step(name, result, Duration.between(begun, clock.instant()), Optional.empty()));
            return true;
        } catch (VenueProblem problem) {
            ended(new KeyTrial.Step(name, problem.getMessage(), Duration.between(begun, clock.instant()), Optional.of(problem)));
            return false;
        }
    }

    private void ended(KeyTrial.Step step) {
        steps.add(step);
        told.accept(step);
    }
}
