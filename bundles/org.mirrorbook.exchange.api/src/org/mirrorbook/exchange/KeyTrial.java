package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of trying a key.
 *
 * @param kind the account kind as the venue tells it, such as {@code classic}; empty while not known
 * @param venueAccount the venue's own id of the account, where a key of this kind may ask for it
 * @param rights what the key may do
 * @param clockOffset the venue's clock minus this machine's, where it was compared
 * @param steps in order
 */
public record KeyTrial(Optional<String> kind, Optional<String> venueAccount, KeyRights rights, Optional<Duration> clockOffset,
        List<Step> steps) {

    /** Name of the step that says what the key may do; its problem is the refusal of a key that is not taken for its rights. */
    public static final String RIGHTS = "What the key may do";

    public KeyTrial {
        requireNonNull(kind);
        requireNonNull(venueAccount);
        requireNonNull(rights);
        requireNonNull(clockOffset);
        steps = List.copyOf(steps);
    }

    /** A trial that did not come to the key's rights. */
    public KeyTrial(Optional<String> kind, Optional<String> venueAccount, List<Step> steps) {
        this(kind, venueAccount, KeyRights.unknown(), Optional.empty(), steps);
    }

    /**
     * @param name what was tried, in words
     * @param result what came of it, in words, without secrets
     * @param problem absent when it went well
     */
    public record Step(String name, String result, Duration took, Optional<VenueProblem> problem) {
    }

    /** The first problem, if any. */
    public Optional<VenueProblem> problem() {
        return steps.stream().flatMap(step -> step.problem().stream()).findFirst();
    }
}
