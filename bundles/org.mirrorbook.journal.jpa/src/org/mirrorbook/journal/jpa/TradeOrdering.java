package org.mirrorbook.journal.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeIndex;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.journal.TradeSort;

/**
 * Puts the ids of all trades that pass a filter in order: the database sorts those that are asked for by conditions, and the few that are
 * known by their ids are put between them. Of one thread.
 */
final class TradeOrdering {

    /** A server sends so many rows at a time, not all of them into memory. */
    private static final int AT_A_TIME = 5_000;

    /** @param value null where there is none */
    private record Entry(String id, Comparable<?> value) {
    }

    private final TradeFilter filter;
    private final TradeSort sort;
    private final Cancellation cancellation;
    private final Comparator<Entry> order;

    @SuppressWarnings({"unchecked", "rawtypes"})
    TradeOrdering(TradeFilter filter, TradeSort sort, Cancellation cancellation) {
        this.filter = filter;
        this.sort = sort;
        this.cancellation = cancellation;
        Comparator<Comparable> values = sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<String> ids = sort.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        order = Comparator.comparing((Entry entry) -> (Comparable) entry.value(), Comparator.nullsLast(values))
                .thenComparing(Entry::id, ids);
    }

    TradeIndex index(Pen pen) throws SQLException {
        cancellation.check();
        var sought = new Sought(pen, filter, cancellation);
        var few = new ArrayList<Entry>();
        for (var part : sought.few()) {
            read(pen, part.narrow(new Conditions(filter)), Way.by(Optional.empty()), few::add);
        }
        few.sort(order);
        var index = new TradeIndex.Builder();
        var wide = sought.wide();
        if (wide.isPresent()) {
            var waiting = few.listIterator();
            read(pen, wide.get(), way(pen, wide.get()), entry -> {
                while (waiting.hasNext() && order.compare(few.get(waiting.nextIndex()), entry) < 0) {
                    index.add(waiting.next().id());
                }
                index.add(entry.id());
            });
            waiting.forEachRemaining(entry -> index.add(entry.id()));
        } else {
            few.forEach(entry -> index.add(entry.id()));
        }
        return index.index();
    }

    /** The newest first are found by an index that has their order; what else is asked for, the engine sorts. */
    private Way way(Pen pen, Conditions wide) throws SQLException {
        if (!sort.equals(TradeSort.NEWEST)) {
            return Way.by(Optional.empty());
        }
        if (filter.text().isEmpty()) {
            return Way.of(new TradeQuery(filter, Optional.empty(), true, OptionalInt.of(1)), pen);
        }
        // many are not sorted: the order of all is gone through
        return Way.by(Way.isFew(pen, "", wide) ? Optional.empty() : Optional.of("trade_newest"));
    }

    private interface Taker {
        void take(Entry entry);
    }

    private void read(Pen pen, Conditions conditions, Way way, Taker taker) throws SQLException {
        var direction = sort.descending() ? " desc" : "";
        var column = column(sort.key());
        // times are never absent; saying so would keep the engine from an index
        var last = sort.key() == TradeSort.Key.OPENED ? "" : " nulls last";
        var statement = pen.statement("select t.id, " + column + " as k from trade t" + way.words() + conditions.where()
                + " order by " + (sort.key() == TradeSort.Key.OPENED ? column : "k") + direction + last + ", t.id" + direction);
        conditions.bind(statement);
        statement.setFetchSize(AT_A_TIME);
        var ended = cancellation.during(() -> TradeSearch.cancel(statement));
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                cancellation.check();
                taker.take(new Entry(rows.getString(1), (Comparable<?>) rows.getObject(2)));
            }
        } finally {
            ended.run();
        }
    }

    private static String column(TradeSort.Key key) {
        return switch (key) {
            case OPENED -> "t.opened_at";
            case CLOSED -> "t.closed_at";
            case SYMBOL -> "t.instrument";
            case SIDE -> "t.side";
            case STATUS -> "t.status";
            case CERTAINTY -> "t.certainty";
            case CLOSE_REASON -> "t.close_reason";
            case SIZE -> "t.quantity";
            case ENTRY -> "t.effective_entry";
            case EXIT -> "t.exit_price";
            case GROSS -> "t.realised";
            case NET -> "coalesce(t.net, " + FilterSums.NET_NOW + ")";
            case R -> "t.r_multiple";
            case FEES -> "t.fees";
            case FUNDING -> "t.funding";
            case LEVERAGE -> "t.leverage";
            case MARGIN -> "t.margin";
            case MFE -> "t.mfe_amount";
            case MAE -> "t.mae_amount";
            case HELD -> "t.closed_at - t.opened_at";
        };
    }
}
