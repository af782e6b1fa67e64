package org.mirrorbook.journal.jpa.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/** Brings the rows of a backup into an empty journal, in the one transaction of the given connection. */
final class Restoring {

    private final JournalDatabase database;
    private final BackupFile backup;

    Restoring(JournalDatabase database, BackupFile backup) {
        this.database = database;
        this.backup = backup;
    }

    /** Does not commit. */
    void into(Connection target) throws SQLException, IOException {
        requireEmpty(target);
        if (backup.head().changeSets().equals(database.changeSets())) {
            clear(target);
            backup.insertInto(target);
            return;
        }
        // older rows become newer ones by the steps that an older database takes
        try (var workshop = database.workshop(backup.head().changeSets().size())) {
            clear(workshop.connection());
            backup.insertInto(workshop.connection());
            workshop.connection().commit();
            workshop.migrate();
            clear(target);
            copy(workshop.connection(), target);
        }
    }

    private static void requireEmpty(Connection target) throws SQLException {
        for (var table : List.of("account", "trade")) {
            try (var statement = target.createStatement(); var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                if (rows.getLong(1) > 0) {
                    throw new JournalProblem(Remedy.ASK_USER, "There is a journal already: a backup is restored only where there is no"
                            + " account and no trade, such as a new data folder. Nothing was changed.");
                }
            }
        }
    }

    /** Rows that the change log itself puts into a new database are in the backup, too. */
    private static void clear(Connection target) throws SQLException {
        try (var statement = target.createStatement()) {
            for (var table : Tables.of(target).all().reversed()) {
                statement.executeUpdate("delete from " + table.inSql());
            }
        }
    }

    private static void copy(Connection from, Connection to) throws SQLException {
        var there = Tables.of(to);
        for (var table : Tables.of(from).all()) {
            try (var statement = from.createStatement(); var rows = statement.executeQuery(table.select(""));
                    var inserts = new Inserts(to, there.table(table.name()))) {
                while (rows.next()) {
                    inserts.add(table.row(rows));
                }
                inserts.flush();
            }
        }
    }
}
