package org.mirrorbook.exchange.bitget;

import java.time.Clock;
import java.time.Duration;

import org.mirrorbook.exchange.link.ConnectBudget;
import org.mirrorbook.exchange.link.Network;
import org.mirrorbook.exchange.link.RestLimits;

/**
 * What all accounts at Bitget share, the limits of this computer's address among it (protocol notes, Bitget 2.4 and 6.2).
 *
 * @param connects how often and how many sockets may be opened
 * @param questions what all accounts together may ask
 */
record Venue(Network network, Clock clock, ConnectBudget connects, RestLimits questions) {

    private static final int CONNECTS = 300;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int SOCKETS = 100;
    private static final int QUESTIONS_A_MINUTE = 6_000;

    static Venue of(Network network, Clock clock) {
        return new Venue(network, clock, new ConnectBudget(CONNECTS, WINDOW, SOCKETS, clock), new RestLimits(QUESTIONS_A_MINUTE));
    }
}
