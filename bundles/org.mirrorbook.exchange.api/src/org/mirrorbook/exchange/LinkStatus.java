package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * State of a link with its reason.
 *
 * @param code the venue's code, or a word of ours such as {@code UNREACHABLE}, {@code LOGIN_TIMEOUT}, {@code NO_PONG}; absent when all is
 * well
 * @param reason a sentence for the user, without secrets; empty when there is nothing to say
 * @param since when this state began
 * @param retryAt when the next try is due, while reconnecting
 */
public record LinkStatus(LinkState state, Optional<String> code, String reason, Instant since, Optional<Instant> retryAt) {

    public LinkStatus {
        requireNonNull(state);
        requireNonNull(code);
        requireNonNull(reason);
        requireNonNull(since);
        requireNonNull(retryAt);
    }

    /** A state that needs no words. */
    public static LinkStatus of(LinkState state, Instant since) {
        return new LinkStatus(state, Optional.empty(), "", since, Optional.empty());
    }
}
