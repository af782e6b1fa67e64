package org.mirrorbook.journal.jpa;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.jpa.annotations.Session;
import org.mirrorbook.journal.jpa.archive.JournalDatabase;

/** The journal's database as archives and annotations see it: connections, moments, and sentences for what fails. */
final class ArchivedDatabase implements JournalDatabase, Session {

    private final Engine engine;
    private final Path home;
    private final List<String> changeSets;
    private final Runnable written;

    /** @param written told after rows were written past the store */
    ArchivedDatabase(Engine engine, Path home, Runnable written) {
        this(engine, home, Schema.CHANGE_SETS, written);
    }

    private ArchivedDatabase(Engine engine, Path home, List<String> changeSets, Runnable written) {
        this.engine = engine;
        this.home = home;
        this.changeSets = changeSets;
        this.written = written;
    }

    /** A database that has only the tables of an older version, and is only read. */
    static ArchivedDatabase older(Engine engine, Path home, int changeSets) {
        return new ArchivedDatabase(engine, home, Schema.CHANGE_SETS.subList(0, changeSets), () -> {
            // nothing is in memory
        });
    }

    private static Path aside(Path home, String name) {
        return home.resolve("aside").resolve(name);
    }

    private static Path log(Path home) {
        return home.resolve("logs").resolve("derby.log");
    }

    @Override
    public String kind() {
        return engine.kind();
    }

    @Override
    public List<String> changeSets() {
        return changeSets;
    }

    @Override
    public Connection connect() throws SQLException {
        return engine.source().getConnection();
    }

    @Override
    public Aside moment() throws SQLException, IOException {
        return engine.moment(aside(home, "moment"));
    }

    @Override
    public Workshop workshop(int changeSets) throws SQLException, IOException {
        return DerbyAside.ofSchema(changeSets, aside(home, "workshop"), log(home));
    }

    @Override
    public void added(Connection connection) throws SQLException {
        Rules.judgeAgain(new Pen(connection));
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
