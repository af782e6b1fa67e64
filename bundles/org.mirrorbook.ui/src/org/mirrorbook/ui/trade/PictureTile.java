package org.mirrorbook.ui.trade;

import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.mirrorbook.journal.Annotations.Attachment;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/** One picture, small: opened by a double click or Enter, taken away by Delete or its menu. UI thread only. */
final class PictureTile extends Canvas {

    static final int WIDTH = 150;
    static final int PICTURE_HEIGHT = 96;
    private static final int LINE = 18;

    private final Palette palette = new Palette();
    private final Attachment attachment;
    private final Runnable open;
    private final Runnable remove;
    private Optional<Image> image = Optional.empty();
    private String instead = Messages.Pictures_reading;

    PictureTile(Composite parent, Attachment attachment, String words, Font font, Runnable open, Runnable remove) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.attachment = attachment;
        this.open = open;
        this.remove = remove;
        setFont(font);
        Look.CARD.on(this);
        setToolTipText(words);
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseDown, event -> setFocus());
        addListener(SWT.MouseDoubleClick, event -> open.run());
        addListener(SWT.KeyDown, this::typed);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.Dispose, event -> image.ifPresent(Image::dispose));
        menu();
        Named.by(() -> NLS.bind(Messages.Pictures_name, words), this);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_GRAPHIC;
            }
        });
    }

    Attachment attachment() {
        return attachment;
    }

    /** The picture made small, or why there is none. Takes the image over. */
    void show(Optional<Image> small, String words) {
        image.ifPresent(Image::dispose);
        image = small;
        instead = words;
        redraw();
    }

    boolean hasPicture() {
        return image.isPresent();
    }

    private void menu() {
        var menu = new Menu(this);
        item(menu, Messages.Pictures_open, open);
        item(menu, Messages.Pictures_remove, remove);
        setMenu(menu);
    }

    private static void item(Menu menu, String words, Runnable action) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(words);
        item.addListener(SWT.Selection, event -> action.run());
    }

    private void typed(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.character == ' ') {
            open.run();
        } else if (event.keyCode == SWT.DEL) {
            remove.run();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(WIDTH, PICTURE_HEIGHT + LINE + 4);
    }

    private void paint(GC gc) {
        var area = getClientArea();
        gc.setBackground(palette.form());
        gc.fillRectangle(area);
        gc.setBackground(palette.head());
        gc.fillRectangle(0, 0, area.width, PICTURE_HEIGHT);
        gc.setForeground(palette.of(Tone.TEXT2));
        if (image.isPresent()) {
            var bounds = image.get().getBounds();
            gc.drawImage(image.get(), (area.width - bounds.width) / 2, (PICTURE_HEIGHT - bounds.height) / 2);
        } else {
            var extent = gc.textExtent(instead);
            gc.drawText(instead, Math.max(4, (area.width - extent.x) / 2), (PICTURE_HEIGHT - extent.y) / 2, SWT.DRAW_TRANSPARENT);
        }
        gc.setForeground(palette.of(isFocusControl() ? Tone.ACCENT : Tone.TEXT2));
        if (isFocusControl()) {
            gc.setLineWidth(2);
            gc.drawRectangle(1, 1, area.width - 2, PICTURE_HEIGHT - 2);
        } else {
            gc.setForeground(palette.line());
            gc.drawRectangle(0, 0, area.width - 1, PICTURE_HEIGHT - 1);
        }
        gc.setForeground(palette.of(Tone.TEXT2));
        gc.setClipping(0, PICTURE_HEIGHT, area.width, LINE + 4);
        gc.drawText(Dialog.shortenText(attachment.name(), this), 2, PICTURE_HEIGHT + 2, SWT.DRAW_TRANSPARENT);
    }
}
