package org.mirrorbook.ui.commands;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
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
                var workbench = PlatformUI.getWorkbench();
                workbench.getService(ICommandService.class).refreshElements(command, null);
                // tool items ask a handler whether it can be used only when they are told to
                workbench.getService(IEventBroker.class).post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID);
            }
        });
    }
}
