package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.LiveView;

/** Every state of the views and the page, put on the screen by staged services. */
class StagedViewsTest {

    private final Stage stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));

    @BeforeEach
    void show() {
        Ui.size(1280, 800);
        Ui.showView("org.mirrorbook.ui.journal");
        Ui.showView("org.mirrorbook.ui.livePositions");
    }

    @AfterEach
    void close() {
        Ui.closeDialogs();
        stage.close();
    }

    @Test
    void withoutAnAccountTheWorkbenchOffersPracticeAndBitget() {
        stage.open();

        Ui.await("the welcome", () -> Ui.button("Start Practice").isPresent() && Ui.button("Connect Bitget\u2026").isPresent());
        Ui.await("the empty journal", () -> Ui.says("No trades yet"));
        Ui.photograph("welcome");
    }

    @Test
    void anAccountWithoutPositionsSaysThatNothingIsOpen() {
        var main = stage.account("Main", Environment.LIVE, "classic", true);
        stage.link(main, LinkStatus.of(LinkState.LIVE, Sample.NOW.minusSeconds(3600)));
        stage.open();

        Ui.await("the words", () -> Ui.says("Nothing is open"));
        Ui.photograph("nothing-open");
    }

    @Test
    void openPositionsShowFreshLateAndLastValues() {
        ThreeAccounts.on(stage);
        stage.open();

        // eight positions under the heads of three accounts
        Ui.await("eleven rows", () -> Ui.rows("Unrealised").size() == 11);
        var rows = Ui.on(() -> Ui.rows("Unrealised"));
        assertThat(rows.getFirst()).containsExactly("Main live, 5 positions");
        assertThat(rows.get(9)).containsExactly("Demo DEMO since 13:47 The key is refused.");
        assertThat(rows.get(10)).containsSequence("AVAXUSDT", "LONG");
        assertThat(rows).anySatisfy(row -> assertThat(row).containsSequence("BTCUSDT", "LONG", "0.2", "103,186.4", "104,512.5", "+265.22"));
        assertThat(rows).contains(List.of("Swing since 14:02 last values kept"));
        assertThat(Ui.on(Ui::words)).contains("USDT, 7 positions 2 at their last value; demo left out");
        Ui.await("the journal", () -> Ui.rows("Certainty").size() == 10);
        Ui.photograph("live");
        Ui.click("Unrealised", 3);
        Ui.photograph("live-selected");
        Ui.size(1024, 720);
        Ui.photograph("live-narrow");
    }

    @Test
    void aThousandSignalsASecondRepaintTheRowAtMostTenTimes() {
        var main = stage.account("Main", Environment.LIVE, "classic", true);
        stage.link(main, LinkStatus.of(LinkState.LIVE, Sample.NOW));
        var sample = Sample.of(main, "BTCUSDT", Side.LONG, "0.2", "103186.44", "20", "1032", 192);
        stage.close();
        try (var running = new Stage(Clock.systemUTC())) {
            running.accounts.putAll(stage.accounts);
            running.links.putAll(stage.links);
            running.view(new LiveView(1, List.of(sample.live("104512.5", "1", "0", LinkState.LIVE, 1))));
            running.open();
            Ui.await("the row", () -> Ui.rows("Unrealised").size() == 2);
            var paints = new AtomicInteger();
            var table = Ui.on(() -> Ui.grid("Unrealised").orElseThrow());
            Listener counter = event -> paints.incrementAndGet();
            Ui.run(() -> table.addListener(SWT.Paint, counter));

            long begin = System.nanoTime();
            int signals = 0;
            while (System.nanoTime() - begin < Duration.ofSeconds(2).toNanos()) {
                running.view(new LiveView(2 + signals, List.of(sample.live("104512.5", signals % 1000 + ".25", "0", LinkState.LIVE, 1))));
                signals++;
                Thread.onSpinWait();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            Ui.run(() -> table.removeListener(SWT.Paint, counter));

            assertThat(signals).isGreaterThan(1000);
            // ten looks a second, one more for the second's own look, and a change may be painted in two parts
            assertThat((double) paints.get()).isPositive().isLessThan(2 * 11 * seconds + 4);
        }
    }

    @Test
    void thePageShowsWhyAnAccountIsNotLiveAndTheToggleWorksAtOnce() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.openPreferences();
        Ui.await("three accounts", () -> Ui.rows("Live Mirror").size() == 3);
        assertThat(Ui.on(() -> Ui.rows("Live Mirror"))).extracting(List::getLast).containsExactly(
                "needs attention since 13:47: The key is refused.", "live since 11:53",
                "reconnecting since 14:02: next try in 9 s; The exchange does not answer.");
        Ui.photograph("accounts-page");

        Ui.check("Live Mirror", 1, false);

        Ui.await("the words", () -> Ui.rows("Live Mirror").get(1).getLast().equals("off"));
        assertThat(stage.accounts.get(stage.find("Main").orElseThrow().id()).mirror()).isFalse();
        Ui.run(() -> Ui.table("Live Mirror").orElseThrow().setSelection(1));
        Ui.photograph("accounts-page-off");
        Ui.press("Test Connection");
        Ui.await("the steps", () -> Ui.rows("Step").size() == 5);
        Ui.photograph("accounts-page-tested");
        Ui.press("Apply and Close");
        Ui.await("the page to close", () -> Ui.table("Live Mirror").isEmpty());
        Ui.await("its positions to leave", () -> Ui.rows("Unrealised").stream().noneMatch(row -> row.getFirst().startsWith("Main")));
    }

    @Test
    void aToggleThatIsRefusedGoesBackAndSaysWhy() {
        ThreeAccounts.on(stage);
        stage.open();
        stage.refusesToSwitch = true;
        Ui.openPreferences();
        Ui.await("three accounts", () -> Ui.rows("Live Mirror").size() == 3);

        Ui.check("Live Mirror", 1, false);

        Ui.await("the reason", () -> Ui.says(Stage.REFUSAL));
        Ui.await("the box to go back", () -> Ui.table("Live Mirror").orElseThrow().getItem(1).getChecked());
        Ui.press("Apply and Close");
        Ui.await("the page to close", () -> Ui.table("Live Mirror").isEmpty());
    }

    @Test
    void beforeAnAccountIsRemovedTheUserReadsWhatGoesAndWhatStays() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.openPreferences();
        Ui.await("three accounts", () -> Ui.rows("Live Mirror").size() == 3);

        Ui.press("Remove\u2026");

        Ui.await("the question", () -> Ui.says("Remove the account Demo?"));
        assertThat(Ui.on(Ui::words)).contains("its key, deleted from the vault", "1 trade with its notes, tags and pictures");
        Ui.photograph("remove-account");
        Ui.press("Keep Account");
        Ui.await("the question to close", () -> Ui.button("Keep Account").isEmpty());
        assertThat(stage.accounts()).hasSize(3);

        Ui.press("Remove\u2026");
        Ui.press("Remove Account");
        Ui.await("the account to go", () -> Ui.rows("Live Mirror").size() == 2);
        Ui.press("Apply and Close");
        Ui.await("the page to close", () -> Ui.table("Live Mirror").isEmpty());
    }

    @Test
    void aKeyIsTriedBeforeItIsKeptAndARefusedOneIsNotKept() {
        stage.open();
        Ui.press("Connect Bitget\u2026");
        Ui.await("the wizard", () -> Ui.button("Finish").isPresent());
        Ui.photograph("add-account-empty");
        fill("Main", Stage.REFUSED);

        Ui.press("Next >");

        Ui.await("the refusal", () -> Ui.says("The exchange refuses this key. Nothing was saved."));
        assertThat(Ui.on(() -> Ui.rows("Step"))).last().satisfies(row -> assertThat(row)
                .contains("The key or its passphrase is not right. (40012)"));
        Ui.photograph("add-account-refused");
        assertThat(stage.accounts()).isEmpty();

        Ui.press("< Back");
        fill("Main", Stage.TRADING);
        Ui.press("Next >");
        Ui.await("the question", () -> Ui.says("This key can trade. Mirrorbook needs your consent to keep it."));
        assertThat(Ui.on(() -> Ui.rows("What Mirrorbook does"))).contains(List.of("Trade", "yes", "asks for your consent; never uses it"));
        assertThat(Ui.on(() -> Ui.button("Next >").orElseThrow().isEnabled())).isFalse();
        Ui.photograph("add-account-trading-key");
        Ui.press("Keep this key although it can trade");
        Ui.await("the consent to count", () -> Ui.button("Next >").orElseThrow().isEnabled());
        assertThat(stage.accounts()).isEmpty();

        Ui.press("< Back");
        fill("Main", Stage.UNREACHABLE);
        Ui.press("Next >");
        Ui.await("the offer", () -> Ui.says("You may save it untested") && Ui.button("Finish").orElseThrow().isEnabled());
        Ui.photograph("add-account-unreachable");

        Ui.press("< Back");
        fill("Main", "good");
        Ui.press("Next >");
        Ui.await("the acceptance", () -> Ui.says("This key only reads, and only from the addresses it is bound to."));
        Ui.photograph("add-account-accepted");
        Ui.press("Next >");
        Ui.await("the last page", () -> Ui.says("What do you risk in a trade?"));
        Ui.photograph("add-account-risk");
        Ui.press("Finish");
        Ui.await("the wizard to close", () -> Ui.button("Finish").isEmpty());
        assertThat(stage.accounts()).extracting(Account::label, Account::kind).containsExactly(tuple("Main", "classic"));
        Ui.await("the welcome to go", () -> Ui.button("Start Practice").isEmpty());
    }

    private static void fill(String label, String key) {
        Ui.run(() -> {
            var texts = Ui.all(Text.class, text -> (text.getStyle() & SWT.BORDER) != 0 && (text.getStyle() & SWT.READ_ONLY) == 0
                    && text.getShell().getText().equals("Add exchange account"));
            texts.stream().filter(text -> (text.getStyle() & SWT.PASSWORD) == 0).findFirst().orElseThrow().setText(label);
            texts.stream().filter(text -> (text.getStyle() & SWT.PASSWORD) != 0).forEach(text -> text.setText(key));
        });
    }
}
