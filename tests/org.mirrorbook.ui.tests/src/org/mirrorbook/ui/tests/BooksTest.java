package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;

/** What a user can do with the trades of the journal: see what they risk, and plan stops. */
class BooksTest {

    private final Stage stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));
    private Risky risky;

    @BeforeEach
    void show() {
        Ui.size(1280, 800);
        Ui.showView("org.mirrorbook.ui.journal");
        Ui.showView("org.mirrorbook.ui.livePositions");
        risky = Risky.on(stage);
        stage.open();
        Ui.await("five positions of two accounts", () -> Ui.rows("Unrealised").size() == 7);
        Ui.await("the journal", () -> Ui.rows("Certainty").size() == 7);
    }

    @AfterEach
    void close() {
        Ui.closeDialogs();
        stage.close();
        perspective("org.mirrorbook.ui.live");
    }

    private static void perspective(String id) {
        Ui.run(() -> {
            try {
                PlatformUI.getWorkbench().showPerspective(id, PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
            } catch (WorkbenchException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void theTablesShowWhatIsRiskedOnWhichStopAndHowFarItWent() {
        var rows = Ui.on(() -> Ui.rows("Unrealised"));

        // net 265.2199 - 4.92 + 1.58 = 261.8799; (103,186.44 - 101,950) x 0.2 = 247.288; 261.8799 / 247.288 = 1.0590
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("BTCUSDT", "+1.06", "101,950.0 LIVE", "107,400.0 LIVE"));
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("ETHUSDT", "3,610.00 PLAN"));
        // 0.19518 + 250 / 42,000 = 0.20113; net 73.92 - 4.92 + 1.58 = 70.58; 70.58 / 250 = 0.2823
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("DOGEUSDT", "0.20113 EST", "\u2248 +0.28"));
        assertThat(rows).anySatisfy(row -> assertThat(row.getFirst()).startsWith("Swing since 14:02"));
        assertThat(Ui.on(Ui::words)).contains("degraded since 14:02", "No space is left on the disk.");
        var journal = Ui.on(() -> Ui.rows("Certainty"));
        assertThat(journal).anySatisfy(row -> assertThat(row).contains("ADAUSDT", "corrected"));
        // -221.4 - 15.16 = -236.56; (178.214 - 176) x 100 = 221.4; -236.56 / 221.4 = -1.0685
        assertThat(journal).anySatisfy(row -> assertThat(row).contains("SOLUSDT", "\u22121.07 LIVE"));
        Ui.photograph("risk-1280");
        Ui.size(1440, 900);
        Ui.photograph("risk-1440");
        int before = Ui.on(() -> Ui.width("Unrealised", "Take-profit"));
        Ui.size(1024, 720);
        Ui.await("columns to leave", () -> !Ui.columns("Unrealised").contains("Realised"));
        assertThat(Ui.on(() -> Ui.columns("Unrealised"))).contains("Stop");
        Ui.photograph("risk-1024");
        Ui.size(1440, 900);
        Ui.await("columns to come back", () -> Ui.columns("Unrealised").contains("Realised"));
        Ui.await("columns as wide as they were", () -> Ui.width("Unrealised", "Take-profit") == before);
        Ui.photograph("risk-again");
    }

    @Test
    void aPlannedStopIsTypedKeptAndTakenAway() {
        select("Unrealised", "BTCUSDT");
        command("org.mirrorbook.ui.planStop");
        Ui.await("the facts", () -> Ui.says("BTCUSDT LONG, size 0.2, entered at 103,186.4. The stop at the exchange is at 101,950.0."));

        type("Planned stop", "102,000");
        Ui.await("the sentence", () -> Ui.says("Write a price above zero"));
        assertThat(Ui.on(() -> Ui.button("Set").orElseThrow().isEnabled())).isFalse();
        Ui.photograph("plan-stop-refused");
        type("Planned stop", "102000");
        Ui.await("what it means", () -> Ui.says("237.29 USDT before costs if it is hit"));
        Ui.photograph("plan-stop");
        Ui.press("Set");

        Ui.await("the dialog to close", () -> Ui.button("Set").isEmpty());
        assertThat(planned()).hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("102000"));
        // (103,186.44 - 102,000) x 0.2 = 237.288; 261.8799 / 237.288 = 1.1036
        Ui.await("the journal to show it", () -> Ui.rows("Certainty").stream().anyMatch(row -> row.contains("+1.10 PLAN")));

        select("Certainty", "BTCUSDT");
        command("org.mirrorbook.ui.planStop");
        Ui.press("Take Away");
        Ui.await("the dialog to close", () -> Ui.button("Set").isEmpty());
        assertThat(planned()).isEmpty();
        Ui.await("the live stop to count again", () -> Ui.rows("Certainty").stream().anyMatch(row -> row.contains("+1.06 LIVE")));
    }

    @Test
    void aPlanThatIsRefusedSaysWhyAndKeepsWhatWasTyped() {
        stage.books.refuses = true;
        select("Unrealised", "LINKUSDT");
        command("org.mirrorbook.ui.planTarget");
        Ui.await("the facts", () -> Ui.says("LINKUSDT LONG, size 310"));
        type("Planned target", "17.9");
        Ui.press("Set");

        Ui.await("the reason", () -> Ui.says(Stage.REFUSAL));
        assertThat(Ui.on(() -> Ui.button("Set").orElseThrow().isEnabled())).isTrue();
        Ui.press("Cancel");
        Ui.await("the dialog to close", () -> Ui.button("Set").isEmpty());
    }

    @Test
    void theAccountsPageComparesInTheReconciliationViewAndShowsTheLastComparison() {
        stage.books.differences.put(risky.main.id(), risky.differences());
        Ui.openPreferences();
        Ui.await("two accounts", () -> Ui.rows("Live Mirror").size() == 2);

        Ui.press("Compare\u2026");
        Ui.await("the dialog to close", () -> Ui.button("Compare\u2026").isEmpty());
        Ui.await("three differences", () -> Ui.rows("Net by").size() == 3);

        Ui.openPreferences();
        Ui.await("two accounts", () -> Ui.rows("Live Mirror").size() == 2);
        Ui.await("the last comparison", () -> Ui.says("3 of 12 lives differ from the exchange\u2019s, compared 14:06"));
        Ui.photograph("accounts-page-compared");
    }

    private Optional<BigDecimal> planned() {
        return stage.trades.get(risky.btc.id()).risk().stopLoss().moves().stream()
                .filter(move -> move.source() == ProtectionSource.PLANNED).reduce((one, two) -> two).flatMap(ProtectionMove::price);
    }

    /** Selects the row of a symbol as a click does: the table has the focus, and its view is the active one. */
    private static void select(String column, String symbol) {
        Ui.showView(column.equals("Certainty") ? "org.mirrorbook.ui.journal" : "org.mirrorbook.ui.livePositions");
        Ui.run(() -> {
            var rows = Ui.rows(column);
            if (Ui.grid(column).isPresent()) {
                IntStream.range(0, rows.size()).filter(index -> rows.get(index).contains(symbol)).forEach(index -> Ui.click(column, index));
                return;
            }
            var table = Ui.table(column).orElseThrow();
            for (int index = 0; index < rows.size(); index++) {
                if (rows.get(index).contains(symbol)) {
                    table.setSelection(index);
                    var event = new Event();
                    event.item = table.getItem(index);
                    table.notifyListeners(SWT.Selection, event);
                }
            }
        });
    }

    /** Runs a command as a menu does; it blocks the UI thread's loop as long as its dialog is open. */
    private static void command(String id) {
        Ui.display().asyncExec(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void type(String window, String text) {
        Ui.run(() -> Ui.all(Text.class, field -> field.getShell().getText().equals(window) && (field.getStyle() & SWT.READ_ONLY) == 0)
                .getFirst().setText(text));
    }
}
