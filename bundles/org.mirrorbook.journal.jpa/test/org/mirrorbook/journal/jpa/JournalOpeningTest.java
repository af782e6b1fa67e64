package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

class JournalOpeningTest {

    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path home;

    @Test
    void aNewHomeGetsAJournalInItsFolderAndTheEnginesLogBesideIt() throws Exception {
        openAndClose();

        assertThat(home.resolve("journal")).isDirectory();
        assertThat(home.resolve("journal.new")).doesNotExist();
        assertThat(Path.of(System.getProperty("derby.stream.error.file"))).hasFileName("derby.log");
        assertThat(Path.of("derby.log")).doesNotExist();
    }

    @Test
    void aJournalThatAnotherProcessHasOpenIsRefused() throws Exception {
        openAndClose();

        try (var other = OtherProcess.run(HoldsAJournal.class, home)) {
            assertThat(other.says().readLine()).isEqualTo("open");
            assertRefused(Remedy.ASK_USER, "is open in another process");
        }
        openAndClose();
    }

    @Test
    void aJournalOfANewerVersionIsRefusedAndNotTouched() throws Exception {
        openAndClose();
        execute("insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)"
                + " values ('9-from-the-future', 'mirrorbook', 'changelog.xml', current_timestamp, 9, 'EXECUTED')");
        execute("drop table closing_record");

        assertRefused(Remedy.ASK_USER, "newer version of Mirrorbook (it knows [9-from-the-future]");

        // what only a migration could have brought back is not there
        assertThatThrownBy(() -> execute("select * from closing_record")).isInstanceOf(SQLException.class);
    }

    @Test
    void anOlderJournalGetsTheColumnsItLacksAndItsAccountsAgreedToNothing() throws Exception {
        openAndClose();
        becomeOlder();
        execute("insert into account (id, label, label_in_use, venue, environment, kind, key_mark, mirror, removed, created_at)"
                + " values ('a1', 'Main', 'Main', 'bitget', 'PRACTICE', 'classic', 'mark', true, false, 0)");

        try (var journal = Journal.open(home, Editions.TEST)) {
            assertThat(journal.store().load(ACCOUNT, BEGINNING).revision()).isZero();
            assertThat(journal.accounts().all()).singleElement().satisfies(account -> {
                assertThat(account.label()).isEqualTo("Main");
                assertThat(account.mirror()).isTrue();
                assertThat(account.acceptsTradingKey()).isFalse();
            });
        }
    }

    @Test
    void aMigrationLockLeftByAKilledProcessIsReleased() throws Exception {
        openAndClose();
        becomeOlder();
        execute("update databasechangeloglock set locked = true, lockedby = 'a process that was killed', lockgranted = current_timestamp");

        try (var journal = Journal.open(home, Editions.TEST)) {
            assertThat(journal.store().load(ACCOUNT, BEGINNING).revision()).isZero();
        }
    }

    @Test
    void aDatabaseThatAKillLeftHalfMadeIsMadeAnew() throws Exception {
        Files.createDirectories(home.resolve("journal.new").resolve("seg0"));
        Files.writeString(home.resolve("journal.new").resolve("seg0").resolve("c10.dat"), "half a page");

        openAndClose();
    }

    @Test
    void aFolderThatIsNoDatabaseIsRefusedAndNotTouched() throws Exception {
        var note = Files.writeString(Files.createDirectory(home.resolve("journal")).resolve("note.txt"), "mine");

        assertRefused(Remedy.ASK_USER, "is no journal of Mirrorbook; move it away");
        assertThat(note).hasContent("mine");
    }

    @Test
    void anEmptyFolderBecomesTheJournal() throws Exception {
        Files.createDirectory(home.resolve("journal"));

        openAndClose();

        assertThat(home.resolve("journal").resolve("service.properties")).exists();
    }

    @Test
    void aBrokenDatabaseIsRefusedAndNotTouched() throws Exception {
        openAndClose();
        Files.writeString(home.resolve("journal").resolve("seg0").resolve("c10.dat"), "not what it was");
        var before = sizes();

        assertRefused(Remedy.REPORT, "cannot be opened");
        assertThat(sizes()).isEqualTo(before);
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(home.resolve("logs"), "a file where a folder should be");

        assertRefused(Remedy.ASK_USER, "cannot be written");
    }

    @Test
    void aHomeWhoseNameADatabaseWouldMistakeIsRefusedAndNothingIsMade() throws Exception {
        home = Files.createDirectory(home.resolve("a;create=true"));

        assertRefused(Remedy.ASK_USER, "must not hold ;");

        assertThat(home).isEmptyDirectory();
    }

    private void openAndClose() throws SQLException {
        Journal.open(home, Editions.TEST).close();
    }

    private void assertRefused(Remedy remedy, String words) {
        var problem = catchThrowableOfType(JournalProblem.class, () -> Journal.open(home, Editions.TEST));
        assertThat(problem).hasMessageContaining(words).hasMessageContaining("ournal");
        assertThat(problem.remedy()).isEqualTo(remedy);
    }

    /** As before the last change set. */
    private void becomeOlder() throws SQLException, IOException {
        for (var column : Map.of("account", "accepts_trading_key", "trade", "close_reason", "execution", "order_id").entrySet()) {
            execute("alter table " + column.getKey() + " drop column " + column.getValue());
        }
        execute("delete from databasechangelog where id = '4-orders-and-reasons'");
    }

    private void execute(String sql) throws SQLException, IOException {
        var database = new DerbyDatabase(home.resolve("journal"), home.resolve("logs").resolve("derby.log"));
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            database.shutDown();
        }
    }

    private Map<String, Long> sizes() throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (var files = Files.walk(home.resolve("journal").resolve("seg0"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return sizes;
    }
}
