package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A message as the venue sent it. Never one that carries a secret.
 *
 * @param channel where it came on, such as {@code positions} or {@code GET /api/v2/mix/position/history-position}
 */
public record RawMessage(Instant receivedAt, String channel, String text) {

    public RawMessage {
        requireNonNull(receivedAt);
        requireNonNull(channel);
        requireNonNull(text);
    }
}
