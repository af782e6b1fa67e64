package org.mirrorbook.journal.jpa.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.mirrorbook.journal.JournalProblem;

/** The database that holds a journal, as an archive needs it. Thread-safe. */
public interface JournalDatabase {

    /** {@code derby} or {@code postgresql}. */
    String kind();

    /** The ids of this version's change sets, in order. */
    List<String> changeSets();

    /** A connection for one transaction, which the caller commits. */
    Connection connect() throws SQLException;

    /** The committed rows of one moment; nobody who writes waits for its reader. */
    Aside moment() throws SQLException, IOException;

    /** An empty database of its own with the tables that the first change sets make. */
    Workshop workshop(int changeSets) throws SQLException, IOException;

    /** Trades were added in this transaction, which goes on: brings what is derived from trades up to date. */
    void added(Connection connection) throws SQLException;

    /** Rows were written past the entity manager and the store: what they keep in memory is not true any more. */
    void written();

    /** Sorts what went wrong; {@code doing} completes "failed while …". */
    JournalProblem problem(String doing, Exception failure);

    /** Rows that are read aside of the journal's own work. */
    interface Aside extends AutoCloseable {

        /** Open until this is closed; not to be written on, except in a {@link Workshop}. */
        Connection connection();

        @Override
        void close() throws SQLException, IOException;
    }

    /** A database that is there for a while, to bring older rows to newer tables. */
    interface Workshop extends Aside {

        /** Brings the tables, with what is in them, to this version. What is not committed by then is lost. */
        void migrate() throws SQLException;
    }
}
