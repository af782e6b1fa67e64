package org.mirrorbook.ui.trade;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.TradeRow;

/**
 * One trade as it is shown now. As a selection it stands for its trade.
 *
 * @param label the user's name of its account
 * @param link of its account; absent when it is not mirrored
 */
record TradeSheet(Trade trade, String label, Optional<LinkStatus> link, Instant now) implements TradeRow {

    TradeSheet {
        requireNonNull(trade);
        requireNonNull(label);
        requireNonNull(link);
        requireNonNull(now);
    }

    @Override
    public TradeId id() {
        return trade.id();
    }

    @Override
    public AccountId account() {
        return trade.slot().scope().account();
    }

    @Override
    public List<Cell> cells() {
        return List.of(Cell.of(trade.slot().instrument()), Cell.of(trade.slot().side().name()), Cell.of(label));
    }

    TradeSheet with(Trade newest, Optional<LinkStatus> link, Instant now) {
        return new TradeSheet(newest, label, link, now);
    }
}
