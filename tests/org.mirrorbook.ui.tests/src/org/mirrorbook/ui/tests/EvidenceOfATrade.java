package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.AccountService;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The evidence of a trade of a practice account, with the real product: real sockets, a real recording, real widgets. */
final class EvidenceOfATrade {

    private static final int CHANGED = 6;
    private static final int NET = 10;
    private static final String TRADE_VIEW = "org.mirrorbook.ui.trade";
    private static final String JOURNAL_VIEW = "org.mirrorbook.ui.journal";

    private EvidenceOfATrade() {
    }

    /** Every change of a trade is told with its message, and the last row has the net of the journal. */
    static void isTold() {
        try {
            look();
        } finally {
            zoom(IWorkbenchPage.STATE_RESTORED);
        }
    }

    private static void look() {
        Ui.size(1440, 900);
        Ui.showView(TRADE_VIEW);
        Ui.showView("org.mirrorbook.ui.livePositions");
        Ui.await("the journal", 120, () -> find(JournalReader.class).isPresent() && find(AccountService.class).isPresent());
        if (find(AccountService.class).orElseThrow().accounts().isEmpty()) {
            Ui.press("Start Practice");
        }
        var trade = confirmed();
        // what is selected is told to the other views by the one that is active
        Ui.showView(JOURNAL_VIEW);
        select(trade);
        openEvidence();

        Ui.await("the evidence of the trade", 60, () -> !rows().isEmpty());
        var events = find(JournalReader.class).orElseThrow().events(trade.id());
        Ui.await("every change", 60, () -> rows().stream().filter(row -> !row.get(CHANGED).equals("nothing")).count() == events.size());
        var rows = Ui.on(EvidenceOfATrade::rows);
        // all digits, with the minus of the screen
        var last = rows.stream().map(row -> row.get(NET)).filter(net -> net.matches(".*[0-9].*")).toList().getLast();
        assertThat(new BigDecimal(last.replace('\u2212', '-').replace(",", "").replace("+", "")))
                .isEqualByComparingTo(trade.result().net());
        assertThat(rows).anyMatch(row -> row.get(CHANGED).endsWith("Opened")).anyMatch(row -> row.get(CHANGED).endsWith("Confirmed"));
        assertThat(numbers(rows)).as("in the order of the recording").isSortedAccordingTo(Comparator.naturalOrder()).isNotEmpty();
        assertThat(Ui.on(Ui::words)).contains("checksums verified").contains("same journal when replayed");

        zoom(IWorkbenchPage.STATE_MAXIMIZED);
        Ui.photograph("trade-evidence");
        Ui.press("Test replay");
        Ui.await("the whole recording to be folded", 120, () -> Ui.says("yes, tested"));
        Ui.size(1280, 800);
        Ui.photograph("trade-evidence-1280");
    }

    /** The first trade of which the exchange has told the final figures, and why it was closed. */
    private static Trade confirmed() {
        Supplier<Optional<Trade>> newest = () -> find(JournalReader.class).orElseThrow().trades(TradeQuery.all()).stream()
                .filter(trade -> trade.certainty() == Certainty.CONFIRMED && trade.exit().orElseThrow().reason().isPresent())
                .min(Comparator.comparing(Trade::openedAt));
        Ui.await("a confirmed trade", 150, () -> newest.get().isPresent());
        return newest.get().orElseThrow();
    }

    private static void select(Trade trade) {
        Ui.await("the row of the trade", 60, () -> {
            var provider = page().findView(JOURNAL_VIEW).getSite().getSelectionProvider();
            if (provider == null) {
                return false;
            }
            var element = provider instanceof TableViewer viewer
                    ? IntStream.range(0, viewer.getTable().getItemCount()).mapToObj(viewer::getElementAt).filter(row -> is(trade, row))
                            .findFirst().orElse(null)
                    : rowOf(trade);
            if (element != null) {
                provider.setSelection(new StructuredSelection(element));
            }
            return provider.getSelection() instanceof IStructuredSelection chosen && is(trade, chosen.getFirstElement());
        });
    }

    /** The rows of the views are not for other bundles: here one is looked at all the same. */
    private static boolean is(Trade trade, Object row) {
        try {
            return row != null && trade.id().equals(tradeRow().getMethod("id").invoke(row));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object rowOf(Trade trade) {
        var type = tradeRow();
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
            case "id", "key" -> trade.id();
            case "account" -> trade.slot().scope().account();
            case "cells" -> List.of();
            case "hashCode" -> trade.id().hashCode();
            default -> null;
        });
    }

    private static Class<?> tradeRow() {
        try {
            return Platform.getBundle("org.mirrorbook.ui").loadClass("org.mirrorbook.ui.model.TradeRow");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void openEvidence() {
        Ui.await("the tab", 30, () -> tab().isPresent());
        Ui.run(() -> tab().ifPresent(item -> item.getParent().setSelection(item)));
    }

    private static Optional<CTabItem> tab() {
        return Ui.all(CTabFolder.class, folder -> true).stream().flatMap(folder -> List.of(folder.getItems()).stream())
                .filter(item -> item.getText().startsWith("Evidence")).findFirst();
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> rows() {
        return Ui.find(Composite.class, control -> control.getData("evidence") instanceof Supplier<?>).map(Control.class::cast)
                .map(control -> ((Supplier<List<List<String>>>) control.getData("evidence")).get()).orElse(List.of());
    }

    private static List<Long> numbers(List<List<String>> rows) {
        return IntStream.range(0, rows.size()).mapToObj(rows::get).map(List::getFirst).filter(text -> text.matches("[0-9,]+"))
                .map(text -> Long.valueOf(text.replace(",", ""))).toList();
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    private static void zoom(int state) {
        Ui.run(() -> page().setPartState(page().findViewReference(TRADE_VIEW), state));
    }

    private static <T> Optional<T> find(Class<T> type) {
        var tracker = new ServiceTracker<T, T>(FrameworkUtil.getBundle(EvidenceOfATrade.class).getBundleContext(), type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.getService());
        } finally {
            tracker.close();
        }
    }
}
