package org.mirrorbook.ui.start;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.look.TabTools;
import org.mirrorbook.ui.look.ThemeFollowing;
import org.mirrorbook.ui.look.Themes;
import org.mirrorbook.ui.look.TrimOrder;
import org.mirrorbook.ui.notify.Notifications;
import org.mirrorbook.ui.status.SelectionWords;
import org.mirrorbook.ui.tray.TrayIcon;
import org.mirrorbook.ui.welcome.FirstRun;

/**
 * Begins what belongs to no view once the workbench is up, our own or a foreign one: theme, notifications, words on the selection, and in
 * our own product the icon in the tray. Created by the workbench.
 */
public final class ShellStart implements IStartup {

    /** Whether there is an icon in the tray: the product says so, a foreign workbench does not. */
    private static final String TRAY = "tray";

    @Override
    public void earlyStartup() {
        var workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().asyncExec(() -> {
            if (!workbench.isClosing()) {
                begin(workbench);
            }
        });
    }

    private static void begin(IWorkbench workbench) {
        var display = workbench.getDisplay();
        var surroundings = new Surroundings();
        var themes = new Themes();
        themes.apply();
        new ThemeFollowing(workbench, themes).begin(surroundings);
        display.addListener(SWT.Settings, event -> themes.apply());
        new TrimOrder(workbench).settle();
        for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
            new TabTools(window).begin();
        }
        new Notifications(surroundings, display);
        new FirstRun(surroundings, workbench);
        watchSelections(workbench);
        var tray = new AtomicReference<TrayIcon>();
        if (Platform.getPreferencesService().getBoolean(Appearance.NODE, TRAY, false, null) && display.getSystemTray() != null) {
            tray.set(new TrayIcon(display.getSystemTray(), surroundings, workbench));
        }
        workbench.addWorkbenchListener(new IWorkbenchListener() {
            @Override
            public boolean preShutdown(IWorkbench closing, boolean forced) {
                return true;
            }

            @Override
            public void postShutdown(IWorkbench closed) {
                surroundings.close();
                if (tray.get() != null) {
                    tray.get().dispose();
                }
            }
        });
    }

    private static void watchSelections(IWorkbench workbench) {
        var words = new SelectionWords();
        for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
            window.getSelectionService().addPostSelectionListener(words);
        }
        workbench.addWindowListener(new IWindowListener() {
            @Override
            public void windowOpened(IWorkbenchWindow window) {
                new TabTools(window).begin();
                window.getSelectionService().addPostSelectionListener(words);
            }

            @Override
            public void windowActivated(IWorkbenchWindow window) {
                // nothing changes
            }

            @Override
            public void windowDeactivated(IWorkbenchWindow window) {
                // nothing changes
            }

            @Override
            public void windowClosed(IWorkbenchWindow window) {
                // its selection service goes with it
            }
        });
    }
}
