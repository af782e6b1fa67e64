package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mirrorbook.tests.journal.Lives.ACCOUNT;
import static org.mirrorbook.tests.journal.Lives.BEGINNING;
import static org.mirrorbook.tests.journal.Lives.batch;
import static org.mirrorbook.tests.journal.Lives.opened;
import static org.mirrorbook.tests.journal.Lives.slot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Annotations.Note;
import org.mirrorbook.journal.JournalArchive.Imported;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRun.StartedBy;
import org.mirrorbook.journal.ReconciliationRun.Step;
import org.mirrorbook.journal.TradeQuery;

/** What every journal owes those who take it out of its database, bring it back, and write to its trades. */
abstract class ArchiveContract extends JournalStoreContract {

    private static final Note NOTE = new Note("Two\nlines \u20AC \uD83D\uDCC8", "Breakout", OptionalInt.of(5), "none", "calm");
    private static final byte[] FILE = {0, -1, 10, 13, 34, 92, 127, -128};

    @TempDir
    Path files;

    @Test
    void whatTheUserWritesToATradeIsKept() {
        var trade = aTradeWithNotes();

        var annotations = journal().annotations();
        assertThat(annotations.note(trade)).isEqualTo(NOTE);
        assertThat(annotations.tags(trade)).containsExactly("News", "Trend");
        var attached = annotations.attachments(trade);
        assertThat(attached).singleElement().satisfies(one -> assertThat(one.name()).isEqualTo("chart.png"));
        assertThat(annotations.content(attached.getFirst().id())).hasValueSatisfying(content -> assertThat(content).isEqualTo(FILE));
        annotations.removeAttachment(attached.getFirst().id());
        annotations.untag(trade, "NEWS");
        annotations.write(trade, Note.none());
        assertThat(annotations.attachments(trade)).isEmpty();
        assertThat(annotations.tags(trade)).containsExactly("Trend");
        assertThat(annotations.note(trade)).isEqualTo(Note.none());
    }

    @Test
    void aBackupIsRestoredRowByRowIntoAnEmptyJournalAndIntoNoOther() throws IOException {
        var trade = aTradeWithNotes();
        var backup = backup("first.zip");
        assertThat(catchThrowableOfType(JournalProblem.class, () -> journal().archive().restore(backup)))
                .hasMessageStartingWith("There is a journal already");
        var trades = journal().reader().trades(TradeQuery.all());

        moveToAnEmptyHome();
        var contents = journal().archive().restore(backup);

        assertThat(contents.rows("trade")).isEqualTo(1);
        assertThat(rows(backup("second.zip"))).isEqualTo(rows(backup));
        assertThat(journal().reader().trades(TradeQuery.all())).isEqualTo(trades);
        assertThat(journal().annotations().note(trade)).isEqualTo(NOTE);
        assertThat(journal().runs().newest(Optional.empty(), 9)).singleElement()
                .satisfies(run -> assertThat(run.steps()).extracting(Step::kind).containsExactly(Step.Kind.CORRECTED));
        assertThat(journal().store().load(ACCOUNT, BEGINNING).revision()).isEqualTo(1);
    }

    @Test
    void anExportIsImportedOnce() throws IOException {
        var trade = aTradeWithNotes();
        var trades = journal().reader().trades(TradeQuery.all());
        var out = new ByteArrayOutputStream();
        journal().archive().export(out);

        moveToAnEmptyHome();

        assertThat(journal().archive().add(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(new Imported(1, 0, 0, List.of()));
        assertThat(journal().archive().add(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(new Imported(0, 1, 0, List.of()));
        assertThat(journal().reader().trades(TradeQuery.all())).isEqualTo(trades);
        assertThat(journal().annotations().tags(trade)).containsExactly("News", "Trend");
        assertThat(journal().runs().newest(Optional.empty(), 9)).as("of that journal alone").isEmpty();
        assertThat(journal().store().load(ACCOUNT, BEGINNING).book().open()).hasSize(1);
    }

    /** Made by a version with three change sets, from Derby; its trades are those of journal-3 in the store's own tests. */
    @Test
    void aBackupOfAFormerVersionFromAnotherKindOfDatabaseIsRestored() throws IOException {
        moveToAnEmptyHome();
        var file = files.resolve("backup-3.zip");
        try (var resource = ArchiveContract.class.getResourceAsStream("backup-3.zip")) {
            Files.copy(resource, file);
        }

        var contents = journal().archive().restore(file);

        assertThat(contents.changeSets()).containsExactly("1-accounts", "2-trades", "3-books");
        assertThat(contents.database()).isEqualTo("derby");
        assertThat(journal().accounts().all()).extracting(Account::label).containsExactlyInAnyOrder("Main", "Coins");
        assertThat(journal().reader().trades(TradeQuery.all())).extracting(trade -> trade.slot().instrument() + " " + trade.certainty()
                + " " + trade.result().net().toPlainString()).containsExactly("BTCUSDT CONFIRMED 247.865177109876543211",
                "ETHUSDT PROVISIONAL 0", "SOLUSDT LIVE 0.123456789", "BTCUSD CONFIRMED -0.000230647911338449");
    }

    private TradeId aTradeWithNotes() {
        journal().accounts().put(new Account(ACCOUNT, "Main", "bitget", Environment.DEMO, Optional.empty(), "classic", "mark", true, false,
                BEGINNING));
        var empty = journal().store().load(ACCOUNT, BEGINNING).book();
        var life = opened(slot("BTCUSDT"), BEGINNING, "0.5");
        journal().store().commit(batch(0, empty, life));
        var trade = life.trade().id();
        journal().annotations().write(trade, NOTE);
        journal().annotations().tag(trade, "Trend");
        journal().annotations().tag(trade, "News");
        journal().annotations().attach(trade, "chart.png", "image/png", FILE);
        var corrected = new Step(BEGINNING, Step.Kind.CORRECTED, "BTCUSDT", Side.LONG, Optional.of(BEGINNING), List.of("funding"));
        journal().runs().add(new ReconciliationRun(ACCOUNT, 0, BEGINNING, StartedBy.HAND, Optional.of(BEGINNING), 1, 1, 0, 0, 0,
                Duration.ofSeconds(1), Optional.empty(), List.of(corrected)));
        return trade;
    }

    private Path backup(String name) throws IOException {
        var file = files.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            journal().archive().backup(out);
        }
        return file;
    }

    /** The tables; the manifest holds the time as well. */
    private static Map<String, String> rows(Path backup) throws IOException {
        var rows = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("tables/")) {
                    rows.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return rows;
    }

    private void moveToAnEmptyHome() throws IOException {
        moveTo(Files.createDirectory(files.resolve("another home")));
    }
}
