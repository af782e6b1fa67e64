package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.preference.IPreferenceNode;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A picture of every perspective, view, page and of each state of the wizard in both themes: what there is, the registries say, so nothing
 * that is added later is forgotten. All in the light theme before all in the dark one, in a process of its own.
 */
@Order(2)
class BothThemesTest {

    private static final String OURS = "org.mirrorbook.ui.";
    private static final String ACCOUNT = "Add exchange account";

    private Stage stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        Ui.closeDialogs();
        Theme.back();
        perspective(OURS + "live");
        stage.close();
    }

    @Test
    void everyViewAndPageIsToBeSeenInBothThemes() {
        Ui.size(1280, 800);
        for (Theme theme : Theme.values()) {
            theme.show();
            withoutAccounts(theme);
            fill();
            var seen = perspectives(theme);
            views(theme, seen);
            assertThat(seen).containsExactlyInAnyOrderElementsOf(Ui.on(BothThemesTest::views));
            pages(theme);
            dialogs(theme);
            another();
            tabsOfTheTrade(theme);
            another();
        }
    }

    private void withoutAccounts(Theme theme) {
        stage.open();
        perspective(OURS + "live");
        Ui.await("the welcome", () -> Ui.button("Connect Bitget\u2026").isPresent());
        theme.photograph("empty-live");
        perspective(OURS + "books");
        theme.photograph("empty-books");
        perspective(OURS + "live");
        wizard(theme);
        another();
    }

    private void another() {
        stage.close();
        stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));
    }

    /** All three states of a link, each kind of stop, books that differ. */
    private void fill() {
        ThreeAccounts.on(stage);
        var positions = stage.view();
        var risky = Risky.on(stage);
        ThreeAccounts.on(stage);
        stage.view(positions);
        stage.books.differences.put(risky.main.id(), risky.differences());
        stage.open();
        perspective(OURS + "books");
        Ui.await("the accounts", () -> Ui.rows("Last compared").size() == 3);
        Ui.showView(OURS + "reconciliation");
        Ui.click("Last compared", Ui.on(() -> Ui.rows("Last compared").stream().map(List::getFirst).toList().indexOf("Main")));
        Ui.await("its name", () -> Ui.says("Main was not compared") || Ui.says("Not compared yet."));
        command("org.mirrorbook.ui.compare");
        Ui.await("what differs", () -> Ui.rows("Last compared").stream().anyMatch(row -> row.contains("3 differences")));
    }

    private static Set<String> perspectives(Theme theme) {
        var seen = new TreeSet<String>();
        Stream.of(Ui.on(() -> PlatformUI.getWorkbench().getPerspectiveRegistry().getPerspectives())).map(IPerspectiveDescriptor::getId)
                .filter(id -> id.startsWith(OURS)).forEach(id -> {
                    perspective(id);
                    theme.photograph("perspective-" + id.substring(OURS.length()));
                    assertThat(Ui.on(BothThemesTest::toolsBelowTheirTab)).as("tool bars over the first line of a view").isEmpty();
                    Ui.on(() -> Stream.of(page().getViewReferences()).map(IViewReference::getId).toList()).forEach(view -> {
                        Ui.showView(view);
                        theme.photograph("view-" + view.substring(OURS.length()));
                        seen.add(view);
                    });
                });
        return seen;
    }

    private static List<String> toolsBelowTheirTab() {
        return Ui.all(CTabFolder.class, tabs -> tabs.getTopRight() != null && tabs.getTopRight().getVisible()
                && tabs.getTopRight().getLocation().y >= tabs.getTabHeight()).stream().map(tabs -> tabs.getSelection().getText()).toList();
    }

    /** Those that no perspective has from the start. */
    private static void views(Theme theme, Set<String> seen) {
        perspective(OURS + "live");
        Ui.on(BothThemesTest::views).stream().filter(view -> !seen.contains(view)).forEach(view -> {
            Ui.showView(view);
            theme.photograph("view-" + view.substring(OURS.length()));
            Ui.run(() -> page().hideView(page().findView(view)));
            seen.add(view);
        });
    }

    private static List<String> views() {
        return Stream.of(PlatformUI.getWorkbench().getViewRegistry().getViews()).map(IViewDescriptor::getId)
                .filter(id -> id.startsWith(OURS)).toList();
    }

    private void tabsOfTheTrade(Theme theme) {
        Inspected.on(stage);
        stage.open();
        Ui.showView(OURS + "trade");
        Ui.showView(OURS + "journal");
        Ui.await("its row", () -> Ui.rows("Certainty").stream().anyMatch(cells -> cells.contains("+1.85 LIVE")));
        int row = Ui.on(() -> Ui.rows("Certainty").stream().map(cells -> cells.contains("+1.85 LIVE")).toList().indexOf(true));
        Ui.click("Certainty", row);
        Ui.await("its executions", () -> Ui.rows("What").size() == 4);
        Ui.on(() -> Stream.of(tabs().getItems()).map(tab -> tab.getText()).toList()).forEach(tab -> {
            Ui.run(() -> select(tab));
            theme.photograph("trade-" + tab.toLowerCase().replaceAll("\\W+", "-"));
        });
        Ui.run(() -> tabs().setSelection(0));
    }

    private static void select(String tab) {
        var folder = tabs();
        folder.setSelection(Stream.of(folder.getItems()).map(item -> item.getText()).toList().indexOf(tab));
        var event = new Event();
        event.item = folder.getSelection();
        folder.notifyListeners(SWT.Selection, event);
    }

    private static CTabFolder tabs() {
        return Ui.find(CTabFolder.class, tabs -> tabs.getItemCount() == 3 && tabs.getItem(0).getText().equals("Overview")).orElseThrow();
    }

    private static void pages(Theme theme) {
        var pages = Ui.on(() -> PlatformUI.getWorkbench().getPreferenceManager().getElements(PreferenceManager.PRE_ORDER).stream()
                .map(IPreferenceNode::getId).filter(id -> id.startsWith(OURS)).collect(Collectors.toList()));
        assertThat(pages).hasSizeGreaterThan(5);
        for (var page : pages) {
            Ui.display().asyncExec(() -> PreferencesUtil.createPreferenceDialogOn(null, page, null, null).open());
            Ui.await("the page " + page, () -> Stream.of(Ui.display().getShells()).anyMatch(BothThemesTest::isOnAPage));
            theme.photograph("page-" + page.substring(OURS.length()).replace("preferences.", ""));
            Ui.closeDialogs();
        }
    }

    private static boolean isOnAPage(Shell shell) {
        return shell.isVisible() && shell.getData() instanceof PreferenceDialog dialog && dialog.getSelectedPage() != null;
    }

    private static void dialogs(Theme theme) {
        Ui.openPreferences();
        Ui.await("three accounts", () -> Ui.rows("Live Mirror").size() == 3);
        theme.photograph("accounts");
        Ui.press("Remove\u2026");
        Ui.await("the question", () -> Ui.button("Keep Account").isPresent());
        theme.photograph("remove-account");
        Ui.closeDialogs();
        for (var command : List.of("chooseColumns", "planStop")) {
            Ui.showView(OURS + "livePositions");
            Ui.click("Unrealised", 1);
            command(OURS + command);
            Ui.await("the dialog", () -> Ui.display().getActiveShell() != PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
            theme.photograph("dialog-" + command);
            Ui.closeDialogs();
        }
    }

    /** From the welcome, with each answer that the exchange gives to a key. */
    private static void wizard(Theme theme) {
        Ui.press("Connect Bitget\u2026");
        Ui.await("the wizard", () -> Ui.button("Finish").isPresent());
        theme.photograph("wizard-empty");
        test(Stage.REFUSED, "The exchange refuses this key. Nothing was saved.");
        theme.photograph("wizard-wrong-key");
        Ui.press("< Back");
        test(Stage.UNREACHABLE, "You may save it untested");
        theme.photograph("wizard-unreachable");
        Ui.press("< Back");
        test(Stage.TRADING, "This key can trade. Mirrorbook needs your consent to keep it.");
        theme.photograph("wizard-consent");
        Ui.press("< Back");
        test("good", "This key only reads, and only from the addresses it is bound to.");
        theme.photograph("wizard-reads");
        Ui.press("Next >");
        Ui.await("the last page", () -> Ui.says("What do you risk in a trade?"));
        theme.photograph("wizard-risk");
        Ui.closeDialogs();
    }

    private static void test(String key, String outcome) {
        Ui.run(() -> {
            var texts = Ui.all(Text.class, text -> (text.getStyle() & SWT.BORDER) != 0 && (text.getStyle() & SWT.READ_ONLY) == 0
                    && text.getShell().getText().equals(ACCOUNT));
            texts.stream().filter(text -> (text.getStyle() & SWT.PASSWORD) == 0).findFirst().orElseThrow().setText("Main");
            texts.stream().filter(text -> (text.getStyle() & SWT.PASSWORD) != 0).forEach(text -> text.setText(key));
        });
        Ui.press("Next >");
        Ui.await(outcome, () -> Ui.says(outcome));
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    private static void perspective(String id) {
        Ui.run(() -> {
            try {
                PlatformUI.getWorkbench().showPerspective(id, PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
            } catch (WorkbenchException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** As a menu runs it; a dialog that it opens blocks the UI thread's loop. */
    private static void command(String id) {
        Ui.display().asyncExec(() -> {
            try {
                PlatformUI.getWorkbench().getWorkbenchWindows()[0].getService(IHandlerService.class).executeCommand(id, null);
            } catch (CommandException e) {
                throw new IllegalStateException(id, e);
            }
        });
    }
}
