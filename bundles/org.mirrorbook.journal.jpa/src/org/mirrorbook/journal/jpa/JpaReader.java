package org.mirrorbook.journal.jpa;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.FilterTotals;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeIndex;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.journal.TradeSort;
import org.mirrorbook.journal.TradeStatistics;

/** Reads what is committed. */
final class JpaReader implements JournalReader {

    /** So often, trades that were written meanwhile are read again before commits are kept waiting for it. */
    private static final int TRIES = 8;

    /** A list of rows that is asked for more than once. */
    private interface Rows {
        List<TradeRow> read(Pen pen) throws SQLException;
    }

    private final Transactions transactions;
    private final Pens pens;
    private final Tables tables;
    private final TradeRows rows;
    private final Touched touched;
    private final boolean oneMoment;

    /** @param oneMoment whether the transactions of the pens read one moment, so that nothing has to be read again */
    JpaReader(Transactions transactions, Pens pens, Tables tables, Touched touched, boolean oneMoment) {
        this.oneMoment = oneMoment;
        this.transactions = transactions;
        this.pens = pens;
        this.tables = tables;
        this.touched = touched;
        rows = new TradeRows(tables);
    }

    @Override
    public List<Trade> trades(TradeQuery query) {
        return trades(query, new Cancellation());
    }

    @Override
    public List<Trade> trades(TradeQuery query, Cancellation cancellation) {
        var search = new TradeSearch(tables.trades, query, cancellation);
        return cancellable(cancellation, () -> whole("reading trades", search::rows, query.filter()));
    }

    @Override
    public Optional<Trade> trade(TradeId id) {
        return whole("reading a trade", pen -> notWithdrawn(rows.rows(pen, List.of(id.value()))), TradeFilter.none()).stream().findFirst();
    }

    @Override
    public List<Trade> lives(AccountId account, Instant closedSince) {
        return whole("reading the lives of an account", pen -> {
            var open = pen.statement("select " + tables.trades.columns() + " from trade t where t.account = ? and t.closed_at is null"
                    + " and t.standing <> 'WITHDRAWN'");
            open.setString(1, account.value());
            var closed = pen.statement("select " + tables.trades.columns() + " from trade t where t.account = ? and t.closed_at >= ?"
                    + " and t.standing <> 'WITHDRAWN'");
            closed.setString(1, account.value());
            closed.setLong(2, Micros.of(closedSince));
            return TradeSearch.merged(List.of(tables.trades.all(open), tables.trades.all(closed)), false);
        }, TradeFilter.none());
    }

    private static List<TradeRow> notWithdrawn(List<TradeRow> rows) {
        return rows.stream().filter(row -> row.standing != Standing.WITHDRAWN).toList();
    }

    private List<Trade> whole(String doing, Rows wanted, TradeFilter filter) {
        return pens.call(doing, pen -> {
            try (var reading = touched.reading()) {
                var found = wanted.read(pen);
                var trades = rows.whole(pen, found);
                var ids = new HashSet<>(found.stream().map(row -> row.id).toList());
                var again = common(ids, reading.take());
                if (oneMoment || again.isEmpty()) {
                    return trades;
                }
                var newest = new HashMap<String, Optional<Trade>>();
                for (int tries = 0; !again.isEmpty() && tries < TRIES; tries++) {
                    readAgain(pen, again, filter, newest);
                    again = common(ids, reading.take());
                }
                if (!again.isEmpty()) {
                    var last = again;
                    reading.alone(() -> {
                        last.addAll(common(ids, reading.take()));
                        readAgain(pen, last, filter, newest);
                    });
                }
                return trades.stream().flatMap(trade -> newest.getOrDefault(trade.id().value(), Optional.of(trade)).stream()).toList();
            }
        });
    }

    private static Set<String> common(Set<String> ids, Set<String> written) {
        var common = new HashSet<>(written);
        common.retainAll(ids);
        return common;
    }

