package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.runtime.Settings;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The preference pages of the journal; settings and folder are the product's own. */
class SettingsPagesTest {

    private final Stage stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));
    private Risky risky;

    @BeforeEach
    void show() {
        Ui.size(1280, 800);
        risky = Risky.on(stage);
        stage.open();
        Ui.await("the data folder", 60, () -> find(Settings.class).isPresent());
    }

    @AfterEach
    void close() {
        Ui.closeDialogs();
        stage.close();
        List.of("database.url", "database.user", "recording.megabytes", "recording.days")
                .forEach(key -> service(Settings.class).put(key, Optional.empty()));
    }

    @Test
    void theFirstPageLeadsToTheOthers() {
        open("org.mirrorbook.ui.preferences");

        Ui.await("the words", () -> Ui.says("When a closed trade counts as break-even,"));
        Ui.photograph("page-mirrorbook");
    }

    @Test
    void anotherBreakEvenRuleSaysHowManyTradesItJudged() {
        open("org.mirrorbook.ui.preferences.journal");
        Ui.await("the rule", () -> Ui.says("No rule is set. 2 closed trades judged: WIN 0 LOSS 2 BE 0"));

        type(0, "a lot");
        Ui.await("the sentence", () -> Ui.says("The amount is 0 or more"));
        assertThat(Ui.on(() -> Ui.button("Apply and Close").orElseThrow().isEnabled())).isFalse();
        Ui.photograph("page-journal-refused");
        // the nets are -209.28 and -236.56
        type(0, "210");
        type(1, "0.1");
        Ui.press("Apply");

        Ui.await("the judgement", () -> Ui.says("Rule 1 is in force. 2 closed trades judged: WIN 0 LOSS 1 BE 1"));
        Ui.photograph("page-journal");
        assertThat(stage.books.current().fractionOfR()).isEqualByComparingTo("0.1");
    }

    @Test
    void thePageJournalAlsoSaysTheTimeZoneHowAmountsAreWrittenAndWhat1rIsInNewAccounts() {
        var kept = InstanceScope.INSTANCE.getNode("org.mirrorbook.ui");
        try {
            open("org.mirrorbook.ui.preferences.journal");
            Ui.await("the rule", () -> Ui.says("No rule is set."));
            Wizards.choose("A percentage of the equity");
            Ui.await("the number", () -> fields().size() == 4 && fields().get(3).isEnabled());
            type(3, "0.5");
            pick("Asia/Tokyo");
            pick("\u22121.234.567,89");
            Ui.press("Apply");

            Ui.await("the outcome", () -> Ui.says("Saved. Every view tells it so from now on."));
            Ui.photograph("page-journal-figures");
            assertThat(kept.get("look.timeZone", "")).isEqualTo("Asia/Tokyo");
            assertThat(kept.get("look.moneyFormat", "")).isEqualTo("POINT_COMMA");
            assertThat(kept.get("accounts.usualRisk", "")).isEqualTo("0.5 %");
            assertThat(stage.books.current().version()).as("the rule was not touched").isZero();
        } finally {
            List.of("look.timeZone", "look.moneyFormat", "accounts.usualRisk").forEach(kept::remove);
        }
    }

    private static void pick(String item) {
        Ui.run(() -> {
            var combo = Ui.all(Combo.class, one -> List.of(one.getItems()).contains(item)).getFirst();
            combo.select(combo.indexOf(item));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void aRuleThatIsRefusedAfterThePageWasClosedIsToldInADialog() {
        open("org.mirrorbook.ui.preferences.journal");
        Ui.await("the rule", () -> Ui.says("No rule is set."));
        stage.books.refuses = true;
        type(0, "210");
        Ui.press("Apply and Close");

        Ui.await("the reason", () -> Ui.says(Stage.REFUSAL));
        assertThat(stage.books.current().version()).isZero();
    }

    @Test
    void aDatabaseServerIsKeptInTheSettingsAndItsPasswordInTheVault() {
        open("org.mirrorbook.ui.preferences.database");
        Ui.await("the choice", () -> Ui.button("Embedded: in your data folder, nothing to install").filter(b -> b.isEnabled()).isPresent());
        Ui.photograph("page-database-embedded");
        choose("PostgreSQL server: shared by several computers");
        type(0, "jdbc:postgresql://db.example.org/mirrorbook");
        type(1, "journal");
        Ui.await("the sentence", () -> Ui.says("The password is needed."));
        Ui.photograph("page-database-refused");
        type(2, "correct horse");
        Ui.press("Apply");

        Ui.await("the outcome", () -> Ui.says("Saved. The journal on the server is opened at the next start."));
        Ui.photograph("page-database");
        assertThat(service(Settings.class).get("database.url")).contains("jdbc:postgresql://db.example.org/mirrorbook");
        assertThat(service(Settings.class).get("database.user")).contains("journal");
        assertThat(stage.vault).containsEntry(new AccountId("database"), new ApiCredential("journal", "correct horse", "-"));
        assertThat(Ui.on(() -> fields().get(2).getText())).isEmpty();

        choose("Embedded: in your data folder, nothing to install");
        Ui.press("Apply");
        Ui.await("the outcome", () -> Ui.says("Saved. The embedded journal is opened at the next start."));
        assertThat(service(Settings.class).get("database.url")).isEmpty();
        assertThat(stage.vault).doesNotContainKey(new AccountId("database"));
    }

    @Test
    void recordingsHaveLimitsAndSayWhatTheyHold() throws IOException {
        var folder = service(Home.class).folder().resolve("recordings").resolve(risky.main.id().value());
        Files.createDirectories(folder);
        Files.write(folder.resolve("one"), new byte[3 << 20]);
        Files.write(folder.resolve("two"), new byte[100]);
        try {
            open("org.mirrorbook.ui.preferences.recording");
            // 3 MB and 100 bytes, rounded up
            Ui.await("what is held", () -> Ui.rows("Holds").stream()
                    .anyMatch(row -> row.subList(0, 3).equals(List.of("Main", "4 MB", "2"))));
            Ui.await("the limits", () -> Ui.all(Spinner.class, Spinner::isEnabled).size() == 2);
            assertThat(Ui.on(() -> Ui.all(Spinner.class, s -> true).stream().map(Spinner::getSelection).toList())).containsExactly(512, 0);
            Ui.run(() -> {
                Ui.all(Spinner.class, s -> true).get(0).setSelection(256);
                Ui.all(Spinner.class, s -> true).get(1).setSelection(365);
            });
            Ui.press("Apply");

            Ui.await("the outcome", () -> Ui.says("Saved. The oldest files go when the next one is begun."));
            Ui.photograph("page-recording");
            assertThat(service(Settings.class).get("recording.megabytes")).contains("256");
            assertThat(service(Settings.class).get("recording.days")).contains("365");
        } finally {
            for (var file : List.of(folder.resolve("one"), folder.resolve("two"), folder)) {
                Files.delete(file);
            }
        }
    }

    @Test
    void theAccountSaysWhat1rIs() {
        Ui.openPreferences();
        Ui.await("two accounts", () -> Ui.rows("Live Mirror").size() == 2);
        toRisk();
        Wizards.choose("A fixed amount");
        riskNumber("0");
        Ui.await("the sentence", () -> Ui.says("1R is an amount above zero"));
        riskNumber("250");
        Ui.photograph("account-1r-fixed");
        Ui.press("Finish");

        Ui.await("the amount", () -> Ui.rows("Live Mirror").getFirst().contains("250.00 USDT"));
        assertThat(stage.accounts.get(risky.main.id()).riskUnit()).contains(new RiskUnit.Fixed(new Money(new BigDecimal("250"), "USDT")));
        Ui.await("the wizard to close", () -> Ui.button("Finish").isEmpty());
        toRisk();
        Wizards.choose("A percentage of the equity");
        riskNumber("0.5");
        Ui.photograph("account-1r-percent");
        Ui.press("Finish");
        Ui.await("the part", () -> Ui.rows("Live Mirror").getFirst().contains("0.5 %"));
        Ui.photograph("accounts-page-1r");
    }

    private static void toRisk() {
        Ui.press("Edit\u2026");
        Ui.await("the wizard", () -> Ui.button("Finish").isPresent());
        Ui.press("Next >");
        Ui.await("the rights", () -> Ui.button("Test Again").filter(Button::isEnabled).isPresent());
        Ui.press("Next >");
        Ui.await("the last page", () -> Ui.button("A fixed amount").isPresent());
    }

    /** The number that belongs to what was chosen, as soon as it can be typed. */
    private static void riskNumber(String text) {
        Ui.await("the number", () -> !numbers().isEmpty());
        Ui.run(() -> numbers().getFirst().setText(text));
    }

    private static List<Text> numbers() {
        return Ui.all(Text.class, field -> field.getShell().getText().equals("Edit exchange account")
                && (field.getStyle() & SWT.RIGHT) != 0 && field.isEnabled());
    }

    private static void open(String page) {
        Ui.display().asyncExec(() -> {
            var dialog = PreferencesUtil.createPreferenceDialogOn(null, page, null, null);
            dialog.getShell().setBounds(60, 60, 1120, 640);
            dialog.open();
        });
        Ui.await("the page", () -> Ui.button("Apply and Close").isPresent());
    }

    private static List<Text> fields() {
        return Ui.all(Text.class, text -> text.getShell().getText().startsWith("Preferences") && (text.getStyle() & SWT.READ_ONLY) == 0
                && (text.getStyle() & SWT.SEARCH) == 0);
    }

    private static void type(int field, String text) {
        Ui.await("the field", () -> fields().size() > field && fields().get(field).isEnabled());
        Ui.run(() -> fields().get(field).setText(text));
    }

    private static void choose(String label) {
        Ui.run(() -> {
            Ui.all(Button.class, button -> (button.getStyle() & SWT.RADIO) != 0)
                    .forEach(button -> button.setSelection(button.getText().replace("&", "").equals(label)));
            Ui.button(label).orElseThrow().notifyListeners(SWT.Selection, new Event());
        });
    }

    private static <T> T service(Class<T> type) {
        return find(type).orElseThrow();
    }

    private static <T> Optional<T> find(Class<T> type) {
        var tracker = new ServiceTracker<T, T>(FrameworkUtil.getBundle(SettingsPagesTest.class).getBundleContext(), type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.getService());
        } finally {
            tracker.close();
        }
    }
}
