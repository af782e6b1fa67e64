package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorTopics;

/** The Journal as a user drives it: filter, columns, export, and one too long to be held. Long: all of it is one view on one stage. */
class JournalViewTest {

    private static final String JOURNAL = "Certainty";
    private static final int MANY = 100_000;

    private final Stage stage = new Stage(Clock.fixed(Sample.NOW, ZoneOffset.UTC));

    @BeforeEach
    void show() {
        Ui.size(1440, 900);
        Ui.showView("org.mirrorbook.ui.journal");
    }

    @AfterEach
    void close() {
        Ui.closeDialogs();
        Ui.run(() -> field().setText(""));
        stage.close();
    }

    @Test
    void aFilterNarrowsTheTableAndItsTotalsAndIsClearedAgain() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("ten trades", () -> Ui.rows(JOURNAL).size() == 10);
        Ui.photograph("journal");

        Ui.run(() -> field().setText("sol, long"));

        Ui.await("the one that matches", () -> Ui.rows(JOURNAL).size() == 1);
        assertThat(Ui.on(() -> Ui.rows(JOURNAL)).getFirst()).contains("SOLUSDT", "LONG");
        Ui.await("its totals", () -> Ui.says("1 of 10 trades"));
        Ui.photograph("journal-filtered");

        Ui.run(() -> field().setText("nowhere, colour:red"));
        Ui.await("the empty state", () -> Ui.says("10 are hidden by the filter."));
        Ui.await("the word that was not understood", () -> field().getToolTipText().contains("colour:red"));
        Ui.photograph("journal-nothing-matches");
        Ui.press("Clear Filter");

