package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

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

    private static final Set<String> UNREAD = Set.of("TOO_LARGE", "NOT_TEXT");

    /** A message larger than the link takes. */
    static LinkTrouble tooLarge() {
        return retry("TOO_LARGE", "The exchange sent a message that is larger than any can be; the connection was given up.");
    }

    /** A message of bytes, or of bytes that are no text. */
    static LinkTrouble notText() {
        return retry("NOT_TEXT", "The exchange sent a message that is no text; the connection was given up.");
    }

    /** Whether a message ended the connection that was not even taken in. */
    boolean unread() {
        return code.filter(UNREAD::contains).isPresent();
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
