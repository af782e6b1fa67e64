package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.mirror.AccountService;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The wizard of the exchange accounts with the real product: keys are tested over real sockets at a practice exchange, and kept in the
 * vault. After the first day of a user, which begins without an account and without a master password.
 */
@Order(Integer.MAX_VALUE)
class AccountWizardTest {

    private static final String LABEL = "Wizard";

    @TempDir
    Path folder;

    @BeforeEach
    void show() {
        Ui.size(1280, 800);
        Ui.await("the accounts", 60, () -> find(AccountService.class).isPresent());
    }

    @AfterEach
    void close() {
        Ui.closeDialogs();
        var accounts = service(AccountService.class);
        accounts.find(LABEL).ifPresent(account -> accounts.remove(account.id()));
    }

    @Test
    void eachStepOfTheTestIsShownAndAKeyThatOnlyReadsIsAddedAndLaterEditedWithoutItsSecret() throws IOException {
        at("\"authorities\": [\"cpor\", \"coor\"], \"ips\": [\"203.0.113.7\"]", exchange -> {
            toTest(exchange, exchange.credentials().getFirst());

            Ui.await("the test", () -> Ui.button("Next >").orElseThrow().isEnabled());
            assertThat(Ui.on(() -> Ui.rows("Step"))).extracting(row -> row.get(1)).containsExactly("Reach Bitget", "Compare clocks",
                    "Find the kind of account", "Sign in", "What the key may do", "Read the open positions");
            assertThat(Ui.on(() -> Ui.rows("What Mirrorbook does"))).extracting(row -> row.subList(0, 2)).containsExactly(
                    List.of("Read positions and history", "yes"), List.of("Trade", "no"), List.of("Transfer between accounts", "unknown"),
                    List.of("Withdraw", "no"), List.of("Bound to an address", "203.0.113.7"));
            Ui.photograph("wizard-reads");
            Ui.press("Next >");
            Wizards.choose("A fixed amount");
            Ui.await("the number", () -> !numbers().isEmpty());
            Ui.run(() -> numbers().getFirst().setText("250"));
            Ui.photograph("wizard-risk");
            Ui.press("Finish");
            masterPasswordIfAsked();
            Ui.await("the account", 60, () -> Ui.rows("Live Mirror").stream().anyMatch(row -> row.get(1).equals(LABEL)
                    && row.contains("250.00 USDT") && row.contains("203.0.113.7")));
            var kept = service(AccountService.class).find(LABEL).orElseThrow();
            assertThat(kept.riskUnit()).contains(new RiskUnit.Fixed(new Money(new BigDecimal("250"), "USDT")));

            Ui.await("the selection", () -> Ui.button("Edit\u2026").filter(Button::isEnabled).isPresent());
            select();
            Ui.press("Edit\u2026");
            Ui.await("the wizard", () -> Ui.button("Finish").isPresent());
            assertThat(Ui.on(() -> Wizards.fields().stream().filter(text -> (text.getStyle() & SWT.PASSWORD) != 0).map(Text::getText)
                    .toList())).as("a kept key is never shown").containsExactly("", "", "");
            Ui.photograph("wizard-edit");
            Ui.press("Next >");
            Ui.await("the test of the kept key", () -> Ui.rows("Step").size() == 6);
            Ui.press("Finish");
            Ui.await("the wizard to close", () -> Ui.button("Finish").isEmpty());
            var after = service(AccountService.class).find(LABEL).orElseThrow();
            assertThat(after.keyMark()).isEqualTo(kept.keyMark());
            assertThat(service(CredentialVault.class).get(after.id())).isEqualTo(exchange.credentials().getFirst());
        });
    }

    @Test
    void aWrongKeyGetsASentenceAndIsNotKept() throws IOException {
        at("\"authorities\": [\"cpor\", \"coor\"]", exchange -> {
            var right = exchange.credentials().getFirst();
            toTest(exchange, new ApiCredential(right.apiKey(), right.secret(), "not the passphrase"));

            Ui.await("the refusal", () -> Ui.says("The exchange refuses this key. Nothing was saved."));
            assertThat(Ui.on(Ui::words)).contains("Go back, put it right, and test again.").doesNotContain(right.secret());
            assertThat(Ui.on(() -> Ui.button("Next >").orElseThrow().isEnabled())).isFalse();
            assertThat(Ui.on(() -> Ui.button("Finish").orElseThrow().isEnabled())).isFalse();
            Ui.photograph("wizard-wrong-key");
        });
        assertThat(service(AccountService.class).find(LABEL)).isEmpty();
    }

