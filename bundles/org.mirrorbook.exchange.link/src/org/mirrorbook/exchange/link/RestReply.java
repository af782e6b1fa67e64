package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param contentType as the venue named it
 * @param retryAfter how long the venue wants to be left alone
 */
public record RestReply(int status, String body, Optional<String> contentType, Optional<Duration> retryAfter) {

    public RestReply {
        requireNonNull(body);
        requireNonNull(contentType);
        requireNonNull(retryAfter);
    }

    /** An answer without headers that matter. */
    public RestReply(int status, String body) {
        this(status, body, Optional.empty(), Optional.empty());
    }

    /** The status and the length only: an answer may hold what is nobody's business. */
    @Override
    public String toString() {
        return "HTTP " + status + " with " + body.length() + " characters";
    }
}
