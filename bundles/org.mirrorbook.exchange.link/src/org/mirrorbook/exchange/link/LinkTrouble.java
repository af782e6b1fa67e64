package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import org.mirrorbook.exchange.VenueProblem;

/**
 * Why a connection ended or has to end.
 *
 * @param code the venue's code or a word of ours, such as {@code NO_PONG}
 * @param sentence for the user, without secrets
 */
public record LinkTrouble(Kind kind, Optional<String> code, String sentence) {

    /** What the link does about it. */
    public enum Kind {
        /** Connects again after a while. */
        RETRY,
        /** Sets its clock by the venue's, then as {@link #RETRY}. */
        CLOCK,
        /** Waits for the user: trying again with the same key could only lock it out. */
        ATTENTION
    }

    public LinkTrouble {
        requireNonNull(kind);
        requireNonNull(code);
        requireNonNull(sentence);
    }

    public static LinkTrouble retry(String code, String sentence) {
        return new LinkTrouble(Kind.RETRY, Optional.of(code), sentence);
    }

    /** The trouble that a problem of the venue is to the link: only what the user can mend is worth his attention. */
    public static LinkTrouble of(VenueProblem problem) {
        var kind = problem.remedy() == VenueProblem.Remedy.ASK_USER ? Kind.ATTENTION : Kind.RETRY;
        return new LinkTrouble(kind, problem.code(), problem.getMessage());
    }
}
