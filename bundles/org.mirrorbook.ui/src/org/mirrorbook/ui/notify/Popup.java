package org.mirrorbook.ui.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.mirrorbook.ui.model.shell.News;
import org.mirrorbook.ui.model.shell.NewsDigest;

/** The one notification: while it is on the screen, what is new is put into it. UI thread only. */
final class Popup {

    /** The shell of a notification, for those who look for it. */
    static final String SHELL = "org.mirrorbook.ui.notification";

    private static final int STAYS = 8_000;
    private static final int WIDTH = 340;

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
        open.getShell().setData(SHELL, digest);
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
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(label);
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
