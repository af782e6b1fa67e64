package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Annotations.Note;
import org.mirrorbook.journal.JournalArchive.Imported;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.journal.jpa.archive.DatabaseArchive;

/** Journals that are taken out, and brought in elsewhere. Long, since each way out is followed to its way in. */
class ArchiveTest {

    private static final TradeId BTC = TradeId.of(SmallHistory.BTC.slot(), SmallHistory.minute(1));
    private static final TradeId ETH = TradeId.of(SmallHistory.ETH.slot(), SmallHistory.minute(12));

    /** A journal without rows, made once: making its tables takes longer than most of these tests. */
    @TempDir
    static Path empty;

    @TempDir
    Path folder;
    private Journal here;
    private Journal there;

    @BeforeAll
    static void anEmptyJournal() throws Exception {
        Journal.open(empty, Editions.TEST).close();
    }

    @BeforeEach
    void twoHomesOneOfThemWithTrades() throws IOException {
        Folders.copy(empty, folder.resolve("here"));
        Folders.copy(empty, folder.resolve("there"));
        here = Journal.open(folder.resolve("here"), Editions.TEST);
        there = Journal.open(folder.resolve("there"), Editions.TEST);
        new SmallHistory(here).write();
        here.annotations().write(BTC, new Note("Line one\nline \"two\" \u20AC", "Breakout", OptionalInt.of(5), "", "calm"));
        here.annotations().tag(BTC, "Trend");
        here.annotations().tag(ETH, "Trend");
        here.annotations().tag(ETH, "News");
        here.annotations().attach(BTC, "chart.png", "image/png", new byte[] {0, -1, 10, 13, 34, 92, 127, -128});
    }

    @AfterEach
    void closed() throws Exception {
        here.close();
        there.close();
    }

    @Test
    void aBackupComesBackRowByRow() throws Exception {
        var file = backup(here);

        var contents = there.archive().restore(file);

        assertThat(entries(backup(there))).isEqualTo(entries(file));
        assertThat(contents.rows("account")).isEqualTo(2);
        assertThat(contents.rows("trade")).isEqualTo(4);
        assertThat(contents.rows("attachment")).isEqualTo(1);
        assertThat(contents.at()).isEqualTo(Editions.NOW);
        assertThat(contents.database()).isEqualTo("derby");
        assertThat(there.reader().trades(TradeQuery.all())).isEqualTo(here.reader().trades(TradeQuery.all()));
        assertThat(there.store().load(SmallHistory.MAIN, SmallHistory.BEGINNING))
                .isEqualTo(here.store().load(SmallHistory.MAIN, SmallHistory.BEGINNING));
        assertThat(there.annotations().content(there.annotations().attachments(BTC).getFirst().id()).orElseThrow())
                .containsExactly(0, -1, 10, 13, 34, 92, 127, -128);
        assertNothingLeftAside();
    }

    @Test
    void aRestoredJournalGoesOnWithTheNextCommit() throws Exception {
        there.archive().restore(backup(here));

        var changes = new SmallHistory(there).see(new ClosingRecordSeen(SmallHistory.closed(SmallHistory.ETH, "1002", 12, 20, "2"),
                SmallHistory.minute(26)));

        assertThat(changes).isPositive();
        assertThat(there.reader().trade(ETH).orElseThrow().certainty().name()).isEqualTo("CONFIRMED");
    }

    @Test
    void aBackupWhileAnAccountIsMirroredShowsOneMoment() throws Exception {
        var account = new AccountId("busy");
        var begun = new CountDownLatch(20);
        var enough = new AtomicBoolean();
        try (var mirror = Executors.newSingleThreadExecutor()) {
            var written = mirror.submit(() -> {
                var stored = here.store().load(account, SmallHistory.BEGINNING);
                long revision = 0;
                var life = OneLife.at(account, SmallHistory.minute(400));
                while (!enough.get()) {
                    // each commit has one change and one execution more than the last
                    life = revision == 0 ? life : life.grown(SmallHistory.minute(400).plus(Duration.ofSeconds(revision)));
                    var book = life.bookAfter(stored.book());
                    revision = here.store().commit(new JournalBatch(revision, book, List.of(life.opened()),
                            List.of(life.trade())));
                    begun.countDown();
                }
                return revision;
            });
            begun.await();
            var file = backup(here);
            enough.set(true);
            long last = written.get();
            there.archive().restore(file);

            long revision = there.store().load(account, SmallHistory.BEGINNING).revision();
            assertThat(revision).isBetween(20L, last);
            var trade = there.reader().lives(account, SmallHistory.BEGINNING).getFirst();
            assertThat(trade.executions()).hasSize((int) revision);
            assertThat(there.reader().events(trade.id())).hasSize((int) revision);
        }
    }

