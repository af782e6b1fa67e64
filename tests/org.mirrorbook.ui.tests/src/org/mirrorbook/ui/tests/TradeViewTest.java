package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.domain.journal.Trade;

/** The Trade view beside the Journal, driven as a user does. */
class TradeViewTest {

    private static final String JOURNAL = "org.mirrorbook.ui.journal";
    private static final String TRADE = "org.mirrorbook.ui.trade";

    private final Clock clock = Clock.fixed(Sample.NOW, ZoneOffset.UTC);
    private final Stage stage = new Stage(clock);
    private final StagedNotes notes = new StagedNotes(clock);
    private final Trade trade = Inspected.on(stage);

    @TempDir
    Path folder;

    @BeforeEach
    void show() {
        Ui.size(1280, 800);
        Ui.showView(JOURNAL);
        stage.open();
        Ui.await("the journal", () -> Ui.rows("Certainty").size() == 2);
        Ui.showView(TRADE);
        Ui.showView(JOURNAL);
        select();
        Ui.await("the trade", () -> words().contains("SOLUSDT"));
    }

    @AfterEach
    void close() {
        theme("org.eclipse.e4.ui.css.theme.e4_default");
        Ui.run(() -> folder().setSelection(0));
        notes.close();
        stage.close();
    }

    @Test
    void theSelectedTradeIsShownWithTheFiguresOfTheJournal() {
        // 424.85 − 15.16 = 409.69; 409.69 / (100 × (178.214 − 176)) = 409.69 / 221.40 = 1.8505
        assertThat(Ui.on(TradeViewTest::words))
                .contains("SOLUSDT, LONG, WIN, confirmed, +409.69, +1.85 LIVE R, Main, cross 10\u00d7, by hand");
        var row = Ui.on(() -> Ui.rows("Certainty")).stream().filter(cells -> cells.contains("SOLUSDT")).findFirst().orElseThrow();
        assertThat(row).contains("+409.69", "+1.85 LIVE", "178.214");
        assertThat(Ui.on(() -> Ui.rows("What"))).extracting(cells -> cells.subList(1, 4)).containsExactly(
                List.of("Open", "60", "178.420"), List.of("Add", "40", "177.905"), List.of("Reduce", "\u221250", "181.650"),
                List.of("Close", "\u221250", "183.275"));
        // 60 × (176 − 178.42) = −145.20; 171.80 + 50 × (178.3 − 178.214) = 176.10
        assertThat(Ui.on(() -> Ui.rows("If hit"))).extracting(cells -> cells.subList(1, 5)).containsExactly(
                List.of("Target", "184.000", "PLANNED", "\u2013"), List.of("Stop", "174.253", "ESTIMATED", "\u2212250.00"),
                List.of("Stop", "176.000", "LIVE, sets 1R", "\u2212145.20"), List.of("Stop", "178.300", "LIVE", "+176.10"));
        assertThat(Ui.on(TradeViewTest::words)).contains("MFE +271.30").contains("MAE \u2212128.40").contains("no feed gap");
        Ui.photograph("trade-overview-1280");
        theme("org.eclipse.e4.ui.css.theme.e4_dark");
        Ui.photograph("trade-overview-1280-dark");
    }

    @Test
    void whatIsNotedIsSavedByItselfAndCanBeTakenBack() {
        Ui.run(() -> text(SWT.MULTI).setText("Waited for the retest of 178."));

        Ui.await("the note to be saved", () -> notes.note(trade.id()).text().equals("Waited for the retest of 178."));
        Ui.await("the words", () -> words().contains("saved 14:06"));
        Ui.showView(TRADE);
        command("org.eclipse.ui.edit.undo");

        Ui.await("the note to be as it was", () -> notes.note(trade.id()).text().isEmpty() && text(SWT.MULTI).getText().isEmpty());
        command("org.eclipse.ui.edit.redo");
        Ui.await("the note to be back", () -> text(SWT.MULTI).getText().equals("Waited for the retest of 178."));
    }

    @Test
    void aNoteThatCannotBeSavedStaysInTheFieldAndIsTriedAgain() {
        notes.full = true;
        Ui.run(() -> text(SWT.MULTI).setText("First thought"));
        Ui.await("the words", () -> words().contains("not saved") && !words().contains("not saved yet"));
        assertThat(Ui.on(() -> text(SWT.MULTI).getText())).isEqualTo("First thought");

        notes.full = false;
        Ui.run(() -> text(SWT.MULTI).append(", and a second"));

        Ui.await("the note to be saved", () -> notes.note(trade.id()).text().equals("First thought, and a second"));
    }

    @Test
    void aTagIsAddedByItsCommandAndIsAChip() {
        command("org.mirrorbook.ui.addTag");
        Ui.await("the field", () -> Ui.find(Text.class, field -> field.getMessage().equals("New tag")).isPresent());
        Ui.run(() -> {
            var field = Ui.find(Text.class, one -> one.getMessage().equals("New tag")).orElseThrow();
            field.setText("trend-day");
            field.notifyListeners(SWT.DefaultSelection, new Event());
        });

        Ui.await("the tag", () -> notes.tags(trade.id()).equals(List.of("trend-day")));
        Ui.await("its chip", () -> words().contains("trend-day"));
        Ui.photograph("trade-notes");
        command("org.eclipse.ui.edit.undo");
        Ui.await("the tag to go", () -> notes.tags(trade.id()).isEmpty());
    }

