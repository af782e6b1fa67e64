package org.mirrorbook.journal.jpa;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.TradeQuery;

/**
 * One search for trades. Text is not looked for in every trade: there are few symbols, accounts and notes, so those that have it are found
 * first, and then their trades by index. Of one thread.
 */
final class TradeSearch {

    /** Up to so many symbols and accounts, the page of each is read and the pages are merged; of more, one page is soon full anyway. */
    private static final int BRANCHES = 48;

    private final Table<TradeRow> table;
    private final TradeQuery query;
    private final Cancellation cancellation;

    TradeSearch(Table<TradeRow> table, TradeQuery query, Cancellation cancellation) {
        this.table = table;
        this.query = query;
        this.cancellation = cancellation;
    }

    /** In the order of the query. */
    List<TradeRow> rows(Pen pen) throws SQLException {
        cancellation.check();
        var sought = new Sought(pen, query.filter(), cancellation);
        if (sought.isWithin()) {
            var pages = new ArrayList<List<TradeRow>>();
            for (var few : sought.few()) {
                pages.add(read(pen, few.narrow(new Conditions(query)), Way.by(Optional.empty())));
            }
            return cut(pages);
        }
        var way = Way.of(query, pen);
        if (!sought.isNamed()) {
            return read(pen, new Conditions(query), way);
        }
        var symbols = sought.symbols();
        var accounts = sought.accounts();
        var pages = new ArrayList<List<TradeRow>>();
        if (query.limit().isPresent() && !way.isNarrow() && symbols.size() + accounts.size() <= BRANCHES) {
            for (var symbol : symbols) {
                pages.add(read(pen, new Conditions(query).and("t.instrument = ?", symbol), newest("trade_newest_of_instrument")));
            }
            for (var account : accounts) {
                pages.add(read(pen, new Conditions(query).and("t.account = ?", account), newest("trade_newest_of_account")));
            }
        } else if (!symbols.isEmpty() || !accounts.isEmpty()) {
            pages.add(read(pen, new Conditions(query).andOneOf("t.instrument", symbols, "t.account", accounts), way));
        }
        pages.addAll(noted(pen, sought.noted()));
        return cut(pages);
    }

    private List<TradeRow> cut(List<List<TradeRow>> pages) {
        var merged = merged(pages, query.newestFirst());
        return merged.subList(0, Math.min(merged.size(), query.limit().orElse(Integer.MAX_VALUE)));
    }

    /** Of trades that are known by their ids, those that pass. */
    private List<List<TradeRow>> noted(Pen pen, List<String> ids) throws SQLException {
        var pages = new ArrayList<List<TradeRow>>();
        for (int from = 0; from < ids.size(); from += TradeRows.MOST) {
            pages.add(read(pen, new Conditions(query).andIn("t.id", TradeRows.filledUp(ids, from)), Way.by(Optional.empty())));
        }
        return pages;
    }

    /** A page of the newest is found by an index that has its order. */
    private Way newest(String index) {
        return Way.by(query.newestFirst() ? Optional.of(index) : Optional.empty());
    }

    /** Each row once, by opening time and id. */
    static List<TradeRow> merged(Collection<List<TradeRow>> pages, boolean newestFirst) {
        var byId = new LinkedHashMap<String, TradeRow>();
        pages.forEach(page -> page.forEach(row -> byId.put(row.id, row)));
        var order = Comparator.comparing((TradeRow row) -> row.openedAt).thenComparing(row -> row.id);
        return byId.values().stream().sorted(newestFirst ? order.reversed() : order).toList();
    }

    /** What can be cancelled is what goes on here: Derby's driver ends no statement from another thread. */
    private List<TradeRow> read(Pen pen, Conditions conditions, Way way) throws SQLException {
        var order = query.newestFirst() ? " desc" : "";
        var limit = query.limit().isPresent() ? " fetch first " + query.limit().getAsInt() + " rows only" : "";
        var statement = pen.statement("select " + table.columns() + " from trade t" + way.words() + conditions.where()
                + " order by t.opened_at" + order + ", t.id" + order + limit);
        conditions.bind(statement);
        var ended = cancellation.during(() -> cancel(statement));
        try {
            cancellation.check();
            return table.all(statement, cancellation::check);
        } finally {
            ended.run();
        }
    }

    static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // it ends at the next row then
            System.getLogger(TradeSearch.class.getName()).log(System.Logger.Level.DEBUG, "A statement could not be cancelled", e);
        }
    }
}
