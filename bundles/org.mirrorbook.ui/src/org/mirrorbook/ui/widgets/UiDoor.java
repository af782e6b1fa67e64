package org.mirrorbook.ui.widgets;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.mirrorbook.ui.model.Throttle;

/** The one door of a part into the UI thread. Work that comes after the part is gone is dropped: nobody is there to see it. */
public final class UiDoor implements Throttle.Door {

    private final Control owner;
    private final Display display;

    /** @param owner whose end closes the door */
    public UiDoor(Control owner) {
        this.owner = requireNonNull(owner);
        this.display = owner.getDisplay();
    }

    @Override
    public void enter(Runnable work) {
        try {
            display.asyncExec(() -> ifOpen(work));
        } catch (SWTException e) {
            // a lane or job may still speak while the workbench goes down
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }

    @Override
    public void enterAfter(Duration delay, Runnable work) {
        display.timerExec((int) Math.max(1, delay.toMillis()), () -> ifOpen(work));
    }

    private void ifOpen(Runnable work) {
        if (!owner.isDisposed()) {
            work.run();
        }
    }
}
