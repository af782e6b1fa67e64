package org.mirrorbook.mirror.lane;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.statistics.OpenProfit;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.mirror.LivePosition;

/** What the lane shows: the open positions of the committed book at the newest mark prices. On the lane's thread only. */
final class LaneView {

    private final LaneAccount account;
    private final LiveDesk desk;
    private final Marks marks;
    private final ExcursionTracker tracker;
    private List<LivePosition> shown = List.of();
    private Set<Instrument> watched = Set.of();
    private LinkState link = LinkState.CONNECTING;

    LaneView(LaneAccount account, LiveDesk desk, Marks marks, ExcursionTracker tracker) {
        this.tracker = tracker;
        this.account = account;
        this.desk = desk;
        this.marks = marks;
    }

    /** The link's state stands beside each position. */
    void link(LinkStatus status) {
        link = status.state();
        desk.link(account.id(), status);
        show(shown.stream().map(one -> new LivePosition(one.label(), one.trade(), one.mark(), one.markAt(), link)).toList());
    }

    /** Shows what is committed, if it is not what is shown. */
    void show(Book book) {
        show(book.open().values().stream().map(this::position).toList());
    }

    /** Has the prices of the open instruments watched, and no others. */
    void watch(Book book, Connector connector) {
        var open = new HashSet<Instrument>();
        book.open().keySet().forEach(slot -> open.add(new Instrument(slot.scope(), slot.instrument())));
        if (!open.equals(watched)) {
            watched = Set.copyOf(open);
            marks.retain(watched);
            connector.watchMarks(watched);
        }
    }

    private void show(List<LivePosition> positions) {
        if (!positions.equals(shown)) {
            shown = positions;
            desk.show(account.id(), positions);
        }
    }

    private LivePosition position(OpenLife life) {
        var mark = marks.of(life.trade().slot());
        var price = mark.map(MarkSeen::price).or(() -> life.row().figures().markPrice());
        return new LivePosition(account.label(), valued(life.trade(), mark), price, mark.map(MarkSeen::receivedAt), link);
    }

    /** The trade at the newest price; as it is when none has come. */
    private Trade valued(Trade trade, Optional<MarkSeen> mark) {
        var gone = tracker.excursions().getOrDefault(trade.id(), trade.excursions());
        var further = gone.equals(trade.excursions()) ? trade : trade.with(gone);
        return mark.map(one -> further.with(trade.result().withUnrealised(Optional.of(OpenProfit.of(trade, one.price())))))
                .orElse(further);
    }
}
