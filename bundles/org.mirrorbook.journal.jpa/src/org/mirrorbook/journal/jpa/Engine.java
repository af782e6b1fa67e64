package org.mirrorbook.journal.jpa;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

import javax.sql.DataSource;

import liquibase.exception.LiquibaseException;

import org.mirrorbook.journal.jpa.archive.JournalDatabase.Aside;

/** The database behind a journal, as far as one differs from another. */
interface Engine {

    DataSource source();

    /** Whether connections are worth keeping between transactions, because the source makes a new one each time. */
    boolean keepsConnections();

    /** What makes a query hold the rows that it read until its transaction ends: others may read them and not change them. */
    String sharedLock();

    /** Before most rows of a table are changed. */
    void lockWhole(Pen pen, String table) throws SQLException;

    /** Whether all that one transaction reads can be of one moment without anybody's waiting for it. */
    boolean readsOneMoment();

    /** Who may write which account. */
    Lease lease();

    /** What archives call it. */
    default String kind() {
        return "postgresql";
    }

    /**
     * The committed rows of one moment, for a reader that nobody who writes waits for.
     *
     * @param folder where a copy may be made, if it takes one; anything in it is deleted
     */
    default Aside moment(Path folder) throws SQLException, IOException {
        return OneMoment.of(source());
    }

    /**
     * Brings its tables to this version; of several instances one at a time.
     *
     * @param former keeps the journal as it was
     */
    void migrate(FormerJournals former) throws SQLException, LiquibaseException, IOException;

    /** Ends it in good order. */
    void shutDown() throws SQLException;
}
