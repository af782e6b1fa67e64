package org.mirrorbook.exchange.bitget.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.wire.Products;

/**
 * Tries a key, step by step, and stops at the first that fails. A classic answer to a classic question also proves the account kind: a
 * unified account's key is told 40085 (protocol notes, Bitget 1.1).
 */
public final class KeyTrials {

    private static final String ACCOUNT = "/api/v2/spot/account/info";

    private final BitgetRest rest;
    private final VenueClock venueClock;
    private final Products products;
    private final Clock clock;
    private final List<KeyTrial.Step> steps = new ArrayList<>();

    public KeyTrials(BitgetRest rest, VenueClock venueClock, Products products, Clock clock) {
        this.rest = rest;
        this.venueClock = venueClock;
        this.products = products;
        this.clock = clock;
    }

    /** Tries; once for each object. */
    public KeyTrial run() {
        var history = new History(rest);
        var scopes = products.scopes();
        boolean good = step("Reach Bitget", () -> {
            rest.compareClocks();
            return "answers";
        }) && step("Compare clocks", () -> {
            // once more, since the first question also had to open the connection
            rest.compareClocks();
            return clocks(venueClock.offset());
        })
                && step("Sign in", () -> {
                    history.positions(scopes.get(0));
                    return "the key is accepted; a classic account";
                })
                && step("Read the open positions", () -> {
                    int open = scopes.stream().mapToInt(scope -> history.positions(scope).size()).sum();
                    return open == 1 ? "1 open position" : open + " open positions";
                });
        if (good) {
            return new KeyTrial(Optional.of("classic"), account(), KeyRights.unknown(), Optional.of(venueClock.offset()), steps);
        }
        boolean unified = steps.get(steps.size() - 1).problem().flatMap(VenueProblem::code).filter("40085"::equals).isPresent();
        return new KeyTrial(unified ? Optional.of("unified") : Optional.empty(), Optional.empty(), KeyRights.unknown(), Optional.empty(),
                steps);
    }

    private boolean step(String name, Supplier<String> trial) {
        Instant begun = clock.instant();
        try {
            var result = trial.get();
            steps.add(new KeyTrial.Step(name, result, Duration.between(begun, clock.instant()), Optional.empty()));
            return true;
        } catch (VenueProblem problem) {
            steps.add(new KeyTrial.Step(name, problem.getMessage(), Duration.between(begun, clock.instant()), Optional.of(problem)));
            return false;
        }
    }

    private static String clocks(Duration offset) {
        long millis = offset.toMillis();
        return millis == 0 ? "equal" : "Bitget's is " + Math.abs(millis) + " ms " + (millis > 0 ? "ahead" : "behind");
    }

    /** The account's id; a key for futures alone may not ask (protocol notes, Bitget 1.4), which is no failure. */
    private Optional<String> account() {
        try {
            return rest.get(ACCOUNT, 1, BitgetRest.query()).row("data").text("userId");
        } catch (VenueProblem notAllowed) {
            return Optional.empty();
        }
    }
}