    /** Those that do not pass any more go. */
    private void readAgain(Pen pen, Set<String> ids, TradeFilter filter, HashMap<String, Optional<Trade>> newest) throws SQLException {
        ids.forEach(id -> newest.put(id, Optional.empty()));
        for (var trade : rows.whole(pen, notWithdrawn(rows.rows(pen, List.copyOf(ids))))) {
            if (filter.statuses().isEmpty() || filter.statuses().contains(trade.status())) {
                newest.put(trade.id().value(), Optional.of(trade));
            }
        }
    }

    @Override
    public List<TradeEvent> events(TradeId id) {
        return transactions.call("reading the changes of a trade", manager -> manager
                .createQuery("select e from TradeEvent e where e.tradeId = :trade order by e.revision, e.ordinal", TradeEventRow.class)
                .setParameter("trade", id.value()).getResultStream().map(TradeEventRow::event).toList());
    }

    @Override
    public List<TradeStatistics> statistics(Optional<AccountId> account) {
        return pens.call("reading the statistics", pen -> Statistics.read(pen, account));
    }

    /** The closed ones are counted with every commit, and of the open ones there are few. */
    @Override
    public long count() {
        return pens.call("counting the trades", pen -> {
            long closed = Statistics.read(pen, Optional.empty()).stream().mapToLong(sums -> sums.totals().closed()).sum();
            try (var rows = pen.statement("select count(*) from trade t where t.status = 'OPEN' and t.standing <> 'WITHDRAWN'")
                    .executeQuery()) {
                rows.next();
                return closed + rows.getLong(1);
            }
        });
    }

    @Override
    public TradeIndex index(TradeFilter filter, TradeSort sort, Cancellation cancellation) {
        return cancellable(cancellation, () -> pens.call("putting the trades in order",
                pen -> new TradeOrdering(filter, sort, cancellation).index(pen)));
    }

    @Override
    public List<Trade> trades(List<TradeId> ids) {
        var found = new HashMap<String, Trade>();
        whole("reading trades", pen -> notWithdrawn(rows.rows(pen, ids.stream().map(TradeId::value).distinct().toList())),
                TradeFilter.none()).forEach(trade -> found.put(trade.id().value(), trade));
        return ids.stream().map(id -> found.get(id.value())).filter(Objects::nonNull).toList();
    }

    @Override
    public Set<TradeId> passing(TradeFilter filter, Collection<TradeId> ids) {
        var asked = ids.stream().map(TradeId::value).distinct().toList();
        return pens.call("judging trades", pen -> {
            var cancellation = new Cancellation();
            var sought = new Sought(pen, filter, cancellation);
            var passing = new HashSet<TradeId>();
            for (int from = 0; from < asked.size(); from += TradeRows.MOST) {
                var some = TradeRows.filledUp(asked, from);
                var parts = new ArrayList<Conditions>();
                sought.wide().ifPresent(wide -> parts.add(wide.andIn("t.id", some)));
                sought.among(some).forEach(few -> parts.add(few.narrow(new Conditions(filter))));
                for (var part : parts) {
                    var statement = pen.statement("select t.id from trade t" + part.where());
                    part.bind(statement);
                    try (var found = statement.executeQuery()) {
                        while (found.next()) {
                            passing.add(new TradeId(found.getString(1)));
                        }
                    }
                }
            }
            return passing;
        });
    }

    @Override
    public List<FilterTotals> totals(TradeFilter filter, Cancellation cancellation) {
        return cancellable(cancellation, () -> pens.call("adding up trades", pen -> FilterSums.of(pen, filter, cancellation)));
    }

    /** What failed because it was cancelled is told as that. */
    private static <T> T cancellable(Cancellation cancellation, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JournalProblem problem) {
            if (cancellation.isCancelled()) {
                throw (CancellationException) new CancellationException("The reading was cancelled.").initCause(problem);
            }
            throw problem;
        }
    }
}
