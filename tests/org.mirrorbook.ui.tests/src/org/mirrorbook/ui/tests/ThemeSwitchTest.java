package org.mirrorbook.ui.tests;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The theme, changed to and fro while all views are open and their rows come and go. */
@Order(4)
class ThemeSwitchTest {

    /** A column that the executions of a trade have, and no other table. */
    private static final String EXECUTIONS = "What";

    private final Stage stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));

    @BeforeEach
    void openAllViews() {
        Ui.size(1440, 900);
        Inspected.on(stage);
        stage.open();
        List.of("accountsStrip", "runs", "reconciliation", "livePositions", "trade", "journal")
                .forEach(view -> Ui.showView("org.mirrorbook.ui." + view));
        Ui.await("the journal", () -> Ui.rows("Certainty").size() == 2);
    }

    @AfterEach
    void close() {
        Theme.back();
        Ui.closeDialogs();
        stage.close();
    }

    @Test
    void theThemeChangesToAndFroWhileRowsComeAndGo() {
        var trade = Ui.on(() -> Ui.rows("Certainty").getFirst().contains("SOLUSDT")) ? 0 : 1;

        for (int round = 0; round < 3; round++) {
            Ui.click("Certainty", trade);
            Ui.showView("org.mirrorbook.ui.trade");
            Ui.showView("org.mirrorbook.ui.journal");
            Ui.await("its executions", () -> Ui.rows(EXECUTIONS).size() == 4);
            Theme.DARK.show();
            // other rows in their place, made while it is dark
            Ui.click("Certainty", 1 - trade);
            Ui.await("other executions", () -> Ui.rows(EXECUTIONS).size() != 4);
            Theme.LIGHT.show();
        }

        Theme.DARK.show();
        Ui.click("Certainty", trade);
        Ui.await("its executions once more", () -> Ui.rows(EXECUTIONS).size() == 4);
        Ui.photograph("theme-switched-dark");
    }
}
