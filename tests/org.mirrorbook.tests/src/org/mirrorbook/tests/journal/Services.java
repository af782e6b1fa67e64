package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Services as they come; one that does not come within a while fails the test. */
record Services(BundleContext context) {

    private static final long PATIENCE_MILLIS = 60_000;

    <S> S get(Class<S> type) {
        var tracker = new ServiceTracker<S, S>(context, type, null);
        tracker.open();
        try {
            var service = tracker.waitForService(PATIENCE_MILLIS);
            assertThat(service).as("the service " + type.getSimpleName()).isNotNull();
            return service;
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test was interrupted", e);
        } finally {
            tracker.close();
        }
    }
}
