package org.mirrorbook.journal.jpa;

import java.sql.SQLException;

import javax.sql.DataSource;

import liquibase.exception.LiquibaseException;

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

    /** Brings its tables to this version; of several instances one at a time. */
    void migrate() throws SQLException, LiquibaseException;

    /** Ends it in good order. */
    void shutDown() throws SQLException;
}
