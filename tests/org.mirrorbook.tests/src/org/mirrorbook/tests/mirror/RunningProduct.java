package org.mirrorbook.tests.mirror;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.util.tracker.ServiceTracker;

import org.mirrorbook.credentials.MasterPassword;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.runtime.HomeDoor;

/** The product's own services on a home of the test, with the vault under a master password; closing it closes the home. */
final class RunningProduct implements AutoCloseable {

    private static final long SOON = 60_000;

    private final BundleContext context = FrameworkUtil.getBundle(RunningProduct.class).getBundleContext();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final HomeDoor door;

    RunningProduct(Path home) throws InterruptedException {
        register(MasterPassword.class, first -> Optional.of("of this test alone".toCharArray()), Map.of(Constants.SERVICE_RANKING, 1000));
        register(EventHandler.class, events::add, Map.of(EventConstants.EVENT_TOPIC,
                new String[] { MirrorTopics.MIRROR + "*", MirrorTopics.TRADE_PREFIX + "*" }));
        door = service(HomeDoor.class);
        door.open(home);
    }

    <S> void register(Class<S> type, S service, Map<String, Object> properties) {
        Dictionary<String, Object> table = new Hashtable<>(properties);
        registrations.add(context.registerService(type, service, table));
    }

    /** Waits for a service, since the journal opens on a thread of its own. */
    <S> S service(Class<S> type) throws InterruptedException {
        var tracker = new ServiceTracker<S, S>(context, type, null);
        tracker.open();
        trackers.add(tracker);
        var service = tracker.waitForService(SOON);
        if (service == null) {
            throw new AssertionError("there is no " + type.getName());
        }
        return service;
    }

    AccountService accounts() throws InterruptedException {
        return service(AccountService.class);
    }

    /** The id under which mirror configurations of this run are satisfied. */
    String run() throws Exception {
        ServiceReference<?>[] runs = context.getAllServiceReferences("org.mirrorbook.mirror.component.MirrorRun", null);
        return (String) runs[0].getProperty("run.id");
    }

    /** Waits until the bus brings this topic, and drops what came before. */
    Event awaitEvent(String topic) throws InterruptedException {
        for (Event event = next(topic); ; event = next(topic)) {
            if (event.getTopic().equals(topic)) {
                return event;
            }
        }
    }

    private Event next(String wanted) throws InterruptedException {
        var event = events.poll(SOON, TimeUnit.MILLISECONDS);
        if (event == null) {
            throw new AssertionError("nobody told " + wanted);
        }
        return event;
    }

    /** The thread of the lane of that label, while there is one. */
    static Optional<Thread> lane(String label) {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("mirror " + label)).findFirst();
    }

    @Override
    public void close() {
        trackers.forEach(ServiceTracker::close);
        door.close();
        registrations.reversed().forEach(ServiceRegistration::unregister);
    }
}
