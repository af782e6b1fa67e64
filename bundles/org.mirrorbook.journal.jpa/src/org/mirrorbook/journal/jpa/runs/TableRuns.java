package org.mirrorbook.journal.jpa.runs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRun.StartedBy;
import org.mirrorbook.journal.ReconciliationRun.Step;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.journal.jpa.annotations.Session;

/** Runs and what was done after them, by plain SQL: no row of theirs is shared with the books. */
public final class TableRuns implements ReconciliationRuns {

    private static final int LONGEST_FAILURE = 1000;
    private static final String RUN = "account, run, ended_at, started_by, since, compared, compared_open, figures, only_exchange,"
            + " only_journal, took, failure";

    private final Session session;

    public TableRuns(Session session) {
        this.session = session;
    }

    @Override
    public ReconciliationRun add(ReconciliationRun run) {
        return call("remembering a comparison", connection -> {
            long number = last(connection, run.account()) + 1;
            insert(connection, run, number);
            insert(connection, run.account(), number, 0, run.steps());
            try (var delete = connection.prepareStatement("delete from reconciliation_run where account = ? and run <= ?")) {
                delete.setString(1, run.account().value());
                delete.setLong(2, number - KEPT);
                delete.executeUpdate();
            }
            return run.numbered(number);
        });
    }

    @Override
    public void note(AccountId account, List<Step> steps) {
        call("remembering a correction", connection -> {
            long number = last(connection, account);
            if (number > 0) {
                insert(connection, account, number, steps(connection, account, number), steps);
            }
            return null;
        });
    }

    @Override
    public List<ReconciliationRun> newest(Optional<AccountId> account, int limit) {
        return call("reading the history of comparisons", connection -> {
            var runs = new ArrayList<ReconciliationRun>();
            try (var select = connection.prepareStatement("select " + RUN + " from reconciliation_run"
                    + account.map(one -> " where account = ?").orElse("") + " order by ended_at desc, account, run desc")) {
                select.setMaxRows(limit);
                if (account.isPresent()) {
                    select.setString(1, account.get().value());
                }
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        runs.add(run(rows));
                    }
                }
            }
            var steps = runs.isEmpty() ? Map.<Key, List<Step>>of() : stepsSince(connection, runs.getLast().at());
            return runs.stream().map(run -> with(run, steps.getOrDefault(new Key(run.account().value(), run.number()), List.of())))
                    .toList();
        });
    }

    private static long last(Connection connection, AccountId account) throws SQLException {
        try (var select = connection.prepareStatement("select max(run) from reconciliation_run where account = ?")) {
            select.setString(1, account.value());
            try (var rows = select.executeQuery()) {
                // no run is a null, which reads as 0
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static void insert(Connection connection, ReconciliationRun run, long number) throws SQLException {
        try (var insert = connection.prepareStatement("insert into reconciliation_run (" + RUN + ") values (?,?,?,?,?,?,?,?,?,?,?,?)")) {
            insert.setString(1, run.account().value());
            insert.setLong(2, number);
            insert.setLong(3, micros(run.at()));
            insert.setString(4, run.startedBy().name());
            time(insert, 5, run.since());
            insert.setInt(6, run.compared());
            insert.setInt(7, run.open());
            insert.setInt(8, run.figures());
            insert.setInt(9, run.onlyExchange());
            insert.setInt(10, run.onlyJournal());
            insert.setLong(11, run.took().toNanos() / 1000);
            insert.setString(12, run.failure().map(words -> words.substring(0, Math.min(words.length(), LONGEST_FAILURE))).orElse(null));
            insert.executeUpdate();
        }
    }

    private static void insert(Connection connection, AccountId account, long number, int from, List<Step> steps) throws SQLException {
        try (var insert = connection.prepareStatement("insert into reconciliation_step"
                + " (account, run, ordinal, done_at, kind, instrument, side, closed_at, fields) values (?,?,?,?,?,?,?,?,?)")) {
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                insert.setString(1, account.value());
                insert.setLong(2, number);
                insert.setInt(3, from + i);
                insert.setLong(4, micros(step.at()));
                insert.setString(5, step.kind().name());
                insert.setString(6, step.instrument());
                insert.setString(7, step.side().name());
                time(insert, 8, step.closedAt());
                insert.setString(9, String.join(",", step.fields()));
                insert.executeUpdate();
            }
        }
    }

    private static int steps(Connection connection, AccountId account, long number) throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from reconciliation_step where account = ? and run = ?")) {
            select.setString(1, account.value());
            select.setLong(2, number);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** One question for all runs that ended since. */
    private static Map<Key, List<Step>> stepsSince(Connection connection, Instant oldest) throws SQLException {
        try (var select = connection.prepareStatement("select s.account, s.run, s.done_at, s.kind, s.instrument, s.side, s.closed_at,"
                + " s.fields from reconciliation_step s join reconciliation_run r on r.account = s.account and r.run = s.run"
                + " where r.ended_at >= ? order by s.account, s.run, s.ordinal")) {
            select.setLong(1, micros(oldest));
            var steps = new HashMap<Key, List<Step>>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var fields = rows.getString(8);
                    steps.computeIfAbsent(new Key(rows.getString(1), rows.getLong(2)), run -> new ArrayList<>())
                            .add(new Step(time(rows.getLong(3)), Step.Kind.valueOf(rows.getString(4)), rows.getString(5),
                                    Side.valueOf(rows.getString(6)), optionalTime(rows, 7),
                                    fields.isEmpty() ? List.of() : List.of(fields.split(","))));
                }
            }
            return steps;
        }
    }

    private record Key(String account, long run) {
    }

    private static ReconciliationRun run(ResultSet row) throws SQLException {
        return new ReconciliationRun(new AccountId(row.getString(1)), row.getLong(2), time(row.getLong(3)),
                StartedBy.valueOf(row.getString(4)), optionalTime(row, 5), row.getInt(6), row.getInt(7), row.getInt(8), row.getInt(9),
                row.getInt(10), Duration.of(row.getLong(11), ChronoUnit.MICROS), Optional.ofNullable(row.getString(12)), List.of());
    }

    private static ReconciliationRun with(ReconciliationRun run, List<Step> steps) {
        return new ReconciliationRun(run.account(), run.number(), run.at(), run.startedBy(), run.since(), run.compared(), run.open(),
                run.figures(), run.onlyExchange(), run.onlyJournal(), run.took(), run.failure(), steps);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static void time(PreparedStatement statement, int place, Optional<Instant> time) throws SQLException {
        if (time.isPresent()) {
            statement.setLong(place, micros(time.get()));
        } else {
            statement.setNull(place, Types.BIGINT);
        }
    }

    private static Optional<Instant> optionalTime(ResultSet row, int place) throws SQLException {
        long micros = row.getLong(place);
        return row.wasNull() ? Optional.empty() : Optional.of(time(micros));
    }

    /** One at a time: two that add a run of an account at once would give it the same number. */
    private synchronized <T> T call(String doing, Session.Work<T> work) {
        return session.transaction(doing, work);
    }
}
