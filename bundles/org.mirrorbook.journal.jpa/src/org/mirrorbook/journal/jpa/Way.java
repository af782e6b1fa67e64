package org.mirrorbook.journal.jpa;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.journal.Range;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeQuery;

/**
 * The index by which a page of the newest trades is found. Where one part of what is asked is true of few trades, those are read and put in
 * order; else many trades are in the answer, and going through all in their order soon has a page full. Derby keeps no counts that would
 * tell the two apart, so some thousand entries of each index are counted first, which takes a few milliseconds.
 *
 * @param index absent where the engine is to choose
 * @param isNarrow whether few trades are read by it
 */
record Way(Optional<String> index, boolean isNarrow) {

    /**
     * What is fewer is read and sorted. Of a million trades of which so many pass, a page of 200 is full after some 17,000: either way
     * costs about the same at this number, and less at any other.
     */
    private static final int FEW = 12_000;

    /** One part of what is asked, and the index that has it. */
    private record Part(String index, Conditions conditions) {

        boolean isFew(Pen pen) throws SQLException {
            return Way.isFew(pen, by(index), conditions);
        }
    }

    /** Whether so few trades are of that kind that reading and sorting them is the shorter way. @param by the index; empty for any */
    static boolean isFew(Pen pen, String by, Conditions conditions) throws SQLException {
        var count = pen.statement("select count(*) from (select 1 as one from trade t" + by + conditions.where()
                + " fetch first " + FEW + " rows only) few");
        conditions.bind(count);
        try (ResultSet rows = count.executeQuery()) {
            rows.next();
            return rows.getInt(1) < FEW;
        }
    }

    /** Derby takes this comment as an order, and PostgreSQL, which needs none, as a comment. */
    static String by(String index) {
        return " --DERBY-PROPERTIES index=" + index + "\n";
    }

    static Way by(Optional<String> index) {
        return new Way(index, false);
    }

    String words() {
        return index.map(Way::by).orElse("");
    }

    /** For a page of the newest; anything else is the engine's to choose. */
    static Way of(TradeQuery query, Pen pen) throws SQLException {
        if (!query.newestFirst() || query.limit().isEmpty()) {
            return by(Optional.empty());
        }
        var filter = query.filter();
        var usual = usual(filter);
        var parts = parts(filter);
        boolean isWholeAnswer = parts.size() == 1 && usual.equals(parts.getFirst().index()) && filter.side().isEmpty()
                && filter.source().isEmpty() && filter.environments().isEmpty() && filter.riskSources().isEmpty() && !filter.corrected();
        if (!isWholeAnswer) {
            for (var part : parts) {
                if (part.isFew(pen)) {
                    return new Way(Optional.of(part.index()), true);
                }
            }
        }
        return by(Optional.of(usual));
    }

    /** What has the order of the page and is the narrowest of those. */
    private static String usual(TradeFilter filter) {
        return filter.symbol().isPresent() ? "trade_newest_of_instrument" : filter.account().isPresent() ? "trade_newest_of_account"
                : filter.certainty().isPresent() ? "trade_newest_of_certainty"
                : filter.statuses().size() == 1 ? "trade_newest_of_status" : "trade_newest";
    }

    private static List<Part> parts(TradeFilter filter) {
        var parts = new ArrayList<Part>();
        filter.symbol().ifPresent(symbol -> parts.add(new Part("trade_newest_of_instrument",
                Conditions.none().and("t.instrument = ?", symbol))));
        if (!filter.closed().isAny()) {
            var closed = filter.account().map(account -> Conditions.none().and("t.account = ?", account.value()))
                    .orElseGet(Conditions::none).within("t.closed_at", filter.closed(), Micros::of);
            parts.add(new Part(filter.account().isPresent() ? "trade_last_closed_of_account" : "trade_last_closed", closed));
        }
        addRange(parts, "trade_by_net", "t.net", filter.net());
        addRange(parts, "trade_by_r_multiple", "t.r_multiple", filter.rMultiple());
        filter.account().ifPresent(account -> parts.add(new Part("trade_newest_of_account",
                Conditions.none().and("t.account = ?", account.value()))));
        filter.certainty().ifPresent(certainty -> parts.add(new Part("trade_newest_of_certainty",
                Conditions.none().and("t.certainty = ?", certainty.name()))));
        if (filter.statuses().size() == 1) {
            var status = filter.statuses().iterator().next();
            parts.add(new Part("trade_newest_of_status", Conditions.none().and("t.status = ?", status.name())));
        }
        return parts;
    }

    private static void addRange(List<Part> parts, String index, String column, Range<BigDecimal> range) {
        if (!range.isAny()) {
            parts.add(new Part(index, Conditions.none().within(column, range, value -> value)));
        }
    }
}
