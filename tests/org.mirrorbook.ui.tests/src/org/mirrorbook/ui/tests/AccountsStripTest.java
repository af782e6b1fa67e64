package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The strip of accounts: states, figures of health, and what can be pressed. */
class AccountsStripTest {

    private final Stage stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));

    @BeforeEach
    void show() {
        Ui.size(1440, 900);
        Ui.showView("org.mirrorbook.ui.livePositions");
        Ui.showView("org.mirrorbook.ui.accountsStrip");
    }

    @AfterEach
    void close() {
        Ui.closeDialogs();
        stage.close();
    }

    @Test
    void eachAccountSaysHowItIs() {
        ThreeAccounts.on(stage);
        stage.open();

        Ui.await("three accounts", () -> Ui.rows("Durable p99").size() == 3);
        var rows = Ui.on(() -> Ui.rows("Durable p99"));
        assertThat(rows.get(0)).startsWith("", "Demo DEMO", "Bitget, classic", "needs attention The key is refused.");
        assertThat(rows.get(1)).startsWith("", "Main", "Bitget, classic").contains("3.0 s", "+12 ms");
        assertThat(rows.get(1).get(3)).startsWith("live 5 positions, aligned ");
        assertThat(rows.get(2).get(3)).startsWith("reconnecting since 14:02 next try in 9 s");
        Ui.photograph("accounts-strip");
    }

    @Test
    void theBoxSwitchesTheMirrorAndTheGroupLeaves() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("three accounts", () -> Ui.rows("Durable p99").size() == 3);

        Ui.click("Mirror", 1);

        Ui.await("the state", () -> Ui.rows("Durable p99").get(1).get(3).equals("off"));
        Ui.await("its positions to leave", () -> Ui.rows("Unrealised").stream().noneMatch(row -> row.getFirst().startsWith("Main")));
        assertThat(stage.accounts.get(stage.find("Main").orElseThrow().id()).mirror()).isFalse();
        Ui.photograph("accounts-strip-off");

        Ui.click("Mirror", 1);
        Ui.await("the state", () -> Ui.rows("Durable p99").get(1).get(3).startsWith("live"));
    }

    @Test
    void aSwitchThatIsRefusedGoesBackAndSaysWhy() {
        ThreeAccounts.on(stage);
        stage.open();
        stage.refusesToSwitch = true;
        Ui.await("three accounts", () -> Ui.rows("Durable p99").size() == 3);

        Ui.click("Mirror", 1);

        Ui.await("the reason", () -> Ui.says(Stage.REFUSAL));
        assertThat(Ui.on(() -> Ui.rows("Durable p99")).get(1).get(3)).startsWith("live");
    }

    @Test
    void aMenuIsAboutTheRowThatItIsAskedForOn() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("eleven rows", () -> Ui.rows("Unrealised").size() == 11);
        Ui.showView("org.mirrorbook.ui.livePositions");
        Ui.press("Unrealised", 3, 3);

        assertThat(Ui.on(Ui::selected)).singleElement().asString()
                .contains(Ui.on(() -> Ui.rows("Unrealised").get(3).get(1)));
    }

    @Test
    void aGroupIsClosedByItsSignAndOpenedByItAgain() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("eleven rows", () -> Ui.rows("Unrealised").size() == 11);

        Ui.clickAt("Unrealised", 0, 8);
        // the head stays and its five positions leave
        Ui.await("six rows", () -> Ui.rows("Unrealised").size() == 6);
        Ui.clickAt("Unrealised", 0, 8);
        Ui.await("the rows again", () -> Ui.rows("Unrealised").size() == 11);
    }
}
