package org.mirrorbook.ui.trade;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.journal.Annotations.Attachment;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.Palette;

/** A picture in a window of its own, as large as fits; the arrow keys show its neighbours, Esc closes. UI thread only. */
final class PictureWindow {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;

    private final Palette palette = new Palette();
    private final List<Attachment> all;
    private final BiConsumer<Attachment, PictureWindow> read;
    private final Shell shell;
    private final Canvas canvas;
    private Optional<Image> image = Optional.empty();
    private String instead = "";
    private int at;

    /** @param read reads a picture and shows it in this window, later */
    PictureWindow(Shell parent, List<Attachment> all, int first, BiConsumer<Attachment, PictureWindow> read) {
        this.all = List.copyOf(all);
        this.read = read;
        shell = new Shell(parent, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        var screen = parent.getMonitor().getClientArea();
        shell.setSize(Math.min(WIDTH, screen.width * 9 / 10), Math.min(HEIGHT, screen.height * 9 / 10));
        shell.setLocation(screen.x + (screen.width - shell.getSize().x) / 2, screen.y + (screen.height - shell.getSize().y) / 2);
        canvas = new Canvas(shell, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        canvas.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = shell.getText()));
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addListener(SWT.KeyDown, this::typed);
        canvas.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        shell.addListener(SWT.Dispose, event -> image.ifPresent(Image::dispose));
        show(first);
    }

    void open() {
        shell.open();
        canvas.setFocus();
    }

    private void typed(Event event) {
        if (event.keyCode == SWT.ARROW_RIGHT && at + 1 < all.size()) {
            show(at + 1);
        } else if (event.keyCode == SWT.ARROW_LEFT && at > 0) {
            show(at - 1);
        } else if (event.keyCode == SWT.ESC) {
            shell.close();
        }
    }

    private void show(int index) {
        at = index;
        var attachment = all.get(at);
        shell.setText(NLS.bind(Messages.Pictures_window, new Object[] {attachment.name(), at + 1, all.size()}));
        say(Messages.Pictures_reading);
        read.accept(attachment, this);
    }

    /** Shows it, if it is still the one that is wanted. */
    void show(Attachment attachment, Optional<ImageData> data) {
        if (!shell.isDisposed() && all.get(at).equals(attachment)) {
            say(Messages.Pictures_notShown);
            image = data.map(one -> new Image(shell.getDisplay(), one));
            canvas.redraw();
        }
    }

    void say(String words) {
        if (!shell.isDisposed()) {
            image.ifPresent(Image::dispose);
            image = Optional.empty();
            instead = words;
            canvas.redraw();
        }
    }

    private void paint(GC gc) {
        var area = canvas.getClientArea();
        gc.setBackground(palette.base());
        gc.fillRectangle(area);
        if (image.isEmpty()) {
            gc.setForeground(palette.of(Tone.TEXT2));
            var extent = gc.textExtent(instead);
            gc.drawText(instead, (area.width - extent.x) / 2, (area.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
            return;
        }
        var bounds = image.get().getBounds();
        double scale = Math.min(1, Math.min((double) area.width / bounds.width, (double) area.height / bounds.height));
        int width = (int) (bounds.width * scale);
        int height = (int) (bounds.height * scale);
        gc.setInterpolation(SWT.HIGH);
        gc.setAntialias(SWT.ON);
        gc.drawImage(image.get(), 0, 0, bounds.width, bounds.height, (area.width - width) / 2, (area.height - height) / 2, width, height);
    }
}
