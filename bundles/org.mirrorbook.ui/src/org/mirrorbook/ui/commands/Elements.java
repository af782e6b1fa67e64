package org.mirrorbook.ui.commands;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

/** The menu and tool items of a command. */
final class Elements {

    private Elements() {
    }

    /** Has them look again at what they should show. Any thread. */
    static void refresh(String command) {
        if (!PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isClosing()) {
            return;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            if (PlatformUI.isWorkbenchRunning() && !PlatformUI.getWorkbench().isClosing()) {
                PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(command, null);
            }
        });
    }
}
