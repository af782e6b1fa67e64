package org.mirrorbook.domain.lifecycle;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.RecordKey;

/** A closing record and the one trade that claimed it. */
public record ClaimedRecord(RecordKey key, LifeMark life, TradeId trade) {

    public ClaimedRecord {
        requireNonNull(key);
        requireNonNull(life);
        requireNonNull(trade);
    }
}