    @Test
    void aBackupOfAnOlderVersionGetsTheTablesOfThisOne() throws Exception {
        var former = new FormerJournal(3);
        var home = Files.createDirectory(folder.resolve("former"));
        former.into(home);
        var database = new DerbyDatabase(home.resolve("journal"), home.resolve("logs").resolve("derby.log"));
        var file = folder.resolve("old.zip");
        try (var out = Files.newOutputStream(file)) {
            new DatabaseArchive(ArchivedDatabase.older(database, home, 3), "0.0.9", Editions.TEST.clock()).backup(out);
        } finally {
            database.shutDown();
        }

        var contents = there.archive().restore(file);

        assertThat(contents.changeSets()).hasSize(3);
        former.assertReadBy(there);
        there.annotations().tag(BTC, "old");
        assertThat(there.annotations().tags(BTC)).containsExactly("old");
        assertNothingLeftAside();
    }

    @Test
    void aJournalWithAnAccountOrATradeIsNotRestoredInto() throws Exception {
        var file = backup(here);
        new SmallHistory(there).account("mine", "Mine", false, false);

        assertRefused(() -> there.archive().restore(file), "There is a journal already");

        assertThat(there.accounts().all()).hasSize(1);
        assertThat(there.reader().trades(TradeQuery.all())).isEmpty();
    }

    @Test
    void aFileThatIsNotAsItWasWrittenIsRefusedAndNothingIsWritten() throws Exception {
        var file = backup(here);
        var whole = Files.readAllBytes(file);
        var entries = entries(file);

        assertDamaged(new byte[0]);
        assertDamaged("no zip at all".getBytes(StandardCharsets.UTF_8));
        assertDamaged(Arrays.copyOf(whole, whole.length / 2));
        assertDamaged(zip(changed(entries, "tables/trade.jsonl", "0.5", "0.6")));
        assertDamaged(zip(changed(entries, "tables/execution.jsonl", "\n", "\n\n")));
        assertDamaged(zip(changed(entries, "manifest.json", "mirrorbook-backup", "somebody-elses")));
        var without = new TreeMap<>(entries);
        without.remove("tables/closing_record.jsonl");
        assertDamaged(zip(without));
        var more = new TreeMap<>(entries);
        more.put("tables/extra.jsonl", "{}\n");
        assertDamaged(zip(more));
    }

    @Test
    void aBackupOfANewerVersionIsRefused() throws Exception {
        var entries = entries(backup(here));
        var newer = Files.write(folder.resolve("newer.zip"), zip(changed(entries, "manifest.json", "\"annotations-1\"",
                "\"annotations-1\", \"9-from-the-future\"")));
        assertRefused(() -> there.archive().restore(newer), "newer version of Mirrorbook (it knows [9-from-the-future]");

        var format = Files.write(folder.resolve("format.zip"), zip(changed(entries, "manifest.json", "\"version\" : 1",
                "\"version\" : 2")));
        assertRefused(() -> there.archive().restore(format), "newer version of Mirrorbook (its format is 2");
        assertThat(there.accounts().all()).isEmpty();
    }

    @Test
    void aFullDiskEndsABackupWithItsOwnErrorAndLeavesNothingAside() {
        var full = new OutputStream() {
            private int room = 700;

            @Override
            public void write(int value) throws IOException {
                if (room-- <= 0) {
                    throw new IOException("No space left on device");
                }
            }
        };

        assertThatThrownBy(() -> here.archive().backup(full)).isInstanceOf(IOException.class).hasMessage("No space left on device");
        assertThatThrownBy(() -> here.archive().export(full)).isInstanceOf(IOException.class).hasMessage("No space left on device");
        assertNothingLeftAside();
    }

