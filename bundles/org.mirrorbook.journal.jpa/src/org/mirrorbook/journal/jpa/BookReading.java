package org.mirrorbook.journal.jpa;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.ClaimedRecord;
import org.mirrorbook.domain.lifecycle.ClosedLife;
import org.mirrorbook.domain.lifecycle.ConfirmedLife;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.StoredBook;

/** Puts an account's book together from its rows. */
final class BookReading {

    /**
     * How far behind the history cursor claimed records are still part of a book. History is read again from a little before its cursor, or
     * before the oldest life that waits for its record; anything that a venue could send once more within a month is known then. The
     * newest of each slot is known whatever its age: an id
     * that belongs to the slot comes again with the next life in it, and only the record of the last one tells.
     */
    private static final Duration CLAIMS = Duration.ofDays(35);

    private static final Comparator<Trade> BY_CLOSE = Comparator.comparing((Trade trade) -> trade.exit().orElseThrow().closedAt())
            .thenComparing(trade -> trade.id().value());

    private final EntityManager manager;
    private final String account;

    BookReading(EntityManager manager, AccountId account) {
        this.manager = manager;
        this.account = account.value();
    }

    StoredBook read(BookRow row) {
        var open = new HashMap<Slot, OpenLife>();
        var awaiting = new ArrayList<ClosedLife>();
        var recent = new ArrayList<ConfirmedLife>();
        var trades = trades();
        for (var position : list(OpenPositionRow.class, "select p from OpenPosition p where p.account = :account")) {
            var trade = trades.get(position.tradeId);
            var last = position.position(trade.slot());
            switch (position.state) {
                case PROVEN -> open.put(trade.slot(), new OpenLife(trade, last, true));
                case UNPROVEN -> open.put(trade.slot(), new OpenLife(trade, last, false));
                case AWAITING -> awaiting.add(new ClosedLife(trade, last));
                case RECENT -> recent.add(new ConfirmedLife(trade, position.updatedAt));
            }
        }
        awaiting.sort(Comparator.comparing(ClosedLife::trade, BY_CLOSE));
        recent.sort(Comparator.comparing(ConfirmedLife::trade, BY_CLOSE));
        var cursors = cursors();
        var claimed = claimed(readAgainFrom(cursors, awaiting, row.mirroredSince).minus(CLAIMS));
        return new StoredBook(Book.kept(new AccountId(account), row.mirroredSince, open, awaiting, recent, claimed, cursors), row.revision);
    }

    private Map<String, Trade> trades() {
        var parts = new Parts(list(ExecutionRow.class, "select e from Execution e, OpenPosition p where p.account = :account "
                + "and e.tradeId = p.tradeId order by e.tradeId, e.ordinal"), list(ProtectionRow.class, "select m from Protection m, "
                + "OpenPosition p where p.account = :account and m.tradeId = p.tradeId order by m.tradeId, m.kind, m.ordinal"));
        return list(TradeRow.class, "select t from Trade t, OpenPosition p where p.account = :account and t.id = p.tradeId").stream()
                .map(parts::trade).collect(toMap(trade -> trade.id().value(), Function.identity()));
    }

    private Map<Scope, Instant> cursors() {
        return list(CursorRow.class, "select c from HistoryCursor c where c.account = :account").stream()
                .collect(toMap(CursorRow::scope, cursor -> cursor.readTo));
    }

    private static Instant readAgainFrom(Map<Scope, Instant> cursors, List<ClosedLife> awaiting, Instant mirroredSince) {
        var cursor = cursors.values().stream().min(Instant::compareTo).orElse(mirroredSince);
        return Stream.concat(Stream.of(cursor), awaiting.stream().map(life -> life.row().updatedAt())).min(Instant::compareTo)
                .orElseThrow();
    }

    private Map<RecordKey, ClaimedRecord> claimed(Instant since) {
        return manager.createQuery("""
                select r from ClosingRecord r where r.slot.account = :account and (r.closedAt >= :since or not exists (
                select n.id from ClosingRecord n where n.slot.account = r.slot.account and n.slot.venue = r.slot.venue
                and n.slot.environment = r.slot.environment and n.slot.product = r.slot.product and n.slot.instrument = r.slot.instrument
                and n.slot.side = r.slot.side and n.slot.marginMode = r.slot.marginMode and n.slot.marginCoin = r.slot.marginCoin
                and n.closedAt > r.closedAt))""", ClosingRecordRow.class)
                .setParameter("account", account).setParameter("since", since).getResultStream()
                .map(ClosingRecordRow::claimed).collect(toMap(ClaimedRecord::key, Function.identity()));
    }

    private <T> List<T> list(Class<T> type, String query) {
        return manager.createQuery(query, type).setParameter("account", account).getResultList();
    }
}
