package org.mirrorbook.journal.jpa;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;

import javax.sql.DataSource;

import liquibase.exception.LiquibaseException;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.jpa.archive.JournalDatabase.Aside;

/**
 * One embedded Derby database in a folder, as a DataSource over the driver itself: DriverManager refuses drivers of other class loaders.
 * Thread-safe.
 */
final class DerbyDatabase implements DataSource, Engine {

    /**
     * Who waits for a lock in a circle is told after a second, and any other after ten; 20 and 60 are what Derby takes by itself, which
     * on a lane is a mirror that stands still. Many locked rows never become a locked table, for which everybody would wait: what locks
     * many asks for the table itself ({@link #lockWhole}).
     */
    private static final Map<String, String> LOCKS = Map.of("derby.locks.deadlockTimeout", "1", "derby.locks.waitTimeout", "10",
            "derby.locks.escalationThreshold", Integer.toString(Integer.MAX_VALUE));
    private static final String DRIVER = "org.apache.derby.jdbc.EmbeddedDriver";
    /** Of the class of states by which Derby tells of its files; such a problem may pass. */
    private static final String UNWRITABLE = "XSMB1";

    private final Driver driver;
    private final Path folder;
    private final Path log;

    /**
     * @param folder of the database; need not exist
     * @param log where the engine writes its own log; the first database of a process decides
     * @throws JournalProblem when the folder's name is none for a database
     */
    DerbyDatabase(Path folder, Path log) throws IOException {
        if (folder.toString().contains(";")) {
            // what follows would be read as attributes of the connection, and another folder would be taken
            throw new JournalProblem(Remedy.ASK_USER, "A journal cannot be kept in " + folder
                    + ": the name of a data folder must not hold ;");
        }
        this.folder = folder;
        this.log = log;
        Files.createDirectories(log.getParent());
        if (System.getProperty("derby.stream.error.file") == null) {
            // read once, when the engine boots; without it a derby.log appears in the working directory
            System.setProperty("derby.stream.error.file", log.toString());
        }
        try {
            // lives in a fragment of the derby bundle: there at run time, not when this is compiled
            driver = (Driver) Class.forName(DRIVER).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Derby is not installed as it should be", e);
        }
    }

    /** Whether a database is there, whatever its state. */
    boolean exists() {
        return Files.exists(folder);
    }

    @Override
    public String kind() {
        return "derby";
    }

    @Override
    public Aside moment(Path folder) throws SQLException, IOException {
        return DerbyAside.copyOf(this, folder, log);
    }

    /** Its folder's own name. */
    String name() {
        return folder.getFileName().toString();
    }

    /** Copies the running database, with what is committed, into a folder under its own name; nobody who writes waits for it. */
    void copyInto(Path other) throws SQLException {
        try (var connection = getConnection(); var copy = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
            copy.setString(1, other.toString());
            copy.execute();
        }
    }

    /** Makes an empty database where there is none. */
    void create() throws SQLException {
        connect(";create=true").close();
    }

    /**
     * Where Derby had to stop because its files took no more, it starts again by itself, and then without its log where they still take
     * nothing: it would show a journal as of long ago, and keep doing so. Such a start is undone, so that the next try begins anew.
     */
    @Override
    public Connection getConnection() throws SQLException {
        var connection = connect("");
        if (connection.isReadOnly()) {
            connection.close();
            shutDown();
            throw new SQLException("The files in " + folder + " cannot be written at the moment.", UNWRITABLE);
        }
        return connection;
    }

    private Connection connect(String attributes) throws SQLException {
        return driver.connect("jdbc:derby:directory:" + folder + attributes, new Properties());
    }

    /** Closes the database in good order; connections that are still open end. */
    @Override
    public void shutDown() throws SQLException {
        try {
            connect(";shutdown=true");
        } catch (SQLException e) {
            // Derby tells success by this state; 08003 and XJ004: it was not running
            if (!"08006".equals(e.getSQLState()) && !"08003".equals(e.getSQLState()) && !"XJ004".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    @Override
    public DataSource source() {
        return this;
    }

    @Override
    public boolean keepsConnections() {
        return true;
    }

    @Override
    public String sharedLock() {
        return " with rs";
    }

    @Override
    public void lockWhole(Pen pen, String table) throws SQLException {
        pen.execute("lock table " + table + " in exclusive mode");
    }

    @Override
    public boolean readsOneMoment() {
        return false;
    }

    @Override
    public void migrate(FormerJournals former) throws SQLException, LiquibaseException, IOException {
        former.migrate(this, former.keep(this, folder));
        try (var connection = getConnection(); var set = connection.prepareCall("call syscs_util.syscs_set_database_property(?, ?)")) {
            for (var setting : LOCKS.entrySet()) {
                set.setString(1, setting.getKey());
                set.setString(2, setting.getValue());
                set.execute();
            }
        }
    }

    @Override
    public Lease lease() {
        return new SoleOwner();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("an embedded journal knows no users");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("Derby writes its own log");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("an embedded journal needs no time to sign in");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Derby does not log by java.util.logging");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("this is no wrapper of " + type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
