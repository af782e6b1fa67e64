package org.mirrorbook.mirror.lane;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;

/**
 * What the lane shows: the open positions of the committed book at the newest mark prices. Only handed over here, and put together when
 * somebody looks: pushes come more often than anybody does. On the lane's turn only.
 */
final class LaneView {

    private final LaneAccount account;
    private final LiveDesk desk;
    private final Marks marks;
    private final ExcursionTracker tracker;
    private Map<Slot, OpenLife> open = Map.of();
    private Map<TradeId, Excursions> excursions = Map.of();
    private Set<Instrument> watched = Set.of();
    private LinkState link = LinkState.CONNECTING;

    LaneView(LaneAccount account, LiveDesk desk, Marks marks, ExcursionTracker tracker) {
        this.account = account;
        this.desk = desk;
        this.marks = marks;
        this.tracker = tracker;
    }

    /** The link's state stands beside each position. */
    void link(LinkStatus status) {
        link = status.state();
        desk.link(account.id(), status);
        if (!open.isEmpty()) {
            handOver();
        }
    }

    /** Shows what is committed, if it is not what is shown. */
    void show(Book book) {
        var far = tracker.excursions();
        if (book.open() != open && !book.open().equals(open) || far != excursions) {
            open = book.open();
            excursions = far;
            handOver();
        }
    }

    /** Shows the same at the newest prices. */
    void reprice() {
        excursions = tracker.excursions();
        handOver();
    }

    /** Has the prices of the open instruments watched, and no others. */
    void watch(Book book, Connector connector) {
        var instruments = new HashSet<Instrument>();
        book.open().keySet().forEach(slot -> instruments.add(new Instrument(slot.scope(), slot.instrument())));
        if (!instruments.equals(watched)) {
            watched = Set.copyOf(instruments);
            marks.retain(watched);
            connector.watchMarks(watched);
        }
    }

    private void handOver() {
        desk.show(account.id(), new LivePart(account.label(), link, open, excursions, marks));
    }
}
