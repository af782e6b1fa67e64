package org.mirrorbook.journal.jpa;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import liquibase.exception.LiquibaseException;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * A PostgreSQL that several instances may share. Connections come from a pool, which replaces those that were lost, so that work goes on as
 * soon as the server is there again. Thread-safe.
 */
final class PostgresDatabase implements Engine, AutoCloseable {

    private static final int CONNECTIONS = 10;
    /** A statement waits no longer for a row that another transaction holds. */
    private static final Duration LOCK_WAIT = Duration.ofSeconds(10);
    /** A commit is tried five times; so long each, a lost server is known to be lost within half a minute. */
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** A server that is gone without a word is given up after this time without an answer. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Duration MIGRATION_WAIT = Duration.ofSeconds(50);
    /** A number of our own among the advisory locks of the database: "mirrorbk". */
    private static final long MIGRATION = 0x6d6972726f72626bL;

    private final Place place;
    private final PGSimpleDataSource driver;
    private final HikariDataSource pool;

    private PostgresDatabase(Place place, PGSimpleDataSource driver, HikariDataSource pool) {
        this.place = place;
        this.driver = driver;
        this.pool = pool;
    }

    /**
     * Connects for the first time.
     *
     * @param password absent where none is kept
     * @throws JournalProblem says why that failed
     */
    static PostgresDatabase open(Place place, Optional<String> password) {
        var driver = new PGSimpleDataSource();
        try {
            driver.setURL(place.url());
        } catch (IllegalArgumentException e) {
            throw new JournalProblem(Remedy.ASK_USER, "The setting database.url is no address of a PostgreSQL: " + place.words()
                    + ". It is like jdbc:postgresql://machine:5432/name.", e);
        }
        place.user().ifPresent(driver::setUser);
        password.ifPresent(driver::setPassword);
        driver.setApplicationName("Mirrorbook");
        driver.setConnectTimeout((int) CONNECT.toSeconds());
        driver.setLoginTimeout((int) CONNECT.toSeconds());
        driver.setSocketTimeout((int) SILENCE.toSeconds());
        driver.setTcpKeepAlive(true);
        driver.setOptions("-c lock_timeout=" + LOCK_WAIT.toMillis());
        try {
            driver.getConnection().close();
        } catch (SQLException e) {
            throw refused(place, e);
        }
        var config = new HikariConfig();
        config.setDataSource(driver);
        config.setPoolName("mirrorbook journal");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setValidationTimeout(CONNECT.dividedBy(2).toMillis());
        config.setAutoCommit(true);
        return new PostgresDatabase(place, driver, new HikariDataSource(config));
    }

    /** Why the journal there cannot be opened, as a sentence. The driver's own words hold no password. */
    static JournalProblem refused(Place place, SQLException e) {
        var state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (state.startsWith("28")) {
            return new JournalProblem(Remedy.ASK_USER, "PostgreSQL at " + place.words() + " does not let "
                    + place.user().map(user -> "the user " + user).orElse("the user")
                    + " in: the password in the vault is missing or wrong, or"
                    + " the server does not allow the user to connect from here.", e);
        }
        if (state.equals("3D000")) {
            return new JournalProblem(Remedy.ASK_USER, "PostgreSQL at " + place.words() + " has no such database. Make it (createdb), or"
                    + " correct the setting database.url.", e);
        }
        if (state.startsWith("08")) {
            return new JournalProblem(Remedy.RETRY, "PostgreSQL at " + place.words() + " cannot be reached: " + Problems.firstLine(e), e);
        }
        if (state.startsWith("53") || state.startsWith("57")) {
            return new JournalProblem(Remedy.RETRY, "PostgreSQL at " + place.words() + " takes no connection now: " + Problems.firstLine(e),
                    e);
        }
        return new JournalProblem(Remedy.REPORT, "The journal in PostgreSQL at " + place.words() + " cannot be opened: "
                + Problems.firstLine(e), e);
    }

    Place place() {
        return place;
    }

    @Override
    public DataSource source() {
        return pool;
    }

    @Override
    public boolean keepsConnections() {
        return false;
    }

    @Override
    public String sharedLock() {
        return " for share";
    }

    @Override
    public void lockWhole(Pen pen, String table) {
        // its locks lie with the rows and cost no memory
    }

    @Override
    public boolean readsOneMoment() {
        return true;
    }

    /** One instance at a time: the others wait, and find nothing to do. */
    @Override
    public void migrate(FormerJournals former) throws SQLException, LiquibaseException, IOException {
        try (var connection = driver.getConnection(); var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = " + MIGRATION_WAIT.toMillis());
            statement.execute("select pg_advisory_lock(" + MIGRATION + ")");
            former.migrate(driver, former.keepServer(this));
            // the lock ends with the connection
        }
    }

    @Override
    public Lease lease() {
        return new SharedLease(new Pens(this, false));
    }

    @Override
    public void shutDown() {
        close();
    }

    @Override
    public void close() {
        pool.close();
    }
}
