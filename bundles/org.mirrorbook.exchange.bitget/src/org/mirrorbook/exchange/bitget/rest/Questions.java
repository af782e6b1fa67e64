package org.mirrorbook.exchange.bitget.rest;

import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;

/**
 * What a mirror asks the REST side of an account of either kind. Blocks; thread-safe. Everything fails with a
 * {@link org.mirrorbook.exchange.VenueProblem}.
 */
public interface Questions {

    /** The open positions of a scope. */
    List<PositionRow> positions(Scope scope);

    /** The closing records with a close time at or after {@code since}, oldest close first, each once. */
    List<ClosingRecord> closingRecords(Scope scope, Instant since);

    /** The fills from {@code since} to {@code until}, oldest first, each once. */
    List<Fill> fills(Scope scope, Instant since, Instant until);

    /** Why orders that were done from {@code since} to {@code until} closed, oldest first, each once. */
    List<OrderNote> closeReasons(Scope scope, Instant since, Instant until);

    /** The stop and take-profit orders that wait in a scope, each once. */
    List<ProtectiveOrder> protections(Scope scope);
}
