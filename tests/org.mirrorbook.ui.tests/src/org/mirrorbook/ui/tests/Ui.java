package org.mirrorbook.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;

/**
 * Drives the workbench from beside its UI thread: finds widgets, presses them, waits for what follows, photographs. Long, since it is all
 * that a user does, small step by small step.
 */
final class Ui {

    private static final long PATIENCE_SECONDS = 30;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);

    private Ui() {
    }

    static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    /** The result of work on the UI thread. */
    static <T> T on(Supplier<T> work) {
        var result = new AtomicReference<T>();
        var failure = new AtomicReference<RuntimeException>();
        display().syncExec(() -> {
            try {
                result.set(work.get());
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        if (failure.get() != null) {
            throw failure.get();
        }
        return result.get();
    }

    static void run(Runnable work) {
        on(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until the condition holds on the UI thread. */
    static void await(String what, BooleanSupplier condition) {
        await(what, PATIENCE_SECONDS, condition);
    }

    static void await(String what, long seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!on(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                photograph("in-vain");
                throw new AssertionError("waited in vain for " + what + "; on screen: " + on(Ui::words));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    /** Every visible control of the type that matches. On the UI thread. */
    static <T extends Control> List<T> all(Class<T> type, Predicate<? super T> match) {
        var found = new ArrayList<T>();
        for (Shell shell : display().getShells()) {
            if (shell.isVisible()) {
                collect(shell, type, match, found);
            }
        }
        return found;
    }

    static <T extends Control> Optional<T> find(Class<T> type, Predicate<? super T> match) {
        return all(type, match).stream().findFirst();
    }

    private static <T extends Control> void collect(Composite parent, Class<T> type, Predicate<? super T> match, List<T> found) {
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child) && child.isVisible() && match.test(type.cast(child))) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                collect(composite, type, match, found);
            }
        }
    }

    /** The visible table that has a column of this title. On the UI thread. */
    static Optional<Table> table(String column) {
        return find(Table.class, table -> List.of(table.getColumns()).stream().anyMatch(c -> c.getText().equals(column)));
    }

    /** The visible grid that shows a column of this title. On the UI thread. */
    static Optional<Control> grid(String column) {
        return find(Control.class, control -> columns(control).contains(column));
    }

    /** The titles that the grid with this column shows. On the UI thread. */
    static List<String> columns(String column) {
        return grid(column).map(Ui::columns).orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> columns(Control control) {
        return control.getData("columns") instanceof Supplier<?> titles ? (List<String>) titles.get() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<List<String>> rowsOf(Control grid) {
        return ((Supplier<List<List<String>>>) grid.getData("rows")).get();
    }

    /** How wide a column of the grid is. On the UI thread. */
    @SuppressWarnings("unchecked")
    static int width(String column, String other) {
        return ((BiFunction<Integer, String, Rectangle>) grid(column).orElseThrow().getData("places")).apply(0, other).width;
    }

    /** Clicks on a cell of the grid with this column, as the mouse does. */
    @SuppressWarnings("unchecked")
    static void click(String column, int row) {
        var place = on(() -> ((BiFunction<Integer, String, Rectangle>) grid(column).orElseThrow().getData("places")).apply(row, column));
        clickAt(column, row, place.x + Math.min(place.width / 2, 12));
    }

    /** The same at a distance from the left edge of the grid. */
    static void clickAt(String column, int row, int x) {
        press(column, row, x, 1);
    }

    /** Presses that button of the mouse on a cell. */
    @SuppressWarnings("unchecked")
    static void press(String column, int row, int button) {
        var place = on(() -> ((BiFunction<Integer, String, Rectangle>) grid(column).orElseThrow().getData("places")).apply(row, column));
        press(column, row, place.x + Math.min(place.width / 2, 12), button);
    }

    /** The first words of what is selected in the active part. On the UI thread. */
    static List<String> selected() {
        var selection = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getSelection();
        return selection instanceof IStructuredSelection rows ? rows.stream().map(String::valueOf).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static void press(String column, int row, int x, int button) {
        run(() -> {
            var grid = grid(column).orElseThrow();
            var place = ((BiFunction<Integer, String, Rectangle>) grid.getData("places")).apply(row, column);
            grid.setFocus();
            for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
                var event = new Event();
                event.widget = grid;
                event.button = button;
                event.count = 1;
                event.x = x;
                event.y = place.y + place.height / 2;
                grid.notifyListeners(type, event);
            }
        });
    }

    /** The texts of a table or a grid, a row a line; of the empty list when it is not to be seen. On the UI thread. */
    static List<List<String>> rows(String column) {
        return grid(column).map(Ui::rowsOf).orElseGet(() -> rowsOfTable(column));
    }

    private static List<List<String>> rowsOfTable(String column) {
        return table(column).map(table -> List.of(table.getItems()).stream().map(item -> texts(table, item)).toList()).orElse(List.of());
    }

    private static List<String> texts(Table table, TableItem item) {
        // asking a virtual item for its text makes the table fetch it
        var texts = new ArrayList<String>();
        for (int column = 0; column < table.getColumnCount(); column++) {
            texts.add(item.getText(column));
        }
        return texts;
    }

    static Optional<Button> button(String label) {
        return find(Button.class, button -> button.getText().replace("&", "").equals(label));
    }

    static boolean says(String words) {
        return words().contains(words);
    }

    /** All words on labels, lines and message areas that are to be seen. On the UI thread. */
    static String words() {
        var words = new StringBuilder();
        all(Control.class, control -> true).forEach(control -> {
            if (control instanceof Label label) {
                words.append(label.getText()).append('\n');
            } else if (control instanceof Text text && (text.getStyle() & SWT.PASSWORD) == 0) {
                words.append(text.getText()).append('\n');
            } else if (control.getAccessible() != null && control.getData("words") instanceof Supplier<?> line) {
                words.append(line.get()).append('\n');
            }
        });
        return words.toString();
    }

    /** Presses a button as soon as it is there and enabled. What it opens may block; the press does not. */
    static void press(String label) {
        await("the button " + label, () -> button(label).filter(Button::isEnabled).isPresent());
        display().asyncExec(() -> button(label).ifPresent(button -> {
            if ((button.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
                button.setSelection(!button.getSelection());
            }
            var event = new Event();
            event.widget = button;
            button.notifyListeners(SWT.Selection, event);
        }));
    }

    /** Sets or clears the check box of a row. */
    static void check(String column, int row, boolean checked) {
        run(() -> {
            var table = table(column).orElseThrow();
            var item = table.getItem(row);
            item.setChecked(checked);
            var event = new Event();
            event.item = item;
            event.detail = SWT.CHECK;
            table.notifyListeners(SWT.Selection, event);
        });
    }

    static void openPreferences() {
        display().asyncExec(() -> {
            var dialog = PreferencesUtil.createPreferenceDialogOn(null, "org.mirrorbook.ui.accounts", null, null);
            dialog.getShell().setBounds(60, 60, 1120, 640);
            dialog.open();
        });
        await("the page", () -> table("Live Mirror").isPresent());
    }

    /** Closes every dialog, so that a test that failed does not trouble the next one. */
    static void closeDialogs() {
        run(() -> {
            var window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
            for (Shell shell : display().getShells()) {
                if (shell != window && !shell.isDisposed() && shell.isVisible()) {
                    shell.close();
                }
            }
        });
    }

    /** A colour of the current theme. On the UI thread. */
    static RGB color(String id) {
        return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().getRGB(id);
    }

    static void showView(String id) {
        run(() -> {
            try {
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(id);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static void size(int width, int height) {
        run(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().setBounds(0, 0, width, height));
    }

    /** Writes what is on the screen to target/screenshots. */
    static void photograph(String name) {
        settle();
        run(() -> {
            var bounds = display().getBounds();
            var image = new Image(display(), bounds.width, bounds.height);
            var gc = new GC(display());
            gc.copyArea(image, 0, 0);
            gc.dispose();
            var loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            image.dispose();
            try {
                var folder = Files.createDirectories(Path.of("target", "screenshots"));
                loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Painting lags behind the events, and the toolkit fades colours in for a fifth of a second: lets the UI thread run dry that long. */
    private static void settle() {
        for (int turn = 0; turn < 20; turn++) {
            run(() -> display().update());
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }
}
