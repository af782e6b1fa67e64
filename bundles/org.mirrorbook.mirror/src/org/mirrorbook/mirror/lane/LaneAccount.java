package org.mirrorbook.mirror.lane;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.domain.position.AccountId;

/** The account of a lane with the user's name for it. */
public record LaneAccount(AccountId id, String label) {

    public LaneAccount {
        requireNonNull(id);
        requireNonNull(label);
    }
}
