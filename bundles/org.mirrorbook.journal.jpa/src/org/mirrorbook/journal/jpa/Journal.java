package org.mirrorbook.journal.jpa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import liquibase.exception.LiquibaseException;

import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.journal.jpa.annotations.TableAnnotations;
import org.mirrorbook.journal.jpa.archive.DatabaseArchive;
import org.mirrorbook.journal.jpa.runs.TableRuns;

/** The open journal of one home. The home's lock must be held. */
final class Journal implements AutoCloseable {

    private final Engine database;
    private final EntityManagerFactory factory;
    private final Pens pens;
    private final Pens readingPens;
    private final Rules rules;
    private final Lease ownership;
    private final JpaStore store;
    private final JournalReader reader;
    private final Accounts accounts;
    private final JournalArchive archive;
    private final Annotations annotations;
    private final ReconciliationRuns runs;

    private Journal(Engine database, EntityManagerFactory factory, Path home, Edition edition) {
        this.database = database;
        this.factory = factory;
        var transactions = new Transactions(factory);
        var tables = new Tables();
        var touched = new Touched();
        pens = new Pens(database, false);
        readingPens = new Pens(database, true);
        rules = new Rules(pens, database);
        ownership = database.lease();
        store = new JpaStore(transactions, pens, tables, rules, ownership, touched);
        reader = new JpaReader(transactions, readingPens, tables, touched, database.readsOneMoment());
        accounts = new JpaAccounts(transactions);
        var archived = new ArchivedDatabase(database, home, store::forget);
        archive = new DatabaseArchive(archived, edition.version(), edition.clock());
        annotations = new TableAnnotations(archived, edition.clock());
        runs = new TableRuns(archived);
    }

    /**
     * Opens the journal of a home, makes it where there is none, and brings its tables to this version.
     *
     * @throws JournalProblem when that cannot be done; nothing was damaged then
     */
    static Journal open(Path home, Edition edition) {
        var folder = home.resolve("journal");
        try {
            // copies that a killed process was reading
            Folders.delete(home.resolve("aside"));
            Folders.deleteIfEmpty(folder);
            if (!Files.exists(folder)) {
                create(home, folder, edition);
            }
            requireJournal(folder);
            return open(home, folder, edition);
        } catch (SQLException | LiquibaseException | PersistenceException | IOException e) {
            throw problem(folder, e);
        }
    }

    /**
     * Opens the journal in a PostgreSQL, and brings its tables to this version.
     *
     * @param password absent where none is kept
     * @param home where archives find room
     * @throws JournalProblem when that cannot be done; nothing was damaged then
     */
    static Journal open(Place place, Optional<String> password, Path home, Edition edition) {
        var database = PostgresDatabase.open(place, password);
        try {
            // copies that a killed process was reading
            Folders.delete(home.resolve("aside"));
            database.migrate(new FormerJournals(home, edition));
            return new Journal(database, Unit.open("mirrorbook " + place.url() + " " + UUID.randomUUID(), database.source()), home,
                    edition);
        } catch (IOException e) {
            database.close();
            throw new JournalProblem(Remedy.ASK_USER, "The data folder " + home + " cannot be written: " + Problems.firstLine(e), e);
        } catch (SQLException | LiquibaseException | PersistenceException e) {
            database.close();
            throw Problems.sqlBehind(e).map(sql -> PostgresDatabase.refused(place, sql)).orElseGet(() -> new JournalProblem(Remedy.REPORT,
                    "The journal in PostgreSQL at " + place.words() + " cannot be opened: " + Problems.said(e), e));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Makes the whole database aside and moves it when it is complete: one that a kill left half made is never met under the real name. */
    private static void create(Path home, Path folder, Edition edition) throws IOException, SQLException, LiquibaseException {
        var aside = home.resolve("journal.new");
        Folders.delete(aside);
        var database = new DerbyDatabase(aside, log(home));
        try {
            database.create();
            database.migrate(new FormerJournals(home, edition));
        } finally {
            database.shutDown();
        }
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Journal open(Path home, Path folder, Edition edition) throws IOException, SQLException, LiquibaseException {
        var database = new DerbyDatabase(folder, log(home));
        try {
            requireWritable(database, folder);
            database.migrate(new FormerJournals(home, edition));
            return new Journal(database, Unit.open("mirrorbook " + folder, database), home, edition);
        } catch (RuntimeException | SQLException | LiquibaseException | IOException e) {
            shutDownAfter(e, database);
            throw e;
        }
    }

    /** Derby's own words for what it finds in the way name its internals and not what is to be done. */
    private static void requireJournal(Path folder) {
        if (!Files.exists(folder.resolve("service.properties"))) {
            throw new JournalProblem(Remedy.ASK_USER, "What lies in " + folder
                    + " is no journal of Mirrorbook; move it away, and a new journal is made there.");
        }
        if (!Files.isWritable(folder)) {
            throw new JournalProblem(Remedy.ASK_USER, "The journal in " + folder + " cannot be written: its folder does not allow it.");
        }
    }

    private static void requireWritable(DerbyDatabase database, Path folder) throws SQLException {
        try (var connection = database.getConnection()) {
            if (connection.isReadOnly()) {
                throw new JournalProblem(Remedy.ASK_USER, "The journal in " + folder
                        + " cannot be written: its folder or disk is read-only.");
            }
        }
    }

    private static void shutDownAfter(Exception failure, DerbyDatabase database) {
        try {
            database.shutDown();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    private static Path log(Path home) {
        return home.resolve("logs").resolve("derby.log");
    }

    private static JournalProblem problem(Path folder, Exception failure) {
        if (failure instanceof IOException) {
            return new JournalProblem(Remedy.ASK_USER, "The journal in " + folder + " cannot be written ("
                    + failure.getClass().getSimpleName() + ", " + Problems.firstLine(failure) + ").", failure);
        }
        var deepest = Problems.sqlBehind(failure).map(Journal::deepest);
        var state = deepest.map(SQLException::getSQLState).orElse("");
        if (state.equals("XSDB6")) {
            return new JournalProblem(Remedy.ASK_USER, "The journal in " + folder + " is open in another process.", failure);
        }
        var said = deepest.map(Problems::firstLine).orElseGet(() -> Problems.said(failure));
        return new JournalProblem(Remedy.REPORT, "The journal in " + folder + " cannot be opened: " + said, failure);
    }

    private static SQLException deepest(SQLException failure) {
        var deepest = failure;
        while (deepest.getNextException() != null) {
            deepest = deepest.getNextException();
        }
        return deepest;
    }

    JournalStore store() {
        return store;
    }

    JournalReader reader() {
        return reader;
    }

    Accounts accounts() {
        return accounts;
    }

    JournalArchive archive() {
        return archive;
    }

    Annotations annotations() {
        return annotations;
    }

    ReconciliationRuns runs() {
        return runs;
    }

    BreakEvenRules rules() {
        return rules;
    }

    Ownership ownership() {
        return ownership;
    }

    /** Ends the sessions, then the database. */
    @Override
    public void close() throws SQLException {
        pens.close();
        readingPens.close();
        factory.close();
        database.shutDown();
    }
}
