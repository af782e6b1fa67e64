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
import java.util.function.Function;

import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.TradeQuery;

/**
 * One search for trades. Text is not looked for in every trade: there are few symbols and few accounts, so those that have it are found
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
        var text = query.filter().text();
        if (text.isEmpty()) {
            return read(pen, new Conditions(query), usual());
        }
        var symbols = having(text, symbols(pen), symbol -> symbol);
        var accounts = having(text, labels(pen), Label::label).stream().map(Label::account).toList();
        if (symbols.isEmpty() && accounts.isEmpty()) {
            return List.of();
        }
        if (query.limit().isPresent() && symbols.size() + accounts.size() <= BRANCHES) {
            var pages = new ArrayList<List<TradeRow>>();
            for (var symbol : symbols) {
                pages.add(read(pen, new Conditions(query).and("t.instrument = ?", symbol), Optional.of("trade_newest_of_instrument")));
            }
            for (var account : accounts) {
                pages.add(read(pen, new Conditions(query).and("t.account = ?", account), Optional.of("trade_newest_of_account")));
            }
            var merged = merged(pages, query.newestFirst());
            return merged.subList(0, Math.min(merged.size(), query.limit().getAsInt()));
        }
        return read(pen, new Conditions(query).andOneOf("t.instrument", symbols, "t.account", accounts), usual());
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

    private static <T> List<T> having(String text, List<T> all, Function<T, String> words) {
        var sought = text.toLowerCase(Locale.ROOT);
        return all.stream().filter(one -> words.apply(one).toLowerCase(Locale.ROOT).contains(sought)).toList();
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

    /** The index that has the order of the query and the narrowest of what it asks for; of closing times, the engine chooses. */
    private Optional<String> usual() {
        var filter = query.filter();
        if (!filter.closed().isAny()) {
            return Optional.empty();
        }
        return Optional.of(filter.symbol().isPresent() ? "trade_newest_of_instrument" : filter.account().isPresent()
                ? "trade_newest_of_account" : filter.statuses().size() == 1 ? "trade_newest_of_status" : "trade_newest");
    }

    /**
     * @param index for a page of the newest: Derby would rather read all and sort. It takes this comment as an order, and PostgreSQL, which
     *        needs none, as a comment
     */
    private List<TradeRow> read(Pen pen, Conditions conditions, Optional<String> index) throws SQLException {
        var by = query.newestFirst() && query.limit().isPresent() ? index.map(name -> " --DERBY-PROPERTIES index=" + name + "\n").orElse("")
                : "";
        var way = query.newestFirst() ? " desc" : "";
        var limit = query.limit().isPresent() ? " fetch first " + query.limit().getAsInt() + " rows only" : "";
        var statement = pen.statement("select " + table.columns() + " from trade t" + by + conditions.where() + " order by t.opened_at" + way
                + ", t.id" + way + limit);
        conditions.bind(statement);
        var ended = cancellation.during(() -> cancel(statement));
        try {
            cancellation.check();
            return table.all(statement);
        } finally {
            ended.run();
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // the reading goes on to its end then, and its result is not wanted: nothing is lost but time
            System.getLogger(TradeSearch.class.getName()).log(System.Logger.Level.DEBUG, "A reading could not be cancelled", e);
        }
    }
}
