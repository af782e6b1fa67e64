package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.TradeEvent;

/** Two books in the perspective Books: what differs side by side, put right by one action, taken back by another, and remembered. */
class ReconciliationViewTest {

    private static final String SIDES = "Journal has it from";
    private static final String LINES = "Net by";

    private final Stage stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));
    private Risky risky;

    @BeforeEach
    void show() {
        Ui.size(1440, 900);
        perspective("org.mirrorbook.ui.books");
        risky = Risky.on(stage);
        stage.events.put(risky.ada.id(), history(risky.ada.id()));
        stage.open();
        Ui.await("two accounts", () -> Ui.rows("Last compared").size() == 2);
    }

    @AfterEach
    void close() {
        Ui.closeDialogs();
        stage.close();
        perspective("org.mirrorbook.ui.live");
    }

    @Test
    void booksThatWereNeverComparedSayWhatToDoAndThenThatTheyAreEqual() {
        Ui.await("the words", () -> Ui.says("Not compared yet."));
        assertThat(Ui.on(() -> Ui.rows("Last compared").getFirst())).startsWith("Main", "not compared yet").contains("\u2013");
        Ui.photograph("books-empty");
        var pause = new CompletableFuture<Void>();
        stage.books.pause = Optional.of(pause);

        command("org.mirrorbook.ui.compare");
        Ui.await("the bar", () -> Ui.says("Comparing Main with Bitget."));
        Ui.photograph("books-comparing");
        pause.complete(null);

        Ui.await("the result", () -> Ui.rows("Last compared").getFirst().contains("equal to the last digit"));
        // 12 lives, 2 of them open
        assertThat(Ui.on(() -> Ui.rows("Last compared").getFirst())).contains("10", "2", "12", "2,561.97106011", "0.00000000");
        Ui.await("the run", () -> Ui.rows("Started by").size() == 1);
        assertThat(Ui.on(() -> Ui.rows("Started by").getFirst())).contains("Main", "by hand", "12", "equal", "0.8 s");
        Ui.photograph("books-equal");
    }

    @Test
    void differentFiguresStandSideBySideAreCorrectedByOneActionTakenBackByAnotherAndBothAreRemembered() {
        compareDifferentBooks();
        assertThat(Ui.on(() -> Ui.rows(LINES))).hasSize(3);
        // the fields are the first to leave where there is little room
        assertThat(Ui.on(() -> Ui.rows(LINES).getFirst())).contains("figures differ", "ADAUSDT LONG", "\u22120.41233800");
        Ui.await("what is known", () -> Ui.says("Takes funding, net of Bitget."));
        var sides = Ui.on(() -> Ui.rows(SIDES));
        assertThat(sides).anySatisfy(row -> assertThat(row).contains("Funding", "0.00000000", "\u22120.41233800"));
        assertThat(sides).anySatisfy(row -> assertThat(row).contains("Net", "\u2212209.28000000", "\u2212209.69233800"));
        assertThat(sides).anySatisfy(row -> assertThat(row).contains("Gross", "\u2212200.40000000"));
        Ui.await("where it is from", () -> Ui.rows(SIDES).stream().anyMatch(row -> row.contains("no message: changed since")));
        Ui.await("the reason", () -> Ui.rows("Why they differ").stream()
                .anyMatch(row -> row.getLast().startsWith("Changed past Mirrorbook")));
        shots("books-different");

        Ui.press("Correct this trade");
        Ui.await("two differences", () -> Ui.rows(LINES).size() == 2);
        assertThat(stage.books.corrected).containsExactly(risky.differences().getFirst());
        Ui.await("the history", () -> Ui.rows("Started by").size() == 2);
        assertThat(Ui.on(() -> Ui.rows("Started by").get(1)).toString())
                .contains("3 differences", "ADAUSDT long of 11 Nov 2026: funding, net, by you");

        activate();
        command("org.eclipse.ui.edit.undo");
        Ui.await("three differences again", () -> Ui.rows(LINES).size() == 3);
        assertThat(stage.books.takenBack).containsExactly(risky.differences().getFirst());
        Ui.await("both in the history", () -> Ui.rows("Started by").size() == 3);
        var runs = Ui.on(() -> Ui.rows("Started by"));
        assertThat(runs.get(0)).contains("after a correction", "3 differences");
        assertThat(runs.get(1).toString()).contains("after a correction", "2 differences", "taken back by you");
        Ui.photograph("books-taken-back");

        command("org.eclipse.ui.edit.redo");
        Ui.await("two differences", () -> Ui.rows(LINES).size() == 2);
        Ui.photograph("books-corrected");
    }

    @Test
    void keysGoFromOneDifferenceToTheNextAndWhatIsLeftCountsNoMore() {
        compareDifferentBooks();
        activate();

        command("org.mirrorbook.ui.nextTrade");
        Ui.await("the second", () -> Ui.says("since Bitget does not have it"));
        Ui.photograph("books-only-here");
        command("org.mirrorbook.ui.previousTrade");
        Ui.await("the first again", () -> Ui.says("Takes funding, net of Bitget."));
        Ui.press("Leave as it is\u2026");
        Ui.await("the question", () -> Ui.button("Leave").isPresent());
        Ui.photograph("books-leave");
        Ui.press("Leave");

        Ui.await("one less", () -> Ui.rows("Last compared").getFirst().contains("2 differences"));
        assertThat(Ui.on(() -> Ui.rows(LINES).getFirst())).contains("left as it is");
        activate();
        command("org.eclipse.ui.edit.undo");
        Ui.await("all again", () -> Ui.rows("Last compared").getFirst().contains("3 differences"));
    }

    @Test
    void allAreCorrectedAfterOneQuestionWhereSomethingCannotBeTakenBack() {
        compareDifferentBooks();

        Ui.press("Correct all");
        Ui.await("the question", () -> Ui.says("Correct 3 lives?"));
        Ui.press("Correct");

        Ui.await("equal books", () -> Ui.rows("Last compared").getFirst().contains("equal to the last digit"));
        assertThat(stage.books.corrected).hasSize(3);
    }

    @Test
    void aComparisonThatFailsSaysWhyAndOneThatTakesLongIsStopped() {
        stage.books.refuses = true;
        command("org.mirrorbook.ui.compare");
        Ui.await("the reason", () -> Ui.says(StagedBooks.REFUSAL));
        Ui.await("the run", () -> Ui.rows("Started by").stream().anyMatch(row -> row.contains("not compared")));
        Ui.photograph("books-failed");
        stage.books.refuses = false;
        stage.books.pause = Optional.of(new CompletableFuture<>());
        activate();
        command("org.mirrorbook.ui.compare");
        Ui.press("Stop");

        Ui.await("the bar to go", () -> Ui.button("Stop").isEmpty());
    }

    private void compareDifferentBooks() {
        stage.books.differences.put(risky.main.id(), risky.differences());
        activate();
        command("org.mirrorbook.ui.compare");
        Ui.await("three differences", () -> Ui.rows(LINES).size() == 3);
    }

    private static void shots(String name) {
        Ui.photograph(name + "-1440");
        Ui.size(1280, 800);
        Ui.photograph(name + "-1280");
        Ui.size(1440, 900);
    }

    /** Opened by a message, confirmed by a closing record that told the exchange's funding; the journal has another one now. */
    private static List<TradeEvent> history(TradeId trade) {
        return List.of(new TradeEvent(trade, 1, 0, "TradeOpened", Sample.NOW.minusSeconds(85_440), Sample.NOW.minusSeconds(85_440), "{}",
                71_804), new TradeEvent(trade, 2, 0, "TradeConfirmed", Sample.NOW.minusSeconds(2820), Sample.NOW.minusSeconds(2819),
                        "{\"record\":{\"gross\":\"-200.4\",\"funding\":\"-0.412338\"}}", 71_990));
    }

    private static void perspective(String id) {
        Ui.run(() -> {
            try {
                PlatformUI.getWorkbench().showPerspective(id, PlatformUI.getWorkbench().getActiveWorkbenchWindow());
            } catch (WorkbenchException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void activate() {
        Ui.showView("org.mirrorbook.ui.reconciliation");
    }

    /** Runs a command as a menu does; a dialog that it opens blocks the UI thread's loop. */
    private static void command(String id) {
        Ui.display().asyncExec(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
