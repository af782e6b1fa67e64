package org.mirrorbook.ui;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.function.Consumer;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** What surrounds a part of the workbench: the services it watches and the bus it listens to, until it is closed. For the UI thread. */
public final class Surroundings implements AutoCloseable {

    private final BundleContext context = FrameworkUtil.getBundle(Surroundings.class).getBundleContext();
    private final List<Runnable> endings = new ArrayList<>();

    /**
     * Watches a service.
     *
     * @param changed is called when it came or went, also for one that is there already; on any thread, must return at once
     */
    public <T> Watched<T> watch(Class<T> type, Runnable changed) {
        var watched = new Watched<>(context, type, changed);
        endings.add(watched::close);
        return watched;
    }

    /**
     * Listens to a topic of the event bus.
     *
     * @param heard is called on the bus's thread, must return at once
     */
    public void hear(String topic, Consumer<Event> heard) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(EventConstants.EVENT_TOPIC, topic);
        var registration = context.registerService(EventHandler.class, heard::accept, properties);
        endings.add(registration::unregister);
    }

    @Override
    public void close() {
        endings.reversed().forEach(Runnable::run);
        endings.clear();
    }
}
