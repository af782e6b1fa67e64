package org.mirrorbook.exchange.bitget.rest;

import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;

/** The REST side of a classic account. */
public record ClassicQuestions(History history) implements Questions {

    @Override
    public List<PositionRow> positions(Scope scope) {
        return history.positions(scope);
    }

    @Override
    public List<ClosingRecord> closingRecords(Scope scope, Instant since) {
        return history.closingRecords(scope, since);
    }

    @Override
    public List<Fill> fills(Scope scope, Instant since, Instant until) {
        return history.fills(scope, since, until);
    }

    @Override
    public List<OrderNote> closeReasons(Scope scope, Instant since, Instant until) {
        return List.of();
    }
}
