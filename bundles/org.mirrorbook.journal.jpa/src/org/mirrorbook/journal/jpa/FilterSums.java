package org.mirrorbook.journal.jpa;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.statistics.Totals;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.FilterTotals;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeStatistics.RSum;

/** Adds up the trades that pass a filter, by the database. Of one thread. */
final class FilterSums {

    /** What an open trade comes to now, as {@code Result.net()} has it. */
    static final String NET_NOW = "t.realised + coalesce(t.unrealised, 0) + t.fees + t.funding";

    private static final String COLUMNS = "t.environment, t.margin_coin, "
            + count("t.status = 'OPEN'") + ", " + sum("t.status = 'OPEN'", NET_NOW) + ", "
            + count("t.status = 'WIN'") + ", " + count("t.status = 'LOSS'") + ", " + count("t.status = 'BE'") + ", "
            + "coalesce(sum(t.net), 0), " + sum("t.net > 0", "t.net") + ", " + sum("t.net < 0", "t.net") + ", "
            + "sum(t.fees), sum(t.funding), "
            + sum(measured("<>"), "t.r_multiple") + ", " + count(measured("<>")) + ", "
            + sum(measured("="), "t.r_multiple") + ", " + count(measured("="));

    private record Purse(Environment environment, String currency) {
    }

    private FilterSums() {
    }

    private static String count(String condition) {
        return "sum(case when " + condition + " then 1 else 0 end)";
    }

    private static String sum(String condition, String what) {
        return "coalesce(sum(case when " + condition + " then " + what + " end), 0)";
    }

    private static String measured(String compared) {
        return "t.r_multiple is not null and t.risk_source " + compared + " 'ESTIMATED'";
    }

    static List<FilterTotals> of(Pen pen, TradeFilter filter, Cancellation cancellation) throws SQLException {
        var totals = new HashMap<Purse, FilterTotals>();
        var sought = new Sought(pen, filter, cancellation);
        var wide = sought.wide();
        if (wide.isPresent()) {
            add(pen, wide.get(), cancellation, totals);
        }
        for (var few : sought.few()) {
            add(pen, few.narrow(new Conditions(filter)), cancellation, totals);
        }
        return totals.values().stream().sorted(Comparator.comparing(FilterTotals::environment).thenComparing(FilterTotals::currency))
                .toList();
    }

    private static void add(Pen pen, Conditions conditions, Cancellation cancellation, Map<Purse, FilterTotals> totals)
            throws SQLException {
        cancellation.check();
        var statement = pen.statement("select " + COLUMNS + " from trade t" + conditions.where()
                + " group by t.environment, t.margin_coin");
        conditions.bind(statement);
        var ended = cancellation.during(() -> TradeSearch.cancel(statement));
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                cancellation.check();
                var one = read(rows);
                totals.merge(new Purse(one.environment(), one.currency()), one, FilterTotals::plus);
            }
        } finally {
            ended.run();
        }
    }

    private static FilterTotals read(ResultSet row) throws SQLException {
        return new FilterTotals(Environment.valueOf(row.getString(1)), row.getString(2), row.getLong(3), money(row, 4),
                new Totals(row.getLong(5), row.getLong(6), row.getLong(7), money(row, 8)), money(row, 9), money(row, 10), money(row, 11),
                money(row, 12), new RSum(money(row, 13), row.getLong(14)), new RSum(money(row, 15), row.getLong(16)));
    }

    private static BigDecimal money(ResultSet row, int column) throws SQLException {
        var sum = row.getBigDecimal(column);
        return sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
    }
}
