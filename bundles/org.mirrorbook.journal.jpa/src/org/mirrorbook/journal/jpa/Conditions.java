package org.mirrorbook.journal.jpa;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Range;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeQuery;

/** What a query asks of the table of trades, under the name {@code t}. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private Conditions() {
    }

    /** Of no query: none yet. */
    static Conditions none() {
        return new Conditions();
    }

    Conditions(TradeQuery query) {
        this(query.filter());
        query.after().ifPresent(place -> after(Micros.of(place.openedAt()), place.id().value(), query.newestFirst()));
    }

    /** All of it but for text, tags and setups, which are of other tables. */
    Conditions(TradeFilter filter) {
        conditions.add("t.standing <> 'WITHDRAWN'");
        if (!filter.accounts().isEmpty()) {
            andIn("t.account", filter.accounts().stream().map(AccountId::value).sorted().toList());
        }
        andAny("t.environment", filter.environments());
        andAny("t.status", filter.statuses());
        filter.symbol().ifPresent(symbol -> and("t.instrument = ?", symbol));
        filter.side().ifPresent(side -> and("t.side = ?", side.name()));
        filter.certainty().ifPresent(certainty -> and("t.certainty = ?", certainty.name()));
        filter.source().ifPresent(source -> and("t.source = ?", source.name()));
        andAny("t.risk_source", filter.riskSources());
        if (filter.corrected()) {
            and("t.standing = ?", Standing.CORRECTED.name());
        }
        within("t.opened_at", filter.opened(), Micros::of);
        within("t.closed_at", filter.closed(), Micros::of);
        within("t.r_multiple", filter.rMultiple(), value -> value);
        within("t.net", filter.net(), value -> value);
        // no trade closes before it opens: where many closed since, the index of opening times leads to the page
        filter.closed().to().ifPresent(to -> and("t.opened_at <= ?", Micros.of(to)));
    }

    private <E extends Enum<E>> void andAny(String column, Set<E> anyOf) {
        if (!anyOf.isEmpty()) {
            andIn(column, anyOf.stream().sorted().map(Enum::name).toList());
        }
    }

    /** The first condition is implied by the second and is what an index can start from. */
    private void after(long openedAt, String id, boolean newestFirst) {
        var further = newestFirst ? "<" : ">";
        and("t.opened_at " + further + "= ?", openedAt);
        conditions.add("(t.opened_at " + further + " ? or t.id " + further + " ?)");
        values.add(openedAt);
        values.add(id);
    }

    <T> Conditions within(String column, Range<T> range, Function<T, Object> value) {
        range.from().ifPresent(from -> and(column + " >= ?", value.apply(from)));
        range.to().ifPresent(to -> and(column + " <= ?", value.apply(to)));
        return this;
    }

    Conditions and(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
        return this;
    }

    Conditions andIn(String column, List<String> anyOf) {
        if (anyOf.size() == 1) {
            return and(column + " = ?", anyOf.getFirst());
        }
        conditions.add(in(column, anyOf));
        return this;
    }

    private String in(String column, List<String> anyOf) {
        values.addAll(anyOf);
        return column + " in (" + anyOf.stream().map(one -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** None of them, in either column. */
    Conditions andNeither(String column, List<String> noneOf, String other, List<String> noneOfOther) {
        if (!noneOf.isEmpty()) {
            conditions.add("not " + in(column, noneOf));
        }
        if (!noneOfOther.isEmpty()) {
            conditions.add("not " + in(other, noneOfOther));
        }
        return this;
    }

    Conditions andOneOf(String column, List<String> anyOf, String other, List<String> anyOfOther) {
        var either = new ArrayList<String>();
        if (!anyOf.isEmpty()) {
            either.add(in(column, anyOf));
        }
        if (!anyOfOther.isEmpty()) {
            either.add(in(other, anyOfOther));
        }
        conditions.add("(" + String.join(" or ", either) + ")");
        return this;
    }

    String where() {
        return " where " + String.join(" and ", conditions);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Long number -> statement.setLong(i + 1, number);
                case BigDecimal decimal -> statement.setBigDecimal(i + 1, decimal);
                case Object text -> statement.setString(i + 1, text.toString());
            }
        }
    }
}
