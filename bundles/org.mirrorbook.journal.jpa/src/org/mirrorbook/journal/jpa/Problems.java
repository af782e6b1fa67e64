package org.mirrorbook.journal.jpa;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/** What a database says, sorted by what the caller should do, in sentences for the user. */
final class Problems {

    private static final int DEEPEST = 50;

    private Problems() {
    }

    /** Of a statement or a commit that failed. */
    static JournalProblem of(String doing, Exception failure) {
        if (failure instanceof JournalProblem problem) {
            return problem;
        }
        return sqlBehind(failure).map(sql -> of(doing, sql, failure))
                .orElseGet(() -> new JournalProblem(Remedy.REPORT, "The journal failed while " + doing + ": " + said(failure), failure));
    }

    private static JournalProblem of(String doing, SQLException sql, Exception failure) {
        var state = Optional.ofNullable(sql.getSQLState()).orElse("");
        if (state.equals("23505")) {
            return duplicate(sql, failure);
        }
        var remedy = mayPass(state) || sql instanceof SQLTransientException ? Remedy.RETRY : Remedy.REPORT;
        return new JournalProblem(remedy, "The journal failed while " + doing + ": " + firstLine(sql) + " (" + state + ")", failure);
    }

    /**
     * Connections, deadlocks and lock waits (Derby's 40001 and 40XL1, PostgreSQL's 40P01 and 55P03), exhausted resources, a server that
     * stops, and Derby's store (a full or failing disk), which ends its database.
     */
    private static boolean mayPass(String state) {
        return Stream.of("08", "40", "53", "55P03", "57P", "XS", "XJ040").anyMatch(state::startsWith);
    }

    private static JournalProblem duplicate(SQLException sql, Exception failure) {
        var message = sql.getMessage().toLowerCase(Locale.ROOT);
        if (message.contains("account_label")) {
            return new JournalProblem(Remedy.ASK_USER, "Another account has this label already.", failure);
        }
        var what = message.contains("trade_fingerprint") ? "a trade with the same fingerprint"
                : message.contains("execution_fill") ? "the same fill twice in one trade"
                : message.contains("closing_record") ? "a closing record that another trade has claimed"
                : message.contains("trade_event") ? "a change of the same number" : "a row of the same key";
        return new JournalProblem(Remedy.REPORT, "The journal refused " + what + "; nothing was written.", failure);
    }

    /** What lies at the root of it, in one line: libraries wrap it into pages of their own. The whole goes to the log with the cause. */
    static String said(Throwable failure) {
        var root = failure;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        return firstLine(root);
    }

    static String firstLine(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).stream().flatMap(String::lines).map(String::strip).filter(line -> !line.isEmpty())
                .findFirst().orElse(failure.getClass().getSimpleName());
    }

    /** The cause that the database itself reported. */
    static Optional<SQLException> sqlBehind(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                // a batch says that it failed, and the one behind it why
                return Optional.of(sql instanceof BatchUpdateException && sql.getNextException() != null ? sql.getNextException() : sql);
            }
        }
        return Optional.empty();
    }
}
