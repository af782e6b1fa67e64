package org.mirrorbook.ui.status;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.Icons;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/** Looks like a field to search in and opens the workbench's Quick Access, which finds every command, view and page. Created by it. */
public final class QuickAccessField extends WorkbenchWindowControlContribution {

    private static final String COMMAND = "org.eclipse.ui.window.quickAccess";
    private static final Point SIZE = new Point(196, 24);
    private static final int PADDING = 8;
    private static final int ICON = 16;

    private final Palette palette = new Palette();
    private String key = "";

    @Override
    protected Control createControl(Composite parent) {
        var place = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(8, 12, 0, 0).applyTo(place);
        var icons = new Icons(place);
        var field = Named.as(Messages.QuickAccess_name, new Canvas(place, SWT.DOUBLE_BUFFERED));
        GridDataFactory.fillDefaults().grab(true, true).hint(SIZE).applyTo(field);
        field.setToolTipText(Messages.QuickAccess_tip);
        field.setCursor(place.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        field.addPaintListener(event -> paint(event.gc, field, icons));
        field.addListener(SWT.MouseUp, event -> open());
        field.addListener(SWT.KeyDown, event -> {
            if (event.character == SWT.CR || event.character == ' ') {
                open();
            }
        });
        field.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        field.addListener(SWT.FocusIn, event -> field.redraw());
        field.addListener(SWT.FocusOut, event -> field.redraw());
        return place;
    }

    private void paint(GC gc, Canvas field, Icons icons) {
        var area = field.getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(palette.base());
        gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, 4, 4);
        gc.setForeground(field.isFocusControl() ? palette.accentLine() : palette.line());
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 4, 4);
        gc.drawImage(icons.get("search"), PADDING, (area.height - ICON) / 2);
        gc.setForeground(palette.of(Tone.TEXT2));
        int top = (area.height - gc.getFontMetrics().getHeight()) / 2;
        gc.drawText(Messages.QuickAccess_name, PADDING + ICON + PADDING, top, true);
        var key = key();
        gc.drawText(key, area.width - PADDING - gc.textExtent(key).x, top, true);
    }

    /** The key as it was bound when keys of ours counted last: behind a dialog none does. Empty for none. */
    private String key() {
        var binding = getWorkbenchWindow().getService(IBindingService.class).getBestActiveBindingFormattedFor(COMMAND);
        key = binding == null || binding.isEmpty() ? key : binding;
        return key;
    }

    private void open() {
        try {
            getWorkbenchWindow().getService(IHandlerService.class).executeCommand(COMMAND, null);
        } catch (CommandException e) {
            ILog.of(QuickAccessField.class).error("Quick Access could not be opened.", e);
        }
    }
}
