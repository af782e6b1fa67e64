package org.mirrorbook.journal.jpa;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.journal.BreakEvenRules;

/**
 * The versions of the break-even rule. Who writes closed trades holds the row of version 0 until its transaction ends, so that a change
 * waits for those, and those that come later see it.
 */
final class Rules implements BreakEvenRules {

    private static final int PAGE = 5000;
    private static final String NEWEST = "select version, amount, fraction from break_even_rule order by version desc "
            + "fetch first 1 rows only";
    private static final String CLOSED = "select id, net, risk_amount, status from trade where closed_at is not null and id > ? "
            + "order by id fetch first " + PAGE + " rows only";
    private static final String JUDGE = "update trade set status = ? where id = ?";

    private final Pens pens;
    private final Engine engine;

    Rules(Pens pens, Engine engine) {
        this.pens = pens;
        this.engine = engine;
    }

    @Override
    public BreakEvenRule current() {
        return pens.call("reading the break-even rule", Rules::newest);
    }

    /** The rule in force, which stays so until this transaction ends. */
    BreakEvenRule holding(Pen pen) throws SQLException {
        try (ResultSet held = pen.statement("select version from break_even_rule where version = 0" + engine.sharedLock()).executeQuery()) {
            held.next();
        }
        return newest(pen);
    }

    private static BreakEvenRule newest(Pen pen) throws SQLException {
        try (ResultSet rows = pen.statement(NEWEST).executeQuery()) {
            return rows.next() ? new BreakEvenRule(rows.getInt(1), rows.getBigDecimal(2), rows.getBigDecimal(3)) : BreakEvenRule.none();
        }
    }

    @Override
    public BreakEvenRule change(BigDecimal amount, BigDecimal fractionOfR) {
        return pens.call("changing the break-even rule", pen -> {
            pen.execute("update break_even_rule set amount = amount where version = 0");
            var rule = new BreakEvenRule(newest(pen).version() + 1, Fit.exact("break-even amount", amount),
                    Fit.exact("break-even part of R", fractionOfR));
            pen.execute("insert into break_even_rule (version, amount, fraction) values (?, ?, ?)", rule.version(), rule.amount(),
                    rule.fractionOfR());
            // a lock on each of a million rows would take more memory than the rows
            engine.lockWhole(pen, "trade");
            judge(pen, rule);
            pen.execute("update trade set rule_version = ? where closed_at is not null", rule.version());
            Statistics.rebuild(pen);
            return rule;
        });
    }

    /** Trades came from a journal with a rule of its own: judges all by the one in force here, and adds up anew. Does not commit. */
    static void judgeAgain(Pen pen) throws SQLException {
        var rule = newest(pen);
        judge(pen, rule);
        pen.execute("update trade set rule_version = ? where closed_at is not null and rule_version <> ?", rule.version(), rule.version());
        Statistics.rebuild(pen);
        pen.flush();
    }

    /** In the domain's own words and not in SQL: a database that multiplies two decimals runs out of digits. */
    private static void judge(Pen pen, BreakEvenRule rule) throws SQLException {
        var last = "";
        int read;
        do {
            read = 0;
            var page = pen.statement(CLOSED);
            page.setString(1, last);
            try (ResultSet rows = page.executeQuery()) {
                while (rows.next()) {
                    read++;
                    last = rows.getString(1);
                    var status = status(rule, rows.getBigDecimal(2), rows.getBigDecimal(3));
                    if (!status.name().equals(rows.getString(4))) {
                        var judge = pen.batch(JUDGE);
                        judge.setString(1, status.name());
                        judge.setString(2, last);
                        judge.addBatch();
                    }
                }
            }
            pen.flush();
        } while (read == PAGE);
    }

    /** @param risked null where it is not known */
    static TradeStatus status(BreakEvenRule rule, BigDecimal net, BigDecimal risked) {
        return rule.covers(net, Optional.ofNullable(risked)) ? TradeStatus.BE : TradeStatus.ofNet(net);
    }
}
