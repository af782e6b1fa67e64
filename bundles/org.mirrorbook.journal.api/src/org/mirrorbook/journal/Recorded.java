package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.domain.position.AccountId;

/**
 * An input as the recording holds it.
 *
 * @param number within the account's recording, from 1, without gaps
 */
public record Recorded(AccountId account, long number, LaneInput input) {

    public Recorded {
        requireNonNull(account);
        requireNonNull(input);
    }
}
