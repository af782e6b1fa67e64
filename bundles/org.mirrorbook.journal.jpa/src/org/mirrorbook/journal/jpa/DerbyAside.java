package org.mirrorbook.journal.jpa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import liquibase.exception.LiquibaseException;

import org.mirrorbook.journal.jpa.archive.JournalDatabase.Workshop;

/** A Derby database of its own in a folder that goes when it is closed. */
final class DerbyAside implements Workshop {

    private final Path folder;
    private final DerbyDatabase database;
    private Connection connection;

    private DerbyAside(Path folder, DerbyDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /**
     * The committed rows of a running database at one moment: a copy by the engine's own means, which nobody who writes waits for.
     *
     * @param folder anything in it is deleted
     */
    static DerbyAside copyOf(DerbyDatabase original, Path folder, Path log) throws SQLException, IOException {
        return begin(folder, new DerbyDatabase(folder.resolve(original.name()), log), () -> original.copyInto(folder));
    }

    /**
     * An empty database of the first change sets.
     *
     * @param folder anything in it is deleted
     */
    static DerbyAside ofSchema(int changeSets, Path folder, Path log) throws SQLException, IOException {
        var database = new DerbyDatabase(folder.resolve("workshop"), log);
        return begin(folder, database, () -> {
            database.create();
            new Schema(database).make(changeSets);
        });
    }

    /** Makes the database. */
    private interface Making {
        void make() throws SQLException, LiquibaseException;
    }

    private static DerbyAside begin(Path folder, DerbyDatabase database, Making making) throws SQLException, IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        var aside = new DerbyAside(folder, database);
        try {
            making.make();
            aside.connect();
            return aside;
        } catch (LiquibaseException e) {
            aside.closeAfter(e);
            throw new SQLException("a database aside could not be made", e);
        } catch (RuntimeException | SQLException e) {
            aside.closeAfter(e);
            throw e;
        }
    }

    private void connect() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void migrate() throws SQLException {
        connection.rollback();
        connection.close();
        try {
            new Schema(database).migrate();
        } catch (LiquibaseException e) {
            throw new SQLException("the tables could not be brought to this version", e);
        }
        connect();
    }

    private void closeAfter(Exception failure) {
        try {
            close();
        } catch (SQLException | IOException second) {
            failure.addSuppressed(second);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        try {
            if (connection != null && !connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
            database.shutDown();
        } finally {
            Folders.delete(folder);
        }
    }
}
