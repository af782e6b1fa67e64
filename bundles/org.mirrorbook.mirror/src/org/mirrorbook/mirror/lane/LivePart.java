package org.mirrorbook.mirror.lane;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.statistics.OpenProfit;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.mirror.LivePosition;

/** The open positions of one account at one moment, put together when the first one looks. Thread-safe: of two at once either is right. */
final class LivePart implements Supplier<List<LivePosition>> {

    private final String label;
    private final LinkState link;
    private final Map<Slot, OpenLife> open;
    private final Map<TradeId, Excursions> excursions;
    private final Marks marks;
    private volatile List<LivePosition> positions;

    LivePart(String label, LinkState link, Map<Slot, OpenLife> open, Map<TradeId, Excursions> excursions, Marks marks) {
        this.label = label;
        this.link = link;
        this.open = open;
        this.excursions = excursions;
        this.marks = marks;
    }

    @Override
    public List<LivePosition> get() {
        var known = positions;
        if (known == null) {
            known = open.values().stream().map(this::position).toList();
            positions = known;
        }
        return known;
    }

    private LivePosition position(OpenLife life) {
        var mark = marks.of(life.trade().slot());
        var price = mark.map(MarkSeen::price).or(() -> life.row().figures().markPrice());
        return new LivePosition(label, valued(life.trade(), mark), price, mark.map(MarkSeen::receivedAt),
                life.row().figures().liquidationPrice(), link);
    }

    /** The trade at the newest price; with the profit that it had when none has come. */
    private Trade valued(Trade trade, Optional<MarkSeen> mark) {
        var known = excursions.getOrDefault(trade.id(), trade.excursions());
        var further = known.equals(trade.excursions()) ? trade : trade.with(known);
        return mark.map(one -> further.with(trade.result().withUnrealised(Optional.of(OpenProfit.of(trade, one.price())))))
                .orElse(further);
    }
}
