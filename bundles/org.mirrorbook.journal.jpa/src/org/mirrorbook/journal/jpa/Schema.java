package org.mirrorbook.journal.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import javax.sql.DataSource;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * Brings a database to this version's tables. Liquibase is started only when something is to do: it costs a second, and a command that
 * reads should not wait for it.
 */
final class Schema {

    static final String CHANGELOG = "org/mirrorbook/journal/jpa/changelog.xml";

    /** The ids of the change log, in its order; a test holds them against it. */
    static final List<String> CHANGE_SETS = List.of("1-accounts", "2-trades", "3-books", "4-orders-and-reasons",
            "5-risk-rules-and-leases", "annotations-1", "6-ranges", "reconciliation-1");

    private final DataSource database;

    Schema(DataSource database) {
        this.database = database;
    }

    /**
     * Adds what is missing. Requires that no other process does the same: a lock that a killed one left is released.
     *
     * @throws JournalProblem {@link Remedy#ASK_USER} when a newer version wrote the database; nothing was changed then
     */
    void migrate() throws SQLException, LiquibaseException {
        try (var connection = database.getConnection()) {
            if (!known(connection).containsAll(CHANGE_SETS)) {
                update(connection, CHANGE_SETS.size());
            }
        }
    }

    /** Makes the tables of an older version in an empty database. */
    void make(int changeSets) throws SQLException, LiquibaseException {
        try (var connection = database.getConnection()) {
            update(connection, changeSets);
        }
    }

    /**
     * How many change sets a database has that an older version wrote; absent when there is nothing to migrate, or nothing at all.
     *
     * @throws JournalProblem {@link Remedy#ASK_USER} when a newer version wrote it
     */
    OptionalInt older() throws SQLException {
        try (var connection = database.getConnection()) {
            var known = known(connection);
            return known.isEmpty() || known.containsAll(CHANGE_SETS) ? OptionalInt.empty() : OptionalInt.of(known.size());
        }
    }

    private static Set<String> known(Connection connection) throws SQLException {
        var applied = applied(connection);
        var unknown = new LinkedHashSet<>(applied);
        CHANGE_SETS.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new JournalProblem(Remedy.ASK_USER, "The journal was written by a newer version of Mirrorbook (it knows " + unknown
                    + ", which this version does not). Open it with that version or a later one.");
        }
        return applied;
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        var ids = new HashSet<String>();
        if (isMigrated(connection)) {
            try (var statement = connection.createStatement(); var rows = statement.executeQuery("select id from databasechangelog")) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    private static boolean isMigrated(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase("databasechangelog")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void update(Connection connection, int changeSets) throws LiquibaseException {
        var quiet = Map.<String, Object>of(Scope.Attr.ui.name(), new LoggerUIService(), Scope.Attr.logService.name(), new NoOpLogService(),
                "liquibase.analytics.enabled", false);
        try {
            Scope.child(quiet, () -> {
                var target = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                var liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(Schema.class.getClassLoader()), target);
                liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                liquibase.forceReleaseLocks();
                liquibase.update(changeSets, new Contexts(), new LabelExpression());
            });
        } catch (LiquibaseException e) {
            throw e;
        } catch (Exception e) {
            throw new LiquibaseException("the tables could not be brought to this version", e);
        }
    }
}
