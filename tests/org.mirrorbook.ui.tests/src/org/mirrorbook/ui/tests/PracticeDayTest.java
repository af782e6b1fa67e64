package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The first day of a user, with the real product: real sockets to a practice exchange, real Derby, real widgets. One step rests on the
 * other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PracticeDayTest {

    private static final long SECONDS_TO_A_POSITION = 20;

    @BeforeEach
    void show() {
        Ui.size(1280, 800);
        Ui.showView("org.mirrorbook.ui.journal");
        Ui.showView("org.mirrorbook.ui.livePositions");
    }

    @AfterEach
    void close() {
        Ui.closeDialogs();
    }

    @Test
    @Order(1)
    void onFirstLaunchOnePressShowsAMirroredPositionThatMoves() {
        Ui.await("the welcome", 60, () -> Ui.button("Start Practice").isPresent());

        long pressed = System.nanoTime();
        Ui.press("Start Practice");

        Ui.await("a live position", SECONDS_TO_A_POSITION, () -> Ui.rows("Unrealised").stream()
                .anyMatch(row -> row.getFirst().startsWith("practice")));
        System.out.printf("a position after %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pressed));
        var before = Ui.on(() -> Ui.rows("Unrealised"));
        Ui.await("a price to move", () -> !Ui.rows("Unrealised").isEmpty() && !Ui.rows("Unrealised").equals(before));
        Ui.await("the trade in the journal", () -> !Ui.rows("Certainty").isEmpty());
        assertThat(Ui.on(Ui::words)).contains("PRACTICE").doesNotContain("needs attention");
        Ui.photograph("practice-live");
    }

    @Test
    @Order(2)
    void aClosedTradeIsConfirmedInTheJournalViewWithTheFiguresOfTheJournal() {
        Ui.await("a confirmed trade", 90, () -> Ui.rows("Certainty").stream().anyMatch(row -> row.contains("confirmed")));

        Ui.photograph("practice-confirmed");
        var confirmed = Ui.on(() -> Ui.rows("Certainty").stream().filter(row -> row.contains("confirmed")).reduce((a, b) -> b)
                .orElseThrow());
        var kept = service(JournalReader.class).trades(TradeQuery.all()).stream().filter(trade -> !trade.isOpen()).toList();
        assertThat(kept).extracting(trade -> trade.slot().instrument()).contains(confirmed.get(1));
        assertThat(kept).as("a trade with the net of the row, %s", confirmed.get(9)).anyMatch(trade -> tells(confirmed.get(9), trade));
    }

    @Test
    @Order(3)
    void switchedOffInThePreferencesThePositionsLeaveAndTheLaneEnds() {
        Ui.await("a position", 60, () -> !Ui.rows("Unrealised").isEmpty());
        assertThat(lanes()).isNotEmpty();
        Ui.openPreferences();
        Ui.await("the account", () -> Ui.rows("Live Mirror").size() == 1
                && Ui.rows("Live Mirror").getFirst().getLast().startsWith("live since"));
        Ui.await("the kind that the mirror learned", () -> Ui.rows("Live Mirror").getFirst().contains("Bitget, classic"));
        Ui.photograph("practice-accounts");

        Ui.check("Live Mirror", 0, false);

        Ui.await("the state", () -> Ui.rows("Live Mirror").getFirst().getLast().equals("off"));
        Ui.await("the positions to leave", () -> Ui.rows("Unrealised").isEmpty());
        Ui.await("the thread to end", () -> lanes().isEmpty());
        assertThat(service(MirrorDirectory.class).links()).isEmpty();
        Ui.closeDialogs();
        Ui.await("the honest words", () -> Ui.says("No account is mirrored"));
        Ui.await("the journal to follow", () -> Ui.rows("Certainty").stream().noneMatch(row -> row.contains("live")));
        assertThat(Ui.on(() -> Ui.rows("Certainty"))).anyMatch(row -> row.contains("not watched"));
        Ui.photograph("practice-off");
    }

    @Test
    @Order(4)
    void switchedOnAgainTheyComeBack() {
        Ui.openPreferences();
        Ui.await("the account", () -> Ui.rows("Live Mirror").size() == 1);

        Ui.check("Live Mirror", 0, true);

        Ui.await("the state", () -> Ui.rows("Live Mirror").getFirst().getLast().startsWith("live since"));
        Ui.closeDialogs();
        Ui.await("a position", 60, () -> !Ui.rows("Unrealised").isEmpty());
    }

    @Test
    @Order(5)
    void anAccountWithAKeyAsksForAMasterPasswordWhereThereIsNoKeyring() {
        try (var exchange = service(PracticeVenue.class).start(settings())) {
            Ui.openPreferences();
            Ui.press("Add\u2026");
            Ui.await("the wizard", () -> Ui.button("Finish").isPresent());
            Wizards.choose("Practice: an exchange on this computer");
            Wizards.fill("Second", exchange.endpoint(), exchange.credentials().getFirst());
            Ui.press("Next >");
            Ui.await("the test", () -> Ui.button("Finish").orElseThrow().isEnabled());
            Ui.press("Finish");

            Ui.await("the question", () -> Ui.says("Choose a master password"));
            Ui.photograph("master-password");
            Ui.run(() -> Ui.all(Text.class, text -> text.getShell().getText().equals("Mirrorbook") && (text.getStyle() & SWT.PASSWORD) != 0)
                    .forEach(text -> text.setText("correct horse")));
            Ui.press("Encrypt Keys");

            Ui.await("the account to be live", 60, () -> Ui.rows("Live Mirror").stream()
                    .anyMatch(row -> row.get(1).equals("Second") && row.getLast().startsWith("live since")));
            Ui.photograph("practice-second-account");
            Ui.press("Remove\u2026");
            Ui.await("the question about the account that was added last", () -> Ui.says("Remove the account Second?"));
            Ui.press("Remove Account");
            Ui.await("the account to go", () -> Ui.rows("Live Mirror").size() == 1);
        }
        assertThat(service(AccountService.class).accounts()).extracting(Account::label).containsExactly("practice");
    }

    @Test
    @Order(6)
    void theEvidenceOfATradeHasEveryChangeAndEndsWithTheNetOfTheJournal() {
        EvidenceOfATrade.isTold();
    }

    private static PracticeSettings settings() {
        return new PracticeSettings(0, 7, BigDecimal.TEN, 1, Optional.empty(), Optional.empty(), true);
    }

    /** Whether a cell tells this net, to the last digit that it shows: cents of a dollar coin, more of a coin that is worth more. */
    private static boolean tells(String cell, Trade trade) {
        var shown = new BigDecimal(cell.replace('\u2212', '-').replace("+", "").replace(",", ""));
        return shown.compareTo(trade.result().net().setScale(shown.scale(), RoundingMode.HALF_UP)) == 0;
    }

    private static List<String> lanes() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.equals("mirror practice")).toList();
    }

    private static <T> T service(Class<T> type) {
        var tracker = new ServiceTracker<T, T>(FrameworkUtil.getBundle(PracticeDayTest.class).getBundleContext(), type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.getService()).orElseThrow();
        } finally {
            tracker.close();
        }
    }
}
