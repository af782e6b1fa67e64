package org.mirrorbook.journal.jpa;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.jpa.annotations.Session;
import org.mirrorbook.journal.jpa.archive.JournalDatabase;

/** The journal's database as archives and annotations see it: connections, moments, and sentences for what fails. */
final class ArchivedDatabase implements JournalDatabase, Session {

    /** Shows the committed rows of one moment. */
    interface Moments {
        Aside open() throws SQLException, IOException;
    }

    private final String kind;
    private final DataSource source;
    private final Moments moments;
    private final Path home;
    private final Runnable written;
    private final List<String> changeSets;

    /** @param written told after rows were written past the entity manager */
    ArchivedDatabase(String kind, DataSource source, Moments moments, Path home, Runnable written) {
        this(kind, source, moments, home, written, Schema.CHANGE_SETS);
    }

    private ArchivedDatabase(String kind, DataSource source, Moments moments, Path home, Runnable written, List<String> changeSets) {
        this.kind = kind;
        this.source = source;
        this.moments = moments;
        this.home = home;
        this.written = written;
        this.changeSets = changeSets;
    }

    static ArchivedDatabase of(DerbyDatabase database, Path home, Runnable written) {
        return new ArchivedDatabase("derby", database, () -> DerbyAside.copyOf(database, aside(home, "moment"), log(home)), home, written);
    }

    /** Each transaction of PostgreSQL can show one moment for as long as it lasts. */
    static ArchivedDatabase ofPostgres(DataSource database, Path home, Runnable written) {
        return new ArchivedDatabase("postgresql", database, () -> moment(database), home, written);
    }

    static Aside moment(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new Aside() {
            @Override
            public Connection connection() {
                return connection;
            }

            @Override
            public void close() throws SQLException {
                try (connection) {
                    connection.rollback();
                    connection.setReadOnly(false);
                    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                }
            }
        };
    }

    private static Path aside(Path home, String name) {
        return home.resolve("aside").resolve(name);
    }

    private static Path log(Path home) {
        return home.resolve("logs").resolve("derby.log");
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<String> changeSets() {
        return changeSets;
    }

    /** The same database, which has only the tables of an older version. */
    ArchivedDatabase as(int changeSets) {
        return new ArchivedDatabase(kind, source, moments, home, written, Schema.CHANGE_SETS.subList(0, changeSets));
    }

    @Override
    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    @Override
    public Aside moment() throws SQLException, IOException {
        return moments.open();
    }

    @Override
    public Workshop workshop(int changeSets) throws SQLException, IOException {
        return DerbyAside.ofSchema(changeSets, aside(home, "workshop"), log(home));
    }

    @Override
    public void written() {
        written.run();
    }

    @Override
    public JournalProblem problem(String doing, Exception failure) {
        if (failure instanceof IOException io) {
            return new JournalProblem(Remedy.ASK_USER, "The data folder " + home + " cannot be written while " + doing + " ("
                    + io.getClass().getSimpleName() + ", " + Problems.firstLine(io) + ").", io);
        }
        return Problems.of(doing, new IllegalStateException(failure));
    }
}
