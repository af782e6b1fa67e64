package org.mirrorbook.journal;

import java.time.Instant;

import org.mirrorbook.domain.journal.TradeId;

/**
 * A change as the journal keeps it.
 *
 * @param revision of the commit that wrote it
 * @param ordinal within the commit
 * @param kind the change's name, such as {@code TradeOpened}
 * @param at the venue's time
 * @param detail the change's own figures, as JSON
 * @param message number of the recorded message it rests on, 0 for none
 */
public record TradeEvent(TradeId trade, long revision, int ordinal, String kind, Instant at, Instant receivedAt, String detail,
        long message) {
}
