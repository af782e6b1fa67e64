package org.mirrorbook.journal.jpa.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/** The archive of a journal in a database. One backup, export or import at a time: each may need room for a copy of the journal. */
public final class DatabaseArchive implements JournalArchive {

    private final JournalDatabase database;
    private final String product;
    private final Clock clock;

    /** @param product version of Mirrorbook */
    public DatabaseArchive(JournalDatabase database, String product, Clock clock) {
        this.database = database;
        this.product = product;
        this.clock = clock;
    }

    @Override
    public synchronized Contents backup(OutputStream out) throws IOException {
        return copying("backing the journal up", out,
                (moment, guarded) -> BackupWriting.write(moment, head(Head.BACKUP), guarded));
    }

    @Override
    public synchronized Contents export(OutputStream out) throws IOException {
        return copying("exporting trades", out, (moment, guarded) -> TradeExport.write(moment, head(Head.TRADES), guarded));
    }

    private Head head(String format) {
        return Head.of(format, database, product, clock.instant());
    }

    /** Takes rows of one moment to a stream. */
    private interface Copying {
        Contents copy(Connection moment, OutputStream out) throws SQLException, IOException;
    }

    private Contents copying(String doing, OutputStream out, Copying work) throws IOException {
        var guarded = new GivenStream(out);
        try (var moment = database.moment()) {
            return work.copy(moment.connection(), guarded);
        } catch (SQLException | IOException e) {
            throw guarded.failure().orElseThrow(() -> database.problem(doing, e));
        }
    }

    @Override
    public synchronized Contents restore(Path file) throws IOException {
        try (var backup = BackupFile.open(file, database)) {
            transaction("restoring a backup", connection -> {
                new Restoring(database, backup).into(connection);
                return null;
            });
            return backup.contents();
        } catch (Damaged e) {
            throw new JournalProblem(Remedy.ASK_USER, file + " is no backup of Mirrorbook, or it is damaged: " + e.getMessage()
                    + ". Nothing was changed.", e);
        }
    }

    @Override
    public synchronized Imported add(InputStream export) throws IOException {
        try (var read = reading(export)) {
            return transaction("importing trades", connection -> {
                var imported = new TradeMerge(read.connection(), connection).run();
                if (imported.added() > 0) {
                    database.added(connection);
                }
                return imported;
            });
        } catch (Damaged e) {
            throw new JournalProblem(Remedy.ASK_USER, "This is no export of Mirrorbook, or it is damaged: " + e.getMessage()
                    + ". Nothing was changed.", e);
        } catch (SQLException e) {
            throw database.problem("importing trades", e);
        }
    }

    private JournalDatabase.Workshop reading(InputStream export) throws IOException {
        try {
            return TradeReading.read(database, export);
        } catch (SQLException e) {
            if (e.getSQLState() != null && (e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23"))) {
                throw new Damaged("its rows do not fit together", e);
            }
            throw database.problem("reading an export", e);
        }
    }

    /** Writes to the journal. */
    private interface Writing<T> {
        T write(Connection connection) throws SQLException, IOException;
    }

    private <T> T transaction(String doing, Writing<T> work) throws IOException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                var result = work.write(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                database.written();
            }
        } catch (SQLException e) {
            throw database.problem(doing, e);
        }
    }
}
