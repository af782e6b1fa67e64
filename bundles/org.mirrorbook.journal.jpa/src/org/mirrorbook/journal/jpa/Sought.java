package org.mirrorbook.journal.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.jpa.annotations.AnnotationId;

/**
 * What a filter asks of other tables than that of the trades, which is read first: there are few symbols, accounts and notes. With it the
 * answer falls into parts that do not overlap: at most one that is asked for by conditions alone, and lists of trades that are known by
 * their ids. Of one thread.
 */
final class Sought {

    /** Trades that are known by their ids, and what else is asked of them. */
    record Few(List<String> ids, List<String> symbols, List<String> accounts, boolean isOther) {

        Conditions narrow(Conditions conditions) {
            conditions.andIn("t.id", ids);
            if (symbols.isEmpty() && accounts.isEmpty()) {
                return conditions;
            }
            return isOther ? conditions.andNeither("t.instrument", symbols, "t.account", accounts)
                    : conditions.andOneOf("t.instrument", symbols, "t.account", accounts);
        }
    }

    private final Pen pen;
    private final TradeFilter filter;
    private final Cancellation cancellation;
    private final List<String> symbols;
    private final List<String> accounts;
    private final List<String> noted;
    private final Optional<Set<String>> within;

    Sought(Pen pen, TradeFilter filter, Cancellation cancellation) throws SQLException {
        this.pen = pen;
        this.filter = filter;
        this.cancellation = cancellation;
        var text = filter.text().toLowerCase(Locale.ROOT);
        symbols = isNamed() ? readSymbols().stream().filter(symbol -> Noted.has(symbol, text)).toList() : List.of();
        accounts = isNamed() ? readAccounts(text) : List.of();
        noted = isNamed() ? List.copyOf(new Noted(pen, filter.text(), cancellation).trades()) : List.of();
        within = isWithin() ? Optional.of(readWithin()) : Optional.empty();
    }

    /** Whether a text is looked for. */
    boolean isNamed() {
        return !filter.text().isEmpty();
    }

    /** Whether only trades come into question that have some tag or setup. */
    boolean isWithin() {
        return !filter.tags().isEmpty() || !filter.setups().isEmpty();
    }

    /** Those with the text. */
    List<String> symbols() {
        return symbols;
    }

    /** Those whose label has the text. */
    List<String> accounts() {
        return accounts;
    }

    /** Trades with the text in what the user noted. */
    List<String> noted() {
        return noted;
    }

    /** The part of the answer that is asked for by conditions alone. */
    Optional<Conditions> wide() {
        if (isWithin() || isNamed() && symbols.isEmpty() && accounts.isEmpty()) {
            return Optional.empty();
        }
        var conditions = new Conditions(filter);
        return Optional.of(isNamed() ? conditions.andOneOf("t.instrument", symbols, "t.account", accounts) : conditions);
    }

    /** The rest of the answer. */
    List<Few> few() {
        var few = new ArrayList<Few>();
        if (within.isEmpty()) {
            lists(noted).forEach(ids -> few.add(new Few(ids, symbols, accounts, true)));
            return few;
        }
        var ids = within.get();
        if (!isNamed()) {
            lists(List.copyOf(ids)).forEach(some -> few.add(new Few(some, List.of(), List.of(), false)));
            return few;
        }
        var found = Set.copyOf(noted);
        lists(ids.stream().filter(found::contains).toList()).forEach(some -> few.add(new Few(some, List.of(), List.of(), false)));
        if (!symbols.isEmpty() || !accounts.isEmpty()) {
            lists(ids.stream().filter(id -> !found.contains(id)).toList())
                    .forEach(some -> few.add(new Few(some, symbols, accounts, false)));
        }
        return few;
    }

    /** As {@link #few()}, of those that are among these ids. */
    List<Few> among(List<String> ids) {
        var asked = Set.copyOf(ids);
        return few().stream().map(part -> new Few(part.ids().stream().filter(asked::contains).distinct().toList(), part.symbols(),
                part.accounts(), part.isOther())).filter(part -> !part.ids().isEmpty()).toList();
    }

    private static List<List<String>> lists(List<String> ids) {
        var lists = new ArrayList<List<String>>();
        for (int from = 0; from < ids.size(); from += TradeRows.MOST) {
            lists.add(TradeRows.filledUp(ids, from));
        }
        return lists;
    }

    private List<String> readAccounts(String text) throws SQLException {
        var found = new ArrayList<String>();
        try (ResultSet rows = pen.statement("select id, label from account").executeQuery()) {
            while (rows.next()) {
                if (Noted.has(rows.getString(2), text)) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    /** Each symbol by one step down its index, however many trades it has. */
    private List<String> readSymbols() throws SQLException {
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

    private Set<String> readWithin() throws SQLException {
        Optional<Set<String>> ids = Optional.empty();
        if (!filter.tags().isEmpty()) {
            var tagged = new LinkedHashSet<String>();
            for (var tag : filter.tags()) {
                var statement = pen.statement("select t.trade_id from trade_tag t where t.tag_id = ?");
                statement.setString(1, AnnotationId.ofTag(tag));
                read(statement.executeQuery(), tagged);
            }
            ids = Optional.of(tagged);
        }
        if (!filter.setups().isEmpty()) {
            var wanted = filter.setups().stream().map(Sought::folded).collect(Collectors.toSet());
            var entered = new LinkedHashSet<String>();
            try (ResultSet rows = pen.statement("select n.trade_id, n.setup from trade_note n where n.setup <> ''").executeQuery()) {
                while (rows.next()) {
                    cancellation.check();
                    if (wanted.contains(folded(rows.getString(2)))) {
                        entered.add(rows.getString(1));
                    }
                }
            }
            ids = Optional.of(ids.map(tagged -> common(tagged, entered)).orElse(entered));
        }
        return ids.orElseThrow();
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }

    private void read(ResultSet rows, Set<String> into) throws SQLException {
        try (rows) {
            while (rows.next()) {
                cancellation.check();
                into.add(rows.getString(1));
            }
        }
    }

    private static String folded(String setup) {
        return setup.strip().toLowerCase(Locale.ROOT);
    }
}
