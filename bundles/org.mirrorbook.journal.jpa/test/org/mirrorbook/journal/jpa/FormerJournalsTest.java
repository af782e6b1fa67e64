package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.journal.JournalProblem;

class FormerJournalsTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void aJournalOfEveryFormerVersionOpensWithTheSameTradesAndGoesOn(int changeSets) throws Exception {
        var former = new FormerJournal(changeSets);
        former.into(home);

        try (var journal = Journal.open(home, Editions.TEST)) {
            former.assertReadBy(journal);
            assertThat(journal.accounts().all()).extracting(account -> account.label()).containsExactlyInAnyOrder("Main", "Coins");
            var book = journal.store().load(SmallHistory.MAIN, SmallHistory.BEGINNING).book();
            assertThat(book.open()).hasSize(1);
            assertThat(book.awaiting()).hasSize(1);

            // the one that waited when the former version ended is confirmed by this one
            assertThat(new SmallHistory(journal).see(new ClosingRecordSeen(SmallHistory.closed(SmallHistory.ETH, "1002", 12, 20, "2"),
                    SmallHistory.minute(26)))).isPositive();
            assertThat(journal.store().load(SmallHistory.MAIN, SmallHistory.BEGINNING).book().awaiting()).isEmpty();
        }
        assertThat(kept()).containsExactly("journal-" + changeSets + "-20260304T050607089Z");
    }

    @Test
    void theKeptCopyIsAJournalThatOpensAsItWas() throws Exception {
        var former = new FormerJournal(3);
        former.into(home);
        Journal.open(home, Editions.TEST).close();

        var other = Files.createDirectory(home.resolve("other"));
        Files.move(home.resolve("backups").resolve(kept().getFirst()), other.resolve("journal"));

        assertThat(new Schema(new DerbyDatabase(other.resolve("journal"), home.resolve("logs").resolve("derby.log"))).older()).hasValue(3);
        try (var journal = Journal.open(other, Editions.TEST)) {
            former.assertReadBy(journal);
        }
    }

    @Test
    void nothingIsKeptWhereNothingIsMigrated() throws Exception {
        Journal.open(home, Editions.TEST).close();
        Journal.open(home, Editions.TEST).close();

        assertThat(home.resolve("backups")).doesNotExist();
    }

    @Test
    void onlyTheLastFiveAreKeptAndNothingOfTheUsersIsTouched() throws Exception {
        var own = Files.writeString(Files.createDirectories(home.resolve("backups")).resolve("journal-mine.zip"), "mine");
        for (int day = 0; day < 7; day++) {
            Folders.delete(home.resolve("journal"));
            new FormerJournal(day % 2 == 0 ? 3 : 4).into(home);
            Journal.open(home, at(Editions.NOW.plus(Duration.ofDays(day)))).close();
        }

        assertThat(kept()).containsExactly("journal-3-20260306T050607089Z", "journal-3-20260308T050607089Z",
                "journal-3-20260310T050607089Z", "journal-4-20260307T050607089Z", "journal-4-20260309T050607089Z", "journal-mine.zip");
        assertThat(own).hasContent("mine");
    }

    @Test
    void aMigrationThatFailsSaysWhereTheJournalAsItWasIsKept() throws Exception {
        new FormerJournal(4).into(home);
        var database = new DerbyDatabase(home.resolve("journal"), home.resolve("logs").resolve("derby.log"));
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("create table trade_note (in_the_way int)");
        } finally {
            database.shutDown();
        }

        var problem = catchThrowableOfType(JournalProblem.class, () -> Journal.open(home, Editions.TEST));

        var copy = home.resolve("backups").resolve("journal-4-20260304T050607089Z");
        assertThat(problem).hasMessageContaining("As it was before, it is kept in " + copy);
        assertThat(copy.resolve("service.properties")).exists();
    }

    private static Edition at(Instant time) {
        return new Edition("0.1.0.test", Clock.fixed(time, ZoneOffset.UTC));
    }

    private List<String> kept() throws IOException {
        try (var all = Files.list(home.resolve("backups"))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
