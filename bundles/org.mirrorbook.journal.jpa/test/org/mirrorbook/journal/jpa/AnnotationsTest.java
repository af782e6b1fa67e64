package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.Annotations.Note;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeQuery;

class AnnotationsTest {

    private static final Note NOTE = new Note("Entered \"late\".\n\u20AC and \uD83D\uDCC8", "Breakout",
            OptionalInt.of(4), "no stop", "calm");
    private static final TradeId ETH = TradeId.of(SmallHistory.ETH.slot(), SmallHistory.minute(12));
    private static final TradeId BTC = TradeId.of(SmallHistory.BTC.slot(), SmallHistory.minute(1));

    /** A journal with trades, made once. */
    @TempDir
    static Path prepared;

    @TempDir
    Path folder;
    private Path home;
    private Journal journal;
    private Annotations annotations;

    @BeforeAll
    static void trades() throws Exception {
        try (var journal = Journal.open(prepared, Editions.TEST)) {
            new SmallHistory(journal).write();
        }
    }

    @BeforeEach
    void aJournalWithTrades() throws Exception {
        home = folder.resolve("home");
        Folders.copy(prepared, home);
        open();
    }

    private void open() {
        journal = Journal.open(home, Editions.TEST);
        annotations = journal.annotations();
    }

    @AfterEach
    void closed() throws Exception {
        journal.close();
    }

    @Test
    void aNoteIsReplacedAsAWholeAndSurvivesARestart() throws Exception {
        assertThat(annotations.note(BTC)).isEqualTo(Note.none());
        annotations.write(BTC, Note.of("first"));
        annotations.write(BTC, NOTE);

        journal.close();
        open();

        assertThat(annotations.note(BTC)).isEqualTo(NOTE);
        annotations.write(BTC, Note.none());
        assertThat(annotations.note(BTC)).isEqualTo(Note.none());
    }

    @Test
    void tradesAreFoundByWhatTheUserNotedInCapitalOrSmallLetters() {
        annotations.write(BTC, new Note("Entered after the Breakout of June", "Opening Range", OptionalInt.empty(),
                "moved THE stop", "Calm"));
        annotations.tag(ETH, "Earnings");

        for (var text : List.of("breakout OF june", "opening range", "moved the stop", "calm")) {
            assertThat(found(TradeQuery.newest(TradeFilter.none().withText(text), 10))).as(text).containsExactly(BTC);
        }
        assertThat(found(TradeQuery.newest(TradeFilter.none().withText("earn"), 10))).containsExactly(ETH);
        // oldest first and all of them; a symbol and a note at once
        annotations.write(BTC, Note.of("hedged with ethusdt"));
        var both = TradeFilter.none().withText("ETHUSDT");
        assertThat(found(new TradeQuery(both, Optional.empty(), false, OptionalInt.empty()))).startsWith(BTC).contains(ETH)
                .doesNotHaveDuplicates();
        // what else is asked counts for these, too
        assertThat(found(TradeQuery.newest(both.withSymbol(SmallHistory.BTC.slot().instrument()), 10))).containsExactly(BTC);
        assertThat(found(TradeQuery.newest(both, 1))).hasSize(1).doesNotContain(BTC);

        annotations.write(BTC, Note.none());
        assertThat(found(TradeQuery.newest(TradeFilter.none().withText("hedged"), 10))).isEmpty();
    }

    private List<TradeId> found(TradeQuery query) {
        return journal.reader().trades(query).stream().map(Trade::id).toList();
    }

    @Test
    void aReadingThatIsCancelledWhileItWaitsForTheDatabaseBringsNoList() throws Exception {
        var cancellation = new Cancellation();
        var database = new DerbyDatabase(home.resolve("journal"), home.resolve("logs").resolve("derby.log"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); var writer = database.getConnection();
                var observer = database.getConnection()) {
            writer.setAutoCommit(false);
            try (var held = writer.createStatement()) {
                held.executeUpdate("update trade set was_found = was_found");
            }
            var reading = threads.submit(() -> journal.reader().trades(TradeQuery.all(), cancellation));
            try (var waiting = observer.prepareStatement("select count(*) from syscs_diag.lock_table where state = 'WAIT'")) {
                while (!isOne(waiting)) {
                    Thread.onSpinWait();
                }
            }

            cancellation.cancel();
            writer.rollback();

            assertThatThrownBy(reading::get).hasCauseInstanceOf(CancellationException.class);
        }
        assertThat(journal.reader().trades(TradeQuery.all())).isNotEmpty();
    }

