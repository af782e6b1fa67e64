package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The platform's dark theme. In a process of its own and last: native buttons keep something of it until a restart. */
@Order(2)
class DarkThemeTest {

    @Test
    void theDarkThemeHasItsOwnColours() {
        Ui.size(1280, 800);
        try (var stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC))) {
            ThreeAccounts.on(stage);
            stage.open();
            Ui.await("eight rows", () -> Ui.rows("Unrealised").size() == 8);

            Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme("org.eclipse.e4.ui.css.theme.e4_dark", false));

            Ui.await("the dark ground", () -> Ui.color("org.mirrorbook.ui.BASE").equals(new RGB(0x27, 0x29, 0x2B)));
            assertThat(Ui.on(() -> Ui.color("org.mirrorbook.ui.PROFIT"))).isEqualTo(new RGB(0x5C, 0xCB, 0xC3));
            Ui.photograph("live-dark");
            Ui.openPreferences();
            Ui.await("three accounts", () -> Ui.rows("Live Mirror").size() == 3);
            Ui.photograph("accounts-page-dark");
            Ui.closeDialogs();
        }
    }
}