    @Test
    void aKeyThatCanTradeAsksForConsentWhichIsKeptWithTheAccount() throws IOException {
        at("\"authorities\": [\"cpow\", \"coow\"], \"ips\": [\"203.0.113.7\"]", exchange -> {
            toTest(exchange, exchange.credentials().getFirst());

            Ui.await("the question", () -> Ui.says("This key can trade. Mirrorbook needs your consent to keep it."));
            assertThat(Ui.on(() -> Ui.button("Next >").orElseThrow().isEnabled())).isFalse();
            Ui.photograph("wizard-consent");
            Ui.press("Keep this key although it can trade");
            Ui.await("the consent to count", () -> Ui.button("Finish").orElseThrow().isEnabled());
            Ui.press("Finish");
            masterPasswordIfAsked();
            Ui.await("the account", 60, () -> Ui.rows("Live Mirror").stream().anyMatch(row -> row.get(1).equals(LABEL)));
            assertThat(service(AccountService.class).find(LABEL).orElseThrow().acceptsTradingKey()).isTrue();
        });
    }

    @Test
    void aKeyThatCanWithdrawIsRefused() throws IOException {
        at("\"authorities\": [\"cpor\", \"wwow\"]", exchange -> {
            toTest(exchange, exchange.credentials().getFirst());

            Ui.await("the refusal", () -> Ui.says("This key can withdraw money. Mirrorbook does not accept it."));
            assertThat(Ui.on(() -> Ui.button("Keep this key although it can trade"))).isEmpty();
            assertThat(Ui.on(() -> Ui.button("Next >").orElseThrow().isEnabled())).isFalse();
            Ui.photograph("wizard-withdraws");
        });
    }

    private void at(String key, Consumer<PracticeExchange> story) throws IOException {
        var scenario = Files.writeString(folder.resolve("key.json"), "{\"trader\": false, \"key\": {" + key + "}, \"steps\": []}");
        var settings = new PracticeSettings(0, 7, BigDecimal.TEN, 1, Optional.empty(), Optional.empty(), false).withScenario(scenario);
        try (var exchange = service(PracticeVenue.class).start(settings)) {
            story.accept(exchange);
            // before the exchange goes: nothing of it is asked for any more
            close();
        }
    }

    private static void toTest(PracticeExchange exchange, ApiCredential key) {
        Ui.openPreferences();
        Ui.press("Add\u2026");
        Ui.await("the wizard", () -> Ui.button("Finish").isPresent());
        Wizards.choose("Practice: an exchange on this computer");
        Wizards.fill(LABEL, exchange.endpoint(), key);
        Ui.press("Next >");
        Ui.await("the page", () -> Ui.button("Test Again").isPresent());
    }

    private static List<Text> numbers() {
        return Ui.all(Text.class, text -> text.getShell().getText().endsWith("exchange account") && (text.getStyle() & SWT.RIGHT) != 0
                && text.isEnabled());
    }

    /** The vault of a home without a keyring asks once in a run. */
    private static void masterPasswordIfAsked() {
        Ui.await("the wizard to close or the question", 60, () -> Ui.button("Finish").isEmpty() || Ui.button("Encrypt Keys").isPresent());
        if (Ui.on(() -> Ui.button("Encrypt Keys").isPresent())) {
            Ui.run(() -> Ui.all(Text.class, text -> text.getShell().getText().equals("Mirrorbook") && (text.getStyle() & SWT.PASSWORD) != 0)
                    .forEach(text -> text.setText("correct horse")));
            Ui.press("Encrypt Keys");
            Ui.await("the wizard to close", 60, () -> Ui.button("Finish").isEmpty());
        }
    }

    private static void select() {
        Ui.run(() -> {
            var table = Ui.table("Live Mirror").orElseThrow();
            for (int row = 0; row < table.getItemCount(); row++) {
                if (table.getItem(row).getText(1).equals(LABEL)) {
                    table.setSelection(row);
                    table.notifyListeners(SWT.Selection, selection(table.getItem(row)));
                }
            }
        });
    }

    private static Event selection(TableItem item) {
        var event = new Event();
        event.item = item;
        return event;
    }

    private static <T> T service(Class<T> type) {
        return find(type).orElseThrow();
    }

    private static <T> Optional<T> find(Class<T> type) {
        var tracker = new ServiceTracker<T, T>(FrameworkUtil.getBundle(AccountWizardTest.class).getBundleContext(), type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.getService());
        } finally {
            tracker.close();
        }
    }
}