    private static boolean isOne(PreparedStatement count) throws SQLException {
        try (var rows = count.executeQuery()) {
            return rows.next() && rows.getInt(1) == 1;
        }
    }

    @Test
    void whatTheUserWroteStaysWhenTheVenuesFiguresArriveLater() {
        annotations.write(ETH, NOTE);
        annotations.tag(ETH, "news");
        annotations.attach(ETH, "chart.png", "image/png", new byte[] {1, 2, 3});

        new SmallHistory(journal).see(new ClosingRecordSeen(SmallHistory.closed(SmallHistory.ETH, "1002", 12, 20, "2"),
                SmallHistory.minute(26)));

        assertThat(journal.reader().trade(ETH).orElseThrow().certainty().name()).isEqualTo("CONFIRMED");
        assertThat(annotations.note(ETH)).isEqualTo(NOTE);
        assertThat(annotations.tags(ETH)).containsExactly("news");
        assertThat(annotations.attachments(ETH)).hasSize(1);
    }

    @Test
    void tagsThatDifferInCapitalsAndBlanksAreOneAndKeepTheirFirstForm() {
        annotations.tag(BTC, " Trend ");
        annotations.tag(BTC, "trend");
        annotations.tag(BTC, "breakout");
        annotations.tag(ETH, "TREND");

        assertThat(annotations.tags(BTC)).containsExactly("breakout", "Trend");
        assertThat(annotations.tags(ETH)).containsExactly("Trend");
        annotations.untag(BTC, "tREND");
        annotations.untag(BTC, "BREAKOUT");
        assertThat(annotations.tags(BTC)).isEmpty();
        assertThat(annotations.tags()).containsExactly("Trend");
    }

    @Test
    void attachmentsOfTenMegabytesComeBackByteForByteAndLargerOnesAreRefused() {
        var content = new byte[Annotations.LARGEST_ATTACHMENT];
        new Random(7).nextBytes(content);

        var attached = annotations.attach(BTC, "recording.bin", "application/octet-stream", content);

        assertThat(annotations.attachments(BTC)).containsExactly(attached);
        assertThat(attached.size()).isEqualTo(10L * 1024 * 1024);
        assertThat(attached.addedAt()).isEqualTo(Editions.NOW);
        assertThat(annotations.content(attached.id())).hasValueSatisfying(read -> assertThat(read).isEqualTo(content));
        assertRefused("at most 10 MB",
                () -> annotations.attach(BTC, "large.bin", "application/octet-stream", new byte[content.length + 1]));
        annotations.removeAttachment(attached.id());
        assertThat(annotations.attachments(BTC)).isEmpty();
        assertThat(annotations.content(attached.id())).isEmpty();
    }

    @Test
    void theSameFileTwiceIsOneAttachmentAndAnotherNameAnother() {
        var bytes = "same".getBytes(StandardCharsets.UTF_8);

        var first = annotations.attach(BTC, "a.txt", "text/plain", bytes);
        var again = annotations.attach(BTC, "a.txt", "text/plain", bytes);
        annotations.attach(BTC, "b.txt", "text/plain", bytes);

        assertThat(again).isEqualTo(first);
        assertThat(annotations.attachments(BTC)).hasSize(2);
    }

    @Test
    void whatCannotBeKeptIsRefusedWithASentence() {
        var nobody = new TradeId("no-such-trade");

        assertRefused("There is no trade no-such-trade", () -> {
            annotations.write(nobody, NOTE);
            return null;
        });
        assertRefused("There is no trade no-such-trade", () -> annotations.attach(nobody, "a", "text/plain", new byte[1]));
        assertRefused("A tag is not empty", () -> {
            annotations.tag(BTC, "  ");
            return null;
        });
        assertRefused("The tag is longer than 100 characters", () -> {
            annotations.tag(BTC, "x".repeat(101));
            return null;
        });
    }

    @Test
    void manyThreadsThatAddTheSameTagMakeOne() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var all = pool.invokeAll(IntStream.range(0, 40).mapToObj(i -> (Callable<Void>) () -> {
                annotations.tag(i % 2 == 0 ? BTC : ETH, "crowd");
                return null;
            }).toList());
            for (var one : all) {
                one.get();
            }
        }

        assertThat(annotations.tags()).containsExactly("crowd");
        assertThat(annotations.tags(BTC)).containsExactly("crowd");
    }

    private static void assertRefused(String words, Callable<?> asked) {
        var problem = catchThrowableOfType(JournalProblem.class, asked::call);
        assertThat(problem).hasMessageContaining(words);
        assertThat(problem.remedy()).isEqualTo(Remedy.ASK_USER);
    }
}
