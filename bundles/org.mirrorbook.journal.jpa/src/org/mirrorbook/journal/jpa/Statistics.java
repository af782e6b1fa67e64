package org.mirrorbook.journal.jpa;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.statistics.Totals;
import org.mirrorbook.journal.TradeStatistics;
import org.mirrorbook.journal.TradeStatistics.RSum;

/**
 * What a commit adds to the sums over closed trades: what they come to now without what they came to before. A row of the table holds the
 * sums of one account in one currency.
 */
final class Statistics {

    private record Purse(String account, String currency) {
    }

    private static final String COLUMNS = "wins, losses, break_evens, net, gross, fees, funding, r_sum, r_count, estimated_r_sum, "
            + "estimated_r_count";
    private static final String ADD = "update statistic set wins = wins + ?, losses = losses + ?, break_evens = break_evens + ?, "
            + "net = net + ?, gross = gross + ?, fees = fees + ?, funding = funding + ?, r_sum = r_sum + ?, r_count = r_count + ?, "
            + "estimated_r_sum = estimated_r_sum + ?, estimated_r_count = estimated_r_count + ? where account = ? and currency = ?";
    private static final String INSERT = "insert into statistic (" + COLUMNS + ", account, currency) "
            + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REBUILD = "insert into statistic (account, currency, " + COLUMNS + ") select account, margin_coin, "
            + "sum(case status when 'WIN' then 1 else 0 end), sum(case status when 'LOSS' then 1 else 0 end), "
            + "sum(case status when 'BE' then 1 else 0 end), sum(net), sum(realised), sum(fees), sum(funding), "
            + r("r_multiple", "<>") + ", " + r("1", "<>") + ", " + r("r_multiple", "=") + ", " + r("1", "=")
            + " from trade where closed_at is not null and standing <> 'WITHDRAWN' group by account, margin_coin";

    private final Map<String, Map<String, Sums>> purses = new TreeMap<>();

    /** Differences; what is counted is negative where trades went away. */
    private static final class Sums {

        final long[] outcomes = new long[3];
        final BigDecimal[] money = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        final BigDecimal[] multiples = {BigDecimal.ZERO, BigDecimal.ZERO};
        final long[] counts = new long[2];

        void add(TradeRow row, int sign) {
            var factor = BigDecimal.valueOf(sign);
            outcomes[row.status.ordinal() - TradeStatus.WIN.ordinal()] += sign;
            BigDecimal[] amounts = {row.net, row.realised, row.fees, row.funding};
            for (int i = 0; i < amounts.length; i++) {
                money[i] = money[i].add(amounts[i].multiply(factor));
            }
            if (row.rMultiple != null) {
                int which = row.riskSource == ProtectionSource.ESTIMATED ? 1 : 0;
                multiples[which] = multiples[which].add(row.rMultiple.multiply(factor));
                counts[which] += sign;
            }
        }

        boolean isNothing() {
            for (var amount : money) {
                if (amount.signum() != 0) {
                    return false;
                }
            }
            return outcomes[0] == 0 && outcomes[1] == 0 && outcomes[2] == 0 && counts[0] == 0 && counts[1] == 0
                    && multiples[0].signum() == 0 && multiples[1].signum() == 0;
        }

        Object[] values(Purse purse) {
            return new Object[] {outcomes[0], outcomes[1], outcomes[2], money[0], money[1], money[2], money[3], multiples[0], counts[0],
                    multiples[1], counts[1], purse.account(), purse.currency()};
        }
    }

    private static String r(String what, String compared) {
        return "coalesce(sum(case when r_multiple is not null and risk_source " + compared + " 'ESTIMATED' then " + what
                + " else 0 end), 0)";
    }

    /** A trade as it is now. */
    void with(TradeRow row) {
        add(row, 1);
    }

    /** A trade as it was. */
    void without(TradeRow row) {
        add(row, -1);
    }

    private void add(TradeRow row, int sign) {
        if (row.status != TradeStatus.OPEN && row.standing != Standing.WITHDRAWN) {
            purses.computeIfAbsent(row.slot.account, account -> new TreeMap<>())
                    .computeIfAbsent(row.slot.marginCoin, currency -> new Sums()).add(row, sign);
        }
    }

    void write(Pen pen) throws SQLException {
        for (var account : purses.entrySet()) {
            for (var purse : account.getValue().entrySet()) {
                var values = purse.getValue().values(new Purse(account.getKey(), purse.getKey()));
                if (!purse.getValue().isNothing() && pen.execute(ADD, values) == 0) {
                    pen.execute(INSERT, values);
                }
            }
        }
    }

    /** All sums anew. */
    static void rebuild(Pen pen) throws SQLException {
        pen.execute("delete from statistic");
        pen.execute(REBUILD);
    }

    static List<TradeStatistics> read(Pen pen, Optional<AccountId> account) throws SQLException {
        var statement = pen.statement("select account, currency, " + COLUMNS + " from statistic" + (account.isPresent()
                ? " where account = ?" : "") + " order by account, currency");
        if (account.isPresent()) {
            statement.setString(1, account.get().value());
        }
        var found = new ArrayList<TradeStatistics>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                var read = read(rows);
                if (read.totals().closed() > 0) {
                    found.add(read);
                }
            }
        }
        return found;
    }

    private static TradeStatistics read(ResultSet row) throws SQLException {
        var totals = new Totals(row.getLong("wins"), row.getLong("losses"), row.getLong("break_evens"), row.getBigDecimal("net"));
        return new TradeStatistics(new AccountId(row.getString("account")), row.getString("currency"), totals, row.getBigDecimal("gross"),
                row.getBigDecimal("fees"), row.getBigDecimal("funding"), new RSum(row.getBigDecimal("r_sum"), row.getLong("r_count")),
                new RSum(row.getBigDecimal("estimated_r_sum"), row.getLong("estimated_r_count")));
    }
}
