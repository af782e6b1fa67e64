package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.mirror.MirrorTopics;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.util.tracker.ServiceTracker;

/** What stands around the views: status line, notifications, hidden money, keys, help and the page that greets. */
class ShellTest {

    private static final String BULLETS = "\u2022\u2022\u2022";

    private final Stage stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));

    @BeforeEach
    void open() {
        Ui.size(1280, 800);
        ThreeAccounts.on(stage);
        stage.open();
        Ui.showView("org.mirrorbook.ui.journal");
        Ui.showView("org.mirrorbook.ui.livePositions");
    }

    @AfterEach
    void close() {
        preferences("notify.OPENED", true);
        preferences("look.hideMoney", false);
        Ui.closeDialogs();
        stage.close();
    }

    @Test
    void theStatusLineTellsEveryStateInWords() {
        Ui.await("the states", () -> Ui.says("1 live") && Ui.says("1 reconnecting since 14:02") && Ui.says("1 needs attention"));
        // each of the staged links heard something three seconds ago
        Ui.await("the last message", () -> Ui.says("Last message 3.0 s ago"));
        Ui.await("the books", () -> Ui.says("Books: "));
        Ui.photograph("status-line");
    }

    @Test
    void anOpenedAndAClosedPositionComeUpOnTheDesktopTogether() {
        var opened = solana().open("12.5", "0");
        var closed = solana().closed("424.85", "-15.16", "182.463", Certainty.CONFIRMED, Exit.Basis.RECORD, 320);
        stage.journal(opened);
        post(MirrorTopics.OPENED, opened);
        Ui.await("the notification", () -> Ui.says("Opened: SOLUSDT long, Main, 100 at 178.214"));
        stage.journal(closed);

        post(MirrorTopics.CLOSED, closed);

        // net: 424.85 gross, 15.16 fees, no funding
        Ui.await("the other one with it", () -> Ui.says("Closed: SOLUSDT long, Main, +409.69 USDT"));
        assertThat(Ui.on(() -> notifications())).as("never more than one on the screen").isEqualTo(1);
        Ui.photograph("notification");
    }

    @Test
    void aNotificationThatIsSwitchedOffDoesNotComeAndNoneTellsHiddenMoney() {
        preferences("notify.OPENED", false);
        preferences("look.hideMoney", true);
        var opened = solana().open("12.5", "0");
        stage.journal(opened);
        post(MirrorTopics.OPENED, opened);
        var closed = solana().closed("424.85", "-15.16", "182.463", Certainty.CONFIRMED, Exit.Basis.RECORD, 320);
        stage.journal(closed);

        post(MirrorTopics.CLOSED, closed);

        Ui.await("the one that is wanted", () -> Ui.says("Closed: SOLUSDT long, Main"));
        assertThat(Ui.on(Ui::words)).doesNotContain("Opened: SOLUSDT").doesNotContain("409.69");
    }

    @Test
    void hiddenMoneyIsBulletsInTheViewsUntilItIsShownAgain() {
        Ui.await("the totals", () -> Ui.says("265.22") || Ui.says("USDT, "));

        run("org.mirrorbook.ui.hideMoney");

        Ui.await("bullets", () -> Ui.says(BULLETS));
        assertThat(InstanceScope.INSTANCE.getNode("org.mirrorbook.ui").getBoolean("look.hideMoney", false)).isTrue();
        Ui.photograph("money-hidden");
        run("org.mirrorbook.ui.hideMoney");
        Ui.await("figures", () -> !Ui.says(BULLETS));
    }

    @Test
    void ourKeysCountInOurContext() {
        assertThat(Ui.on(() -> PlatformUI.getWorkbench().getService(IContextService.class).getActiveContextIds().stream()
                .map(Object::toString).toList())).contains("org.mirrorbook.ui.context");
        assertThat(Ui.on(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getBestActiveBindingFormattedFor("org.mirrorbook.ui.syncNow"))).isEqualTo("F5");
        assertThat(Ui.on(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getBestActiveBindingFormattedFor("org.mirrorbook.ui.hideMoney"))).isEqualTo("Shift+Ctrl+H");
        assertThat(Ui.on(() -> PlatformUI.getWorkbench().getService(IBindingService.class)
                .getBestActiveBindingFormattedFor("org.eclipse.ui.window.quickAccess"))).isEqualTo("Ctrl+3");
    }

    @Test
    void helpOpensAtThePageOfTheActiveView() {
        Ui.showView("org.mirrorbook.ui.journal");

        run("org.mirrorbook.ui.help");

        Ui.await("the page of the journal", () -> Ui.says("Journal"));
        Ui.photograph("help");
        Ui.run(() -> {
            var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            page.hideView(page.findView("org.mirrorbook.ui.helpPages"));
        });
    }

    @Test
    void thePageThatGreetsOffersPracticeBitgetAndWhatIsWorthALook() {
        Ui.showView("org.mirrorbook.ui.welcome");

        Ui.await("both ways", () -> Ui.button("Start Practice").isPresent() && Ui.button("Connect Bitget\u2026").isPresent());
        assertThat(Ui.on(() -> Ui.says("Welcome to Mirrorbook") && Ui.says("How your data is kept"))).isTrue();
        Ui.await("nothing beside it", () -> Ui.grid("Certainty").isEmpty());
        Ui.photograph("welcome-page");
        Ui.run(() -> {
            var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            page.hideView(page.findView("org.mirrorbook.ui.welcome"));
        });
        Ui.await("the views behind it", () -> Ui.grid("Certainty").isPresent());
    }

    private Sample solana() {
        return Sample.of(stage.find("Main").orElseThrow(), "SOLUSDT", Side.LONG, "100", "178.214", "10", "1782", 345);
    }

    private static long notifications() {
        return Stream.of(Ui.display().getShells())
                .filter(shell -> shell.getData("org.mirrorbook.ui.notification") != null).filter(Shell::isVisible).count();
    }

    private static void preferences(String key, boolean value) {
        Ui.run(() -> InstanceScope.INSTANCE.getNode("org.mirrorbook.ui").putBoolean(key, value));
    }

    private static void run(String command) {
        Ui.run(() -> {
            try {
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void post(String topic, Trade trade) {
        var tracker = new ServiceTracker<EventAdmin, EventAdmin>(FrameworkUtil.getBundle(ShellTest.class).getBundleContext(),
                EventAdmin.class, null);
        tracker.open();
        tracker.getService().postEvent(new Event(topic, Map.of(MirrorTopics.TRADE, trade.id().value(), MirrorTopics.LABEL, "Main",
                MirrorTopics.ACCOUNT, trade.slot().scope().account().value())));
        tracker.close();
    }
}
