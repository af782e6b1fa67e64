package org.mirrorbook.ui.model.accounts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.exchange.KeyTrial;

/**
 * Where the test of a key stands.
 *
 * @param steps that ended, in order
 * @param trial what came of it, once it ended
 * @param sentence why it could not be made; empty otherwise
 */
public record KeyTest(State state, List<KeyTrial.Step> steps, Optional<KeyTrial> trial, String sentence) {

    /** Where it stands. */
    public enum State {
        /** Not begun. */
        DUE, RUNNING,
        /** Stopped by the user. */
        STOPPED,
        /** It could not be made: the vault was not opened, the address is none. */
        FAILED,
        /** It was made, whatever came of it. */
        ENDED
    }

    public KeyTest {
        requireNonNull(state);
        steps = List.copyOf(steps);
        requireNonNull(trial);
        requireNonNull(sentence);
    }

    /** One that was not begun. */
    public static KeyTest due() {
        return new KeyTest(State.DUE, List.of(), Optional.empty(), "");
    }

    /** One that was begun just now. */
    public static KeyTest begun() {
        return new KeyTest(State.RUNNING, List.of(), Optional.empty(), "");
    }

    public boolean is(State wanted) {
        return state == wanted;
    }

    /** A step ended; of no interest unless it runs. */
    public KeyTest told(KeyTrial.Step step) {
        return is(State.RUNNING)
                ? new KeyTest(State.RUNNING, Stream.concat(steps.stream(), Stream.of(step)).toList(), Optional.empty(), "") : this;
    }

    public KeyTest ended(KeyTrial result) {
        return new KeyTest(State.ENDED, result.steps(), Optional.of(result), "");
    }

    public KeyTest failed(String why) {
        return new KeyTest(State.FAILED, steps, Optional.empty(), why);
    }

    public KeyTest stopped() {
        return new KeyTest(State.STOPPED, steps, Optional.empty(), "");
    }
}
