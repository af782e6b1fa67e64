package org.mirrorbook.journal.jpa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import liquibase.exception.LiquibaseException;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.jpa.archive.DatabaseArchive;
import org.mirrorbook.runtime.NewFile;

/**
 * Journals as they were before a newer version brought their tables up to date: {@code backups/journal-SCHEMA-TIME} in the data folder, the
 * last five of them.
 */
final class FormerJournals {

    private static final int KEPT = 5;
    private static final Pattern NAME = Pattern.compile("journal-\\d+-(\\d{8}T\\d{9}Z)(\\.zip)?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path home;
    private final Path folder;
    private final Edition edition;

    FormerJournals(Path home, Edition edition) {
        this.home = home;
        this.folder = home.resolve("backups");
        this.edition = edition;
    }

    /**
     * Brings a database to this version.
     *
     * @param former where the journal as it was is kept, if anything is to do
     * @throws JournalProblem when it failed and the journal is kept: says where
     */
    void migrate(DataSource database, Optional<Path> former) throws SQLException, LiquibaseException {
        try {
            new Schema(database).migrate();
        } catch (SQLException | LiquibaseException | RuntimeException e) {
            if (former.isEmpty()) {
                throw e;
            }
            throw new JournalProblem(Remedy.REPORT, "The journal could not be brought to this version: " + Problems.said(e)
                    + ". As it was before, it is kept in " + former.get() + ".", e);
        }
    }

    /**
     * Copies the folder of a database that an older version wrote, while it is closed.
     *
     * @return where the copy is; absent when there is nothing to migrate
     */
    Optional<Path> keep(DerbyDatabase database, Path journal) throws SQLException, IOException {
        var older = new Schema(database).older();
        if (older.isEmpty()) {
            return Optional.empty();
        }
        database.shutDown();
        var copy = place(older.getAsInt(), "");
        var part = copy.resolveSibling(copy.getFileName() + ".part");
        Folders.delete(part);
        try {
            Folders.copy(journal, part);
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(part);
            throw e;
        }
        prune();
        return Optional.of(copy);
    }

    /**
     * Backs up a database of a server that an older version wrote.
     *
     * @return where the backup is; absent when there is nothing to migrate
     */
    Optional<Path> keepServer(Engine database) throws SQLException, IOException {
        var older = new Schema(database.source()).older();
        if (older.isEmpty()) {
            return Optional.empty();
        }
        var copy = place(older.getAsInt(), ".zip");
        var archived = ArchivedDatabase.older(database, home, older.getAsInt());
        try (var file = NewFile.at(copy, false)) {
            new DatabaseArchive(archived, edition.version(), edition.clock()).backup(file.out());
            file.complete();
        }
        prune();
        return Optional.of(copy);
    }

    private Path place(int schema, String ending) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve("journal-" + schema + "-" + TIME.format(edition.clock().instant()) + ending);
    }

    /** Only what was put here by this: whatever else is in the folder is the user's. */
    private void prune() throws IOException {
        try (var all = Files.list(folder)) {
            var older = all.filter(path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(FormerJournals::time).reversed()).skip(KEPT).toList();
            for (var path : older) {
                Folders.delete(path);
            }
        }
    }

    private static String time(Path path) {
        var name = NAME.matcher(path.getFileName().toString());
        return name.matches() ? name.group(1) : "";
    }
}
