package org.mirrorbook.ui.tray;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageGcDrawer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tray;
import org.eclipse.swt.widgets.TrayItem;
import org.eclipse.ui.IWorkbench;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.shell.Overall;
import org.mirrorbook.ui.model.shell.StatusItem;
import org.mirrorbook.ui.model.shell.StatusWords;
import org.mirrorbook.ui.widgets.Palette;

/** Says in the tray how all connections do, in a shape and in words, and brings the window back. UI thread only. */
public final class TrayIcon {

    private static final int SIZE = 22;
    private static final int MARK = 10;
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Appearance appearance = new Appearance();
    private final Palette palette = new Palette();
    private final IWorkbench workbench;
    private final Display display;
    private final LocalResourceManager resources;
    private final Shell owner;
    private final TrayItem item;
    private final Watched<AccountDesk> desk;
    private final Watched<MirrorDirectory> directory;
    private final Watched<Clock> clock;
    private Overall shown;
    private Image image;

    /** @param tray there has to be one */
    public TrayIcon(Tray tray, Surroundings surroundings, IWorkbench workbench) {
        this.workbench = workbench;
        display = tray.getDisplay();
        owner = new Shell(display);
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
        item = new TrayItem(tray, SWT.NONE);
        desk = surroundings.watch(AccountDesk.class, TrayIcon::later);
        directory = surroundings.watch(MirrorDirectory.class, TrayIcon::later);
        clock = surroundings.watch(Clock.class, TrayIcon::later);
        item.addListener(SWT.Selection, event -> open());
        item.addListener(SWT.DefaultSelection, event -> open());
        item.addListener(SWT.MenuDetect, event -> menu().setVisible(true));
        tick();
    }

    private static void later() {
        // the next tick sees it
    }

    private void tick() {
        if (!item.isDisposed()) {
            look();
            display.timerExec((int) TICK.toMillis(), this::tick);
        }
    }

    private void look() {
        var links = directory.now().map(MirrorDirectory::links);
        var overall = Overall.of(links.map(Map::values).orElse(List.of()));
        if (overall != shown) {
            shown = overall;
            var former = image;
            image = picture(overall);
            item.setImage(image);
            if (former != null) {
                former.dispose();
            }
        }
        if (desk.now().isPresent() && links.isPresent() && clock.now().isPresent()) {
            item.setToolTipText(Messages.TrayIcon_name + "\n" + new StatusWords(appearance.newest())
                    .states(desk.now().get().known(), links.get(), clock.now().get().instant()).stream().map(StatusItem::words)
                    .collect(Collectors.joining("\n")));
        } else {
            item.setToolTipText(Messages.TrayIcon_name);
        }
    }

    /** The icon of the product with the shape of the state at its foot: filled, open, triangle; nothing when all is off. */
    private Image picture(Overall overall) {
        var plain = resources.create(ResourceLocator.imageDescriptorFromBundle(TrayIcon.class, "icons/app.svg").orElseThrow());
        ImageGcDrawer drawer = (gc, width, height) -> {
            gc.drawImage(plain, 0, 0, plain.getBounds().width, plain.getBounds().height, 0, 0, width, height);
            mark(gc, overall, width - MARK, height - MARK);
        };
        return new Image(display, drawer, SIZE, SIZE);
    }

    private void mark(GC gc, Overall overall, int left, int top) {
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(2);
        switch (overall) {
            case LIVE -> {
                gc.setBackground(palette.of(Tone.LIVE));
                gc.fillOval(left, top, MARK - 1, MARK - 1);
            }
            case UNDER_WAY -> {
                gc.setForeground(palette.of(Tone.WARN));
                gc.drawOval(left + 1, top + 1, MARK - 3, MARK - 3);
            }
            case ATTENTION -> {
                gc.setBackground(palette.of(Tone.ERROR));
                gc.fillPolygon(new int[] {left + MARK / 2, top, left + MARK, top + MARK - 1, left, top + MARK - 1});
            }
            case OFF -> {
            }
        }
    }

    private Menu menu() {
        var menu = new Menu(owner, SWT.POP_UP);
        entry(menu, SWT.PUSH, Messages.TrayIcon_open, this::open);
        var hide = entry(menu, SWT.CHECK, Messages.TrayIcon_hideMoney, () -> appearance.hideMoney(!appearance.hidesMoney()));
        hide.setSelection(appearance.hidesMoney());
        new MenuItem(menu, SWT.SEPARATOR);
        entry(menu, SWT.PUSH, Messages.TrayIcon_quit, workbench::close);
        menu.addListener(SWT.Hide, event -> display.asyncExec(menu::dispose));
        return menu;
    }

    private static MenuItem entry(Menu menu, int style, String text, Runnable action) {
        var entry = new MenuItem(menu, style);
        entry.setText(text);
        entry.addListener(SWT.Selection, event -> action.run());
        return entry;
    }

    private void open() {
        var window = workbench.getActiveWorkbenchWindow();
        if (window != null) {
            window.getShell().setVisible(true);
            window.getShell().setMinimized(false);
            window.getShell().forceActive();
        }
    }

    /** Takes it out of the tray. */
    public void dispose() {
        item.dispose();
        if (image != null) {
            image.dispose();
        }
        owner.dispose();
    }
}
