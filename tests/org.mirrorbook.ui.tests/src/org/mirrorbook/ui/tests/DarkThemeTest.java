package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The platform's dark theme. In a process of its own and last: native buttons keep something of it until a restart. */
@Order(3)
class DarkThemeTest {

    @Test
    void theDarkThemeHasItsOwnColours() {
        Ui.size(1280, 800);
        try (var stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC))) {
            ThreeAccounts.on(stage);
            stage.open();
            Ui.await("the positions", () -> Ui.says("SUIUSDT"));

            Ui.display().asyncExec(() -> PreferencesUtil.createPreferenceDialogOn(null, "org.mirrorbook.ui.preferences.appearance", null,
                    null).open());
            Ui.await("the page", () -> theme().isPresent());
            Ui.run(() -> theme().orElseThrow().setText("Dark"));
            Ui.photograph("appearance-page");
            Ui.press("Apply and Close");

            Ui.await("the dark ground", () -> Ui.color("org.mirrorbook.ui.BASE").equals(new RGB(0x27, 0x29, 0x2B)));
            assertThat(Ui.on(() -> Ui.color("org.mirrorbook.ui.PROFIT"))).isEqualTo(new RGB(0x5C, 0xCB, 0xC3));
            Ui.photograph("live-dark");
            Ui.openPreferences();
            Ui.await("three accounts", () -> Ui.rows("Live Mirror").size() == 3);
            Ui.photograph("accounts-page-dark");
            Ui.closeDialogs();
        }
    }

    /** The choice of the theme. On the UI thread. */
    private static Optional<Combo> theme() {
        return Ui.find(Combo.class, combo -> List.of(combo.getItems()).contains("Dark"));
    }
}
