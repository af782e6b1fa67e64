package org.mirrorbook.ui.start;

import java.util.concurrent.atomic.AtomicBoolean;

import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * Hears that a workbench is up, our own or a foreign one, and lets the components of this bundle begin. Until then they are disabled: the
 * same bundle is installed where commands run without a window, and there it must not open or connect anything.
 */
@Component(service = {WorkbenchStart.class, EventHandler.class},
        property = EventConstants.EVENT_TOPIC + "=org/eclipse/e4/ui/LifeCycle/appStartupComplete")
public final class WorkbenchStart implements EventHandler {

    private final ComponentContext context;
    private final AtomicBoolean begun = new AtomicBoolean();

    @Activate
    public WorkbenchStart(ComponentContext context) {
        this.context = context;
    }

    @Override
    public void handleEvent(Event event) {
        begin();
    }

    /** Begins, if it has not begun: a view says so too, for it may be installed into a workbench that is up already. Any thread. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            context.enableComponent(null);
        }
    }
}
