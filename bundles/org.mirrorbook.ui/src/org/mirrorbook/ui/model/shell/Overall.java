package org.mirrorbook.ui.model.shell;

import java.util.Collection;

import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;

/** How all connections do, in one word: the worst of them decides. */
public enum Overall {
    /** Nothing is mirrored. */
    OFF,
    /** Every mirrored account is live. */
    LIVE,
    /** Some mirrored account is not live, and is tried by itself. */
    UNDER_WAY,
    /** Some account waits for the user. */
    ATTENTION;

    public static Overall of(Collection<LinkStatus> links) {
        var states = links.stream().map(LinkStatus::state).filter(state -> state != LinkState.OFF).toList();
        if (states.isEmpty()) {
            return OFF;
        }
        if (states.contains(LinkState.NEEDS_ATTENTION)) {
            return ATTENTION;
        }
        return states.stream().allMatch(state -> state == LinkState.LIVE) ? LIVE : UNDER_WAY;
    }
}
