package org.mirrorbook.app;

import java.util.List;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import sun.misc.Signal;

/**
 * The workbench with its window; runs on the main thread until the user closes it, or SIGTERM or SIGINT does, which ends with code 0, too.
 */
public final class Workbench implements IApplication {

    private static final Integer NO_DISPLAY = 1;
    private static final int SOON = 100;

    @Override
    public Object start(IApplicationContext context) {
        Display display;
        try {
            display = PlatformUI.createDisplay();
        } catch (SWTError e) {
            System.err.println("The window cannot be opened: " + e.getMessage()
                    + ". These commands need none: accounts, mirror, trades, practice. See --help.");
            return NO_DISPLAY;
        }
        try {
            // Equinox would not be asked: the JVM would end at once, with code 143 or 130
            List.of("TERM", "INT").forEach(name -> Signal.handle(new Signal(name), signal -> close(display)));
            int end = PlatformUI.createAndRunWorkbench(display, new MirrorbookAdvisor());
            return end == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            close(PlatformUI.getWorkbench().getDisplay());
        }
    }

    /** Closes the window from any thread, also while it is only being opened. */
    private static void close(Display display) {
        if (display.isDisposed()) {
            return;
        }
        display.asyncExec(() -> {
            if (PlatformUI.isWorkbenchRunning()) {
                PlatformUI.getWorkbench().close();
            } else {
                display.timerExec(SOON, () -> close(display));
            }
        });
    }
}
