package org.mirrorbook.exchange.practice.rest;

import java.time.Duration;

import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;

/** History shows a close only after a moment (protocol notes, Bitget 6.3), or later where it is wanted so. */
record HistoryLag(Oddities oddities) {

    private static final Duration USUAL = Duration.ofMillis(300);

    boolean shows(long closedAt, long now) {
        return closedAt + oddities.span(Oddity.LATE_HISTORY).orElse(USUAL).toMillis() <= now;
    }
}