    @Test
    void anExportComesBackWithoutLossAndTwiceIsNothingNew() throws Exception {
        var export = export(here);

        assertThat(add(there, export)).isEqualTo(new Imported(4, 0, 0, List.of()));
        var once = export(there);
        assertThat(add(there, export)).isEqualTo(new Imported(0, 4, 0, List.of()));

        assertThat(export(there)).isEqualTo(once);
        assertThat(there.reader().trades(TradeQuery.all())).isEqualTo(here.reader().trades(TradeQuery.all()));
        assertThat(there.annotations().note(BTC)).isEqualTo(here.annotations().note(BTC));
        assertThat(there.annotations().tags(ETH)).containsExactly("News", "Trend");
        assertThat(there.annotations().attachments(BTC)).isEqualTo(here.annotations().attachments(BTC));
        assertThat(there.reader().events(BTC)).extracting(event -> event.kind() + event.detail())
                .isEqualTo(here.reader().events(BTC).stream().map(event -> event.kind() + event.detail()).toList());
        // its accounts came with it, as accounts that nothing connects and whose labels are free
        assertThat(there.accounts().all()).allMatch(account -> account.removed() && !account.mirror());
        new SmallHistory(there).account("other", "Main", false, false);
        assertNothingLeftAside();
    }

    @Test
    void importedTradesDoNotDisturbALaterMirrorOfTheirAccount() throws Exception {
        add(there, export(here));
        var mirror = new SmallHistory(there);

        assertThat(mirror.see(new ClosingRecordSeen(SmallHistory.BTC_CLOSED, SmallHistory.minute(26)))).as("claimed already").isZero();
        assertThat(mirror.see(SmallHistory.snapshot(SmallHistory.USDT, 27, SmallHistory.SOL))).as("open already").isZero();
        assertThat(mirror.see(new ClosingRecordSeen(SmallHistory.closed(SmallHistory.ETH, "1002", 12, 20, "2"), SmallHistory.minute(28))))
                .as("awaited").isPositive();
        assertThat(mirror.see(SmallHistory.snapshot(SmallHistory.USDT, 29))).as("closed").isPositive();
        assertThat(there.reader().trades(TradeQuery.all())).hasSize(4);
    }

    @Test
    void tradesOfAnAccountThatIsMirroredHereBecomeOneMoreCommitOfItsBook() throws Exception {
        // the same account, mirrored here from later on; only the last of these trades is known
        var mirror = new SmallHistory(there);
        mirror.account("a1", "Mine", true, false);
        mirror.see(SmallHistory.snapshot(SmallHistory.USDT, 24, SmallHistory.SOL));
        there.annotations().write(TradeId.of(SmallHistory.SOL.slot(), SmallHistory.minute(24)), Note.of("mine"));
        long revision = there.store().load(SmallHistory.MAIN, SmallHistory.BEGINNING).revision();

        assertThat(add(there, export(here))).isEqualTo(new Imported(3, 1, 0, List.of()));

        assertThat(there.store().load(SmallHistory.MAIN, SmallHistory.BEGINNING).revision()).isEqualTo(revision + 1);
        assertThat(there.reader().events(BTC)).extracting(event -> event.revision()).containsOnly(revision + 1);
        assertThat(there.reader().events(BTC)).extracting(event -> event.kind())
                .isEqualTo(here.reader().events(BTC).stream().map(event -> event.kind()).toList());
        assertThat(there.accounts().all()).filteredOn(account -> account.label().equals("Mine")).singleElement()
                .satisfies(account -> assertThat(account.mirror()).isTrue());
        assertThat(mirror.see(new ClosingRecordSeen(SmallHistory.BTC_CLOSED, SmallHistory.minute(26)))).as("claimed").isZero();
        assertThat(mirror.see(new ClosingRecordSeen(SmallHistory.closed(SmallHistory.ETH, "1002", 12, 20, "2"), SmallHistory.minute(28))))
                .as("awaited").isPositive();
    }

