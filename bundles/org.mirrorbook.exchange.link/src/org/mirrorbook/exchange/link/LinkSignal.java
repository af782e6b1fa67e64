package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * News with all that the machine may not get for itself: time and chance.
 *
 * @param at when it happened
 * @param jitter random, from 0 (inclusive) to 1 (exclusive)
 */
public record LinkSignal(LinkNews news, Instant at, double jitter) {

    public LinkSignal {
        requireNonNull(news);
        requireNonNull(at);
    }
}
