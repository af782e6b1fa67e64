package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Takes the journal out of its database, and brings it back (docs/backup.md). Of keys and recordings it knows nothing. Blocking, for
 * minutes where a journal is large; for jobs and commands. Thread-safe. An OSGi service.
 *
 * <p>Fails with a {@link JournalProblem} for what is wrong with the journal or with what was read, and with an {@link IOException} when the
 * given stream or file cannot be read or written.
 */
public interface JournalArchive {

    /**
     * What a backup or an export holds.
     *
     * @param product version of Mirrorbook that made it
     * @param changeSets the steps by which its tables had been made, in order: says how old its schema is
     * @param database kind of the database it was taken from, {@code derby} or {@code postgresql}
     * @param at the moment that it shows
     * @param rows how many there are of each table
     */
    record Contents(String product, List<String> changeSets, String database, Instant at, Map<String, Long> rows) {
        public Contents {
            requireNonNull(product);
            changeSets = List.copyOf(changeSets);
            requireNonNull(database);
            requireNonNull(at);
            rows = Map.copyOf(rows);
        }

        /** Rows of one table; 0 when there is no such table. */
        public long rows(String table) {
            return rows.getOrDefault(table, 0L);
        }
    }

    /**
     * What became of the trades of an import.
     *
     * @param added were not here
     * @param known were here already
     * @param completed of the known ones: those that got a note, a tag or an attachment which they did not have
     * @param refused with the reason
     */
    record Imported(int added, int known, int completed, List<Refused> refused) {
        public Imported {
            refused = List.copyOf(refused);
        }
    }

    /**
     * A trade that was left out of an import.
     *
     * @param trade its id in the file
     * @param reason a sentence for the user
     */
    record Refused(String trade, String reason) {
        public Refused {
            requireNonNull(trade);
            requireNonNull(reason);
        }
    }

    /** Writes the whole journal as it is at one moment, also while others write to it. The stream stays open. */
    Contents backup(OutputStream out) throws IOException;

    /**
     * Brings the journal of a backup into this one, which must be empty, all or nothing. A backup of an older version gets the tables of
     * this one.
     *
     * @throws JournalProblem {@link JournalProblem.Remedy#ASK_USER} when there is an account or a trade already, or the file is none of
     *         ours, is damaged, or is of a newer version; nothing was changed then
     */
    Contents restore(Path file) throws IOException;

    /** Writes every trade with all that belongs to it, as JSON in UTF-8. The stream stays open. */
    Contents export(OutputStream out) throws IOException;

    /**
     * Adds the trades of an export that are not here, all or nothing; what is here is left as it is, but for notes, tags and attachments
     * that it lacks. Trades of accounts that are not here come with theirs, as a removed one.
     *
     * @throws JournalProblem {@link JournalProblem.Remedy#ASK_USER} when it is no export of ours, is damaged, or is of a newer version;
     *         nothing was changed then
     */
    Imported add(InputStream export) throws IOException;
}
