package org.mirrorbook.ui.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.mirrorbook.ui.model.shell.News;
import org.mirrorbook.ui.model.shell.NewsDigest;
import org.mirrorbook.ui.widgets.Palette;

/** The one notification: while it is on the screen, what is new is put into it. UI thread only. */
final class Popup {

    /** The shell of a notification, for those who look for it. */
    static final String SHELL = "org.mirrorbook.ui.notification";

    private static final int STAYS = 8_000;
    private static final int WIDTH = 340;
    private static final int INDENT = 8;
    private static final Point AWAY = new Point(12, 40);

    private final Palette palette = new Palette();

    private final Display display;
    private final List<News> told = new ArrayList<>();
    private NotificationPopup open;

    Popup(Display display) {
        this.display = display;
    }

    void tell(List<News> news) {
        if (!isOpen()) {
            told.clear();
        }
        told.addAll(news);
        if (isOpen()) {
            open.close();
        }
        var digest = NewsDigest.of(told);
        open = NotificationPopup.forDisplay(display).title(digest.title(), true).content(parent -> content(parent, digest))
                .delay(STAYS).fadeIn(false).build();
        open.open();
        dress(open.getShell(), digest);
    }

    private void dress(Shell shell, NewsDigest digest) {
        shell.setData(SHELL, digest);
        shell.setText(digest.title());
        var area = shell.getMonitor().getClientArea();
        // over the status line of a window that fills the screen, not upon it
        shell.setLocation(area.x + area.width - shell.getSize().x - AWAY.x, area.y + area.height - shell.getSize().y - AWAY.y);
        shell.addPaintListener(event -> {
            event.gc.setForeground(palette.line());
            event.gc.drawRectangle(0, 0, shell.getClientArea().width - 1, shell.getClientArea().height - 1);
        });
    }

    private boolean isOpen() {
        return open != null && open.getShell() != null && !open.getShell().isDisposed();
    }

    Optional<NewsDigest> shown() {
        return isOpen() ? Optional.of((NewsDigest) open.getShell().getData(SHELL)) : Optional.empty();
    }

    private static Control content(Composite parent, NewsDigest digest) {
        var label = new Label(parent, SWT.WRAP);
        // an ampersand in the name of an account is no mnemonic
        label.setText(digest.text().replace("&", "&&"));
        label.setToolTipText(Messages.Popup_open);
        label.setCursor(parent.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        label.addListener(SWT.MouseUp, event -> bringToFront());
        GridDataFactory.fillDefaults().grab(true, true).indent(INDENT, 0).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private static void bringToFront() {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            window.getShell().setMinimized(false);
            window.getShell().forceActive();
        }
    }
}