    @Test
    void aPictureIsPastedAndWhatIsNoneIsRefusedInASentence() throws IOException {
        copy(ImageTransfer.getInstance(), Ui.on(TradeViewTest::drawing));
        Ui.showView(TRADE);
        command("org.eclipse.ui.edit.paste");

        Ui.await("the picture", () -> notes.attachments(trade.id()).size() == 1 && folder().getItem(2).getText().equals("Pictures 1"));
        assertThat(notes.attachments(trade.id()).getFirst().mediaType()).isEqualTo("image/png");

        var letter = Files.writeString(folder.resolve("letter.txt"), "no picture");
        copy(FileTransfer.getInstance(), new String[] {letter.toString()});
        command("org.eclipse.ui.edit.paste");

        Ui.await("the sentence", () -> Ui.says("letter.txt is no picture: PNG, JPEG, GIF, BMP, TIFF, SVG and WebP are."));
        Ui.photograph("trade-pictures");
        theme("org.eclipse.e4.ui.css.theme.e4_dark");
        Ui.photograph("trade-pictures-dark");
        command("org.eclipse.ui.edit.undo");
        Ui.await("the picture to go", () -> notes.attachments(trade.id()).isEmpty() && folder().getItem(2).getText().equals("Pictures"));
    }

    @Test
    void thePreviousAndTheNextTradeAreOneKeyAway() {
        Ui.showView(TRADE);
        var before = Ui.on(TradeViewTest::words);
        assertThat(before).contains("SOLUSDT, LONG");

        command("org.mirrorbook.ui.nextTrade");

        Ui.await("the older one", () -> words().contains("ETHUSDT, SHORT"));
        command("org.mirrorbook.ui.previousTrade");
        Ui.await("the newer one", () -> words().contains("SOLUSDT, LONG"));
    }

    private void select() {
        Ui.run(() -> {
            ISelectionProvider provider = page().findView(JOURNAL).getSite().getSelectionProvider();
            var row = provider instanceof TableViewer viewer
                    ? IntStream.range(0, viewer.getTable().getItemCount()).mapToObj(viewer::getElementAt).filter(Objects::nonNull)
                            .filter(this::isOfTheTrade).findFirst().orElseGet(this::row)
                    : row();
            provider.setSelection(new StructuredSelection(row));
        });
    }

    private boolean isOfTheTrade(Object row) {
        try {
            return trade.id().equals(tradeRow().getMethod("id").invoke(row));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows are not for other bundles; a selection of one can be told all the same. */
    private Object row() {
        return Proxy.newProxyInstance(tradeRow().getClassLoader(), new Class<?>[] {tradeRow()},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "id", "key" -> trade.id();
                    case "account" -> trade.slot().scope().account();
                    case "cells" -> List.of();
                    case "hashCode" -> trade.id().hashCode();
                    case "equals" -> proxy == arguments[0];
                    default -> "row of " + trade.id();
                });
    }

    private static Class<?> tradeRow() {
        try {
            return Platform.getBundle("org.mirrorbook.ui").loadClass("org.mirrorbook.ui.model.TradeRow");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the painted controls say. On the UI thread. */
    private static String words() {
        return Ui.all(Composite.class, canvas -> canvas.getData("words") instanceof Supplier<?>).stream()
                .map(canvas -> String.valueOf(((Supplier<?>) canvas.getData("words")).get())).reduce("", (one, two) -> one + "\n" + two)
                + "\n" + Ui.words();
    }

    private static Text text(int style) {
        return Ui.find(Text.class, text -> (text.getStyle() & style) != 0 && (text.getStyle() & SWT.READ_ONLY) == 0).orElseThrow();
    }

    private static CTabFolder folder() {
        return Ui.find(CTabFolder.class, tabs -> tabs.getItemCount() == 3 && tabs.getItem(0).getText().equals("Overview")).orElseThrow();
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    private static void command(String id) {
        Ui.run(() -> {
            try {
                PlatformUI.getWorkbench().getWorkbenchWindows()[0].getService(IHandlerService.class).executeCommand(id, null);
            } catch (CommandException e) {
                throw new IllegalStateException(id, e);
            }
        });
    }

    private static void copy(Transfer transfer, Object data) {
        Ui.run(() -> {
            var clipboard = new Clipboard(Ui.display());
            clipboard.setContents(new Object[] {data}, new Transfer[] {transfer});
            clipboard.dispose();
        });
    }

    private static ImageData drawing() {
        var image = new Image(Ui.display(), 320, 200);
        var gc = new GC(image);
        gc.setBackground(Ui.display().getSystemColor(SWT.COLOR_WHITE));
        gc.fillRectangle(0, 0, 320, 200);
        gc.setLineWidth(3);
        gc.drawPolyline(new int[] {10, 150, 80, 90, 140, 120, 220, 40, 310, 60});
        gc.dispose();
        var data = image.getImageData(100);
        image.dispose();
        return data;
    }

    private static void theme(String id) {
        Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
    }
}