        Ui.await("all trades", () -> Ui.rows(JOURNAL).size() == 10);
        assertThat(Ui.on(() -> field().getText())).isEmpty();
    }

    @Test
    void escapeClearsTheTextOfTheFilter() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("ten trades", () -> Ui.rows(JOURNAL).size() == 10);
        command("org.mirrorbook.ui.focusFilter", Map.of());
        Ui.run(() -> field().setText("open"));
        Ui.await("the open ones", () -> Ui.rows(JOURNAL).size() == 5 || Ui.rows(JOURNAL).stream().allMatch(row -> row.contains("OPEN")));

        Ui.run(() -> {
            var event = new Event();
            event.widget = field();
            event.keyCode = SWT.ESC;
            event.character = SWT.ESC;
            field().notifyListeners(SWT.KeyDown, event);
        });

        Ui.await("all trades", () -> Ui.rows(JOURNAL).size() == 10);
    }

    @Test
    void whatIsHeardComesInWithoutMovingWhatIsSelected() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("ten trades", () -> Ui.rows(JOURNAL).size() == 10);
        var symbol = Ui.on(() -> Ui.rows(JOURNAL).get(3).get(1));
        Ui.click(JOURNAL, 3);
        var main = stage.find("Main").orElseThrow();

        stage.journal(Sample.of(main, "NEWUSDT", Side.LONG, "1", "10", "2", "5", 0).open("1", "0"));

        Ui.await("the new trade", () -> Ui.rows(JOURNAL).size() == 11 && Ui.rows(JOURNAL).getFirst().contains("NEWUSDT"));
        assertThat(Ui.on(() -> Ui.rows(JOURNAL).get(4).get(1))).isEqualTo(symbol);
        Ui.await("the selection to have followed its row", () -> selectedPlace() == 4);
    }

    @Test
    void columnsAreShownThatWereAskedFor() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("ten trades", () -> Ui.rows(JOURNAL).size() == 10);
        assertThat(Ui.on(() -> Ui.columns(JOURNAL))).contains("Opened", "Net P&L", "Held").doesNotContain("Closed by");

        choose("Closed by", true);
        Ui.await("the column", () -> Ui.columns(JOURNAL).contains("Closed by"));

        choose("Closed by", false);
        Ui.await("the column to go", () -> !Ui.columns(JOURNAL).contains("Closed by"));
        Ui.size(1280, 800);
        Ui.photograph("journal-1280");
    }

    @Test
    void theSelectionIsExportedAsATableAndAllOfItAsJson(@TempDir Path folder) throws Exception {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("ten trades", () -> Ui.rows(JOURNAL).size() == 10);
        var symbol = Ui.on(() -> Ui.rows(JOURNAL).get(2).get(1));
        Ui.click(JOURNAL, 2);
        command("org.mirrorbook.ui.export", Map.of("org.mirrorbook.ui.export.file", folder.resolve("one.csv").toString()));
        Ui.await("the word that it is done", () -> Ui.says("1 trade is in"));
        Ui.closeDialogs();

        assertThat(Files.readAllLines(folder.resolve("one.csv"))).hasSize(2).last().asString().contains("," + symbol + ",");

        Ui.run(() -> field().setText("loss"));
        Ui.await("the losses", () -> Ui.rows(JOURNAL).stream().allMatch(row -> row.contains("LOSS")));
        int losses = Ui.on(() -> Ui.rows(JOURNAL).size());
        command("org.mirrorbook.ui.export", Map.of("org.mirrorbook.ui.export.file", folder.resolve("all.json").toString()));
        Ui.await("the word that it is done", () -> Ui.says("in " + folder.resolve("all.json")));
        assertThat(Files.readString(folder.resolve("all.json")).split("\"fingerprint\"")).hasSize(losses + 1);
    }

    @Test
    void aLongJournalIsOpenedAtItsFirstPageAndItsEndIsNear() {
        var main = stage.account("Main", Environment.LIVE, "classic", true);
        stage.link(main, LinkStatus.of(LinkState.LIVE, Sample.NOW));
        for (int i = 0; i < MANY; i++) {
            var trade = Sample.of(main, "S" + i % 50 + "USDT", Side.LONG, "1", "10", "2", "5", i + 100)
                    .closed(Integer.toString(i % 7 - 3), "-0.1", "11", Certainty.CONFIRMED, Exit.Basis.RECORD, 30);
            stage.trades.put(trade.id(), trade);
        }
        long begin = System.nanoTime();
        stage.open();
        Ui.await("the first page", () -> rowCount() > 0);
        long first = System.nanoTime() - begin;
        Ui.await("all of them", () -> rowCount() == MANY);
        long all = System.nanoTime() - begin;
        Ui.await("the totals", () -> Ui.says("100,000 trades"));
        begin = System.nanoTime();
        Ui.run(() -> {
            var event = new Event();
            event.widget = table();
            event.keyCode = SWT.END;
            event.stateMask = SWT.MOD1;
            table().setFocus();
            table().notifyListeners(SWT.KeyDown, event);
        });
        Ui.await("the last row", () -> table().getDataValueByPosition(1, table().getRowCount() - 1).toString().startsWith("S"));
        long jump = System.nanoTime() - begin;
        System.out.printf("JOURNAL %d trades: first page %d ms, whole order %d ms, jump to the end %d ms%n", MANY,
                Duration.ofNanos(first).toMillis(), Duration.ofNanos(all).toMillis(), Duration.ofNanos(jump).toMillis());
        Ui.photograph("journal-long");
        assertThat(Duration.ofNanos(jump)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsReadFarDownStaysWhereItIsWhenThousandsComeInAbove() {
        var main = stage.account("Main", Environment.LIVE, "classic", true);
        stage.link(main, LinkStatus.of(LinkState.LIVE, Sample.NOW));
        fill(main, "OLD", 6_000, 10_000);
        stage.open();
        Ui.await("all of them", () -> rowCount() == 6_000);
        // a hundred rows above the end, and a few points into the first row in sight
        Ui.run(() -> viewport(table()).setOriginY(5_900 * rowHeight() + 7));
        Ui.await("the rows there", () -> firstInSight().startsWith("OLD5900USDT"));
        Ui.run(() -> table().doCommand(new SelectRowsCommand(table(), 1, 6, false, false)));
        int selected = Ui.on(this::selectedPlace);
        assertThat(selected).isBetween(5_901, 5_910);

        fill(main, "NEW", 5_000, 100);
        stage.post(MirrorTopics.TRADE_PREFIX + "IMPORTED", Map.of());

        Ui.await("all of them", () -> rowCount() == 11_000);
        Ui.await("the rows that were in sight", () -> firstInSight().startsWith("OLD5900USDT"));
        assertThat(Ui.on(() -> viewport(table()).getOrigin().getY())).isEqualTo(Ui.on(() -> 10_900 * rowHeight() + 7));
        Ui.await("the selection to have followed its row", () -> selectedPlace() == selected + 5_000);
    }

    @Test
    void aPressOnATitleSortsAndSelectsNothing() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("ten trades", () -> Ui.rows(JOURNAL).size() == 10);
        var before = Ui.on(() -> column("Symbol"));

        drag("Symbol", "Symbol");

        Ui.await("the order of the alphabet", () -> column("Symbol").equals(before.stream().sorted().toList()));
        assertThat(Ui.on(this::selectedPlace)).isEqualTo(-1);
        drag("Symbol", "Symbol");
        Ui.await("the other way round", () -> column("Symbol").equals(before.stream().sorted(Comparator.reverseOrder()).toList()));
        drag("Symbol", "Symbol");
        Ui.await("the order of the journal", () -> column("Symbol").equals(before));
    }

    @Test
    void aTitleIsDraggedToAnotherPlace() {
        ThreeAccounts.on(stage);
        stage.open();
        Ui.await("ten trades", () -> Ui.rows(JOURNAL).size() == 10);
        var before = Ui.on(() -> Ui.columns(JOURNAL));

        drag("Side", "Opened");

        Ui.await("it to be there", () -> Ui.columns(JOURNAL).indexOf("Side") < 2);
        assertThat(Ui.on(() -> Ui.columns(JOURNAL))).containsExactlyInAnyOrderElementsOf(before);
        drag("Side", "Symbol");
        Ui.await("it behind the symbol", () -> Ui.columns(JOURNAL).indexOf("Side") == 2 && Ui.columns(JOURNAL).equals(before));
    }

    private static List<String> column(String title) {
        int at = Ui.columns(JOURNAL).indexOf(title);
        return Ui.rows(JOURNAL).stream().map(row -> row.get(at)).toList();
    }

    /** Presses the mouse on a title and lets it go on another one, behind its middle where that is to the right; on itself it is a click. */
    @SuppressWarnings("unchecked")
    private static void drag(String title, String to) {
        Ui.run(() -> {
            var places = (BiFunction<Integer, String, Rectangle>) table().getData("places");
            var from = places.apply(0, title);
            var there = places.apply(0, to);
            int begin = from.x + from.width / 2;
            int end = title.equals(to) ? begin : there.x < from.x ? there.x + there.width / 4 : there.x + there.width * 3 / 4;
            mouse(SWT.MouseDown, begin);
            for (int step = 1; step <= 10 && begin != end; step++) {
                mouse(SWT.MouseMove, begin + (end - begin) * step / 10);
            }
            mouse(SWT.MouseUp, end);
        });
    }

    private static void mouse(int type, int x) {
        var event = new Event();
        event.widget = table();
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.stateMask = type == SWT.MouseDown ? 0 : SWT.BUTTON1;
        event.count = 1;
        event.x = x;
        event.y = 12;
        table().notifyListeners(type, event);
    }

    /** So many closed trades, one a minute, the newest so many minutes ago. */
    private void fill(Account account, String symbol, int count, int minutesAgo) {
        for (int i = 0; i < count; i++) {
            var trade = Sample.of(account, symbol + i + "USDT", Side.LONG, "1", "10", "2", "5", minutesAgo + i)
                    .closed("1", "-0.1", "11", Certainty.CONFIRMED, Exit.Basis.RECORD, 30);
            stage.trades.put(trade.id(), trade);
        }
    }

    private static int rowHeight() {
        return viewport(table()).getRowHeightByPosition(0);
    }

    private static String firstInSight() {
        return String.valueOf(viewport(table()).getDataValueByPosition(1, 0));
    }

    private static int rowCount() {
        return Ui.grid(JOURNAL).map(grid -> rows((NatTable) grid)).orElse(0);
    }

    private static int rows(NatTable table) {
        return viewport(table).getScrollableLayer().getRowCount();
    }

    private static ViewportLayer viewport(NatTable table) {
        return (ViewportLayer) ((CompositeLayer) table.getLayer()).getChildLayerByLayoutCoordinate(0, 1);
    }

    private int selectedPlace() {
        return ((SelectionLayer) viewport(table()).getScrollableLayer()).getSelectedRowPositions().stream().mapToInt(range -> range.start)
                .findFirst().orElse(-1);
    }

    private static NatTable table() {
        return (NatTable) Ui.grid(JOURNAL).orElseThrow();
    }

    private static Text field() {
        return Ui.find(Text.class, text -> text.getMessage().startsWith("Filter:")).orElseThrow();
    }

    private static void choose(String column, boolean shown) {
        Ui.display().asyncExec(() -> execute("org.mirrorbook.ui.journal.columns", Map.of()));
        Ui.await("the columns to choose", () -> columns().isPresent());
        Ui.run(() -> {
            var item = List.of(columns().orElseThrow().getItems()).stream().filter(one -> one.getText().equals(column)).findFirst()
                    .orElseThrow();
            item.setChecked(shown);
            var event = new Event();
            event.item = item;
            event.detail = SWT.CHECK;
            columns().orElseThrow().notifyListeners(SWT.Selection, event);
        });
        Ui.press("OK");
        Ui.await("the dialog to close", () -> columns().isEmpty());
    }

    private static Optional<Table> columns() {
        return Ui.find(Table.class, table -> (table.getStyle() & SWT.CHECK) != 0 && table.getItemCount() > 20);
    }

    private static void command(String id, Map<String, String> parameters) {
        Ui.run(() -> execute(id, parameters));
    }

    private static void execute(String id, Map<String, String> parameters) {
        var workbench = PlatformUI.getWorkbench();
        var command = workbench.getService(ICommandService.class).getCommand(id);
        try {
            workbench.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
        } catch (Exception e) {
            throw new IllegalStateException(id, e);
        }
    }
}
