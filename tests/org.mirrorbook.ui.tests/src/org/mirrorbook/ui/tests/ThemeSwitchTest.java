package org.mirrorbook.ui.tests;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The theme, changed to and fro while all views are open and their rows come and go. */
@Order(3)
class ThemeSwitchTest {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final RGB LIGHT_GROUND = new RGB(0xFF, 0xFF, 0xFF);
    private static final RGB DARK_GROUND = new RGB(0x27, 0x29, 0x2B);
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
        theme(LIGHT);
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
            theme(DARK);
            Ui.await("the dark ground", () -> Ui.color("org.mirrorbook.ui.BASE").equals(DARK_GROUND));
            // other rows in their place, made while it is dark
            Ui.click("Certainty", 1 - trade);
            Ui.await("other executions", () -> Ui.rows(EXECUTIONS).size() != 4);
            theme(LIGHT);
            Ui.await("the light ground", () -> Ui.color("org.mirrorbook.ui.BASE").equals(LIGHT_GROUND));
        }

        theme(DARK);
        Ui.click("Certainty", trade);
        Ui.await("its executions once more", () -> Ui.rows(EXECUTIONS).size() == 4);
        Ui.photograph("theme-switched-dark");
    }

    private static void theme(String id) {
        Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
    }
}
