package org.mirrorbook.journal;

import java.util.Optional;
import java.util.OptionalInt;

import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;

/**
 * Which trades are wanted.
 *
 * @param newestFirst by opening time, else oldest first
 * @param limit at most so many
 */
public record TradeQuery(Optional<AccountId> account, Optional<TradeStatus> status, boolean newestFirst, OptionalInt limit) {

    /** Every trade, oldest first. */
    public static TradeQuery all() {
        return new TradeQuery(Optional.empty(), Optional.empty(), false, OptionalInt.empty());
    }
}
