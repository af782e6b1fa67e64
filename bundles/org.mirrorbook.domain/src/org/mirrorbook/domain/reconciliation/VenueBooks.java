package org.mirrorbook.domain.reconciliation;

import java.util.List;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;

/**
 * The venue's own books of one scope, as it told them on request.
 *
 * @param ended closing records of at least the time that is compared; any order, the same one any number of times
 * @param open all positions that are open; a row of size zero is not open (protocol notes, Bitget 8)
 */
public record VenueBooks(List<ClosingRecord> ended, List<PositionRow> open) {

    public VenueBooks {
        ended = List.copyOf(ended);
        open = open.stream().filter(row -> row.size().signum() > 0).toList();
    }
}
