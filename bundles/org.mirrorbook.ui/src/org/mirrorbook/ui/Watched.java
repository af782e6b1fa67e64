package org.mirrorbook.ui;

import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * A service that comes and goes while a part of the workbench lives. Parts are made by the workbench and not by DS: this is the one way in
 * which they meet services.
 *
 * @param <T> the service
 */
public final class Watched<T> {

    /** Best service last. */
    private final ConcurrentSkipListMap<ServiceReference<T>, T> present = new ConcurrentSkipListMap<>();
    private final ServiceTracker<T, T> tracker;

    Watched(BundleContext context, Class<T> type, Runnable changed) {
        tracker = new ServiceTracker<>(context, type, new ServiceTrackerCustomizer<>() {
            @Override
            public T addingService(ServiceReference<T> reference) {
                var service = context.getService(reference);
                if (service != null) {
                    present.put(reference, service);
                    changed.run();
                }
                return service;
            }

            @Override
            public void modifiedService(ServiceReference<T> reference, T service) {
                changed.run();
            }

            @Override
            public void removedService(ServiceReference<T> reference, T service) {
                present.remove(reference);
                context.ungetService(reference);
                changed.run();
            }
        });
        tracker.open();
    }

    /** The best one there is now. Any thread. */
    public Optional<T> now() {
        var best = present.lastEntry();
        return best == null ? Optional.empty() : Optional.of(best.getValue());
    }

    void close() {
        tracker.close();
    }
}
