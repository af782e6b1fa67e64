package org.mirrorbook.journal.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        var way = Way.of(query, pen);
        var text = query.filter().text();
        if (text.isEmpty()) {
            return read(pen, new Conditions(query), way);
        }
        var sought = text.toLowerCase(Locale.ROOT);
        var symbols = symbols(pen).stream().filter(symbol -> Noted.has(symbol, sought)).toList();
        var accounts = labels(pen).stream().filter(label -> Noted.has(label.label(), sought)).map(Label::account).toList();
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
        pages.addAll(noted(pen, List.copyOf(new Noted(pen, text, cancellation).trades())));
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

    private record Label(String account, String label) {
    }

    private static List<Label> labels(Pen pen) throws SQLException {
        var found = new ArrayList<Label>();
        try (ResultSet rows = pen.statement("select id, label from account").executeQuery()) {
            while (rows.next()) {
                found.add(new Label(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    /** Each symbol by one step down its index, however many trades it has. */
    private List<String> symbols(Pen pen) throws SQLException {
        var found = new ArrayList<String>();
        var next = Optional.of("");
        while (next.isPresent()) {
            cancellation.check();
            var statement = pen.statement("select t.instrument from trade t where t.instrument > ? order by t.instrument "
                    + "fetch first 1 rows only");
            statement.setString(1, next.get());
            try (ResultSet rows = statement.executeQuery()) {
                next = rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
            next.ifPresent(found::add);
        }
        return found;
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

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // it ends at the next row then
            System.getLogger(TradeSearch.class.getName()).log(System.Logger.Level.DEBUG, "A statement could not be cancelled", e);
        }
    }
}
