package org.mirrorbook.journal.jpa.annotations;

import java.sql.Connection;
import java.sql.SQLException;

import org.mirrorbook.journal.JournalProblem;

/** Where annotations find their tables. Thread-safe. */
public interface Session {

    /** A connection for one transaction, which the caller commits. */
    Connection connect() throws SQLException;

    /** Sorts what went wrong; {@code doing} completes "failed while …". */
    JournalProblem problem(String doing, Exception failure);
}