    @Test
    void anOpenTradeOfAnAccountThatIsMirroredHereIsLeftToItsMirror() throws Exception {
        var mirror = new SmallHistory(there);
        mirror.account("a1", "Mine", true, false);
        mirror.see(SmallHistory.snapshot(SmallHistory.USDT, 40));

        var imported = add(there, export(here));

        assertThat(imported.added()).isEqualTo(3);
        assertThat(imported.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.trade()).isEqualTo(TradeId.of(SmallHistory.SOL.slot(), SmallHistory.minute(24)).value());
            assertThat(refused.reason()).isEqualTo("It is open, and its account is mirrored here: its own mirror enters it.");
        });
    }

    @Test
    void theSameTradeUnderAnotherAccountOfTheSameKeyIsKnownAndGetsTheNoteThatItLacks() throws Exception {
        // the same key was added anew in another home: another account id, other trade ids, the same positions
        var scope = new Scope(new AccountId("b1"), "bitget", SmallHistory.USDT.environment(),
                SmallHistory.USDT.product());
        there.accounts().put(new Account(new AccountId("b1"), "Again", "bitget", SmallHistory.USDT.environment(),
                Optional.empty(), "classic", "mark-a1", true, false, SmallHistory.BEGINNING));
        var btc = SmallHistory.row(scope, "BTCUSDT", Side.LONG, "USDT", "1001", 1, "0.5", "68000.1");
        new SmallHistory(there).see(SmallHistory.snapshot(scope, 1, btc));

        var imported = add(there, export(here));

        assertThat(imported).isEqualTo(new Imported(3, 1, 1, List.of()));
        var known = TradeId.of(btc.slot(), SmallHistory.minute(1));
        assertThat(there.annotations().note(known)).isEqualTo(here.annotations().note(BTC));
        assertThat(there.annotations().attachments(known)).extracting(one -> one.name()).containsExactly("chart.png");
        assertThat(add(there, export(here))).isEqualTo(new Imported(0, 4, 0, List.of()));
    }

    @Test
    void aDamagedExportIsRefusedAndNothingIsWritten() throws Exception {
        var export = export(here);

        for (var damaged : List.of("", "[]", "{}", "not json", export.substring(0, export.length() - 3),
                export.substring(0, export.length() / 2), export.replace("mirrorbook-trades", "other"),
                export.replace("\"quantity\":\"0.5\"", "\"quantity\":\"1E+999999999\""),
                export.replace("\"quantity\":\"0.5\"", "\"quantity\":0.5"), export.replace("\"fingerprint\":", "\"finger\":"),
                export.replace("\"execution\":[", "\"executioner\":["))) {
            assertRefused(() -> there.archive().add(new ByteArrayInputStream(damaged.getBytes(StandardCharsets.UTF_8))),
                    "This is no export of Mirrorbook, or it is damaged");
        }
        assertThat(there.accounts().all()).isEmpty();
        assertThat(there.reader().trades(TradeQuery.all())).isEmpty();
        assertNothingLeftAside();
    }

    private static String export(Journal journal) throws IOException {
        var out = new ByteArrayOutputStream();
        journal.archive().export(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Imported add(Journal journal, String export) throws IOException {
        return journal.archive().add(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
    }

    private Path backup(Journal journal) throws IOException {
        var file = Files.createTempFile(folder, "backup", ".zip");
        try (var out = Files.newOutputStream(file)) {
            journal.archive().backup(out);
        }
        return file;
    }

    private static Map<String, String> entries(Path file) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static Map<String, String> changed(Map<String, String> entries, String name, String from, String to) {
        var changed = new TreeMap<>(entries);
        assertThat(entries.get(name)).contains(from);
        changed.put(name, entries.get(name).replace(from, to));
        return changed;
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private void assertDamaged(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("damaged.zip"), content);
        assertRefused(() -> there.archive().restore(file), "is no backup of Mirrorbook, or it is damaged");
        assertThat(there.accounts().all()).isEmpty();
    }

    /** What may fail in any way. */
    private interface Asked {
        void ask() throws Exception;
    }

    private static void assertRefused(Asked asked, String words) {
        var problem = catchThrowableOfType(JournalProblem.class, asked::ask);
        assertThat(problem).hasMessageContaining(words);
        assertThat(problem.remedy()).isEqualTo(Remedy.ASK_USER);
    }

    private void assertNothingLeftAside() {
        for (var home : List.of("here", "there")) {
            assertThat(folder.resolve(home).resolve("aside")).satisfiesAnyOf(aside -> assertThat(aside).doesNotExist(),
                    aside -> assertThat(aside).isEmptyDirectory());
        }
    }
}
