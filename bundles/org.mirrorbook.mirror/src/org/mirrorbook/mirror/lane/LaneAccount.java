package org.mirrorbook.mirror.lane;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.domain.position.AccountId;

/**
 * The account of a lane.
 *
 * @param label the user's name for it
 * @param acceptsTradingKey whether the user agreed to a key that can trade
 */
public record LaneAccount(AccountId id, String label, boolean acceptsTradingKey) {

    public LaneAccount {
        requireNonNull(id);
        requireNonNull(label);
    }
}
