package org.mirrorbook.tests.exchange;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** Services of the running framework. */
final class Services {

    private Services() {
    }

    /** The service of that kind and, where not empty, filter; waits for it. */
    static <T> T get(Class<T> kind, String filter) throws InterruptedException, InvalidSyntaxException {
        BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
        var wanted = "(objectClass=" + kind.getName() + ")";
        var tracker = new ServiceTracker<T, T>(context, context.createFilter(filter.isEmpty() ? wanted : "(&" + wanted + filter + ")"),
                null);
        tracker.open();
        var service = tracker.waitForService(20_000);
        if (service == null) {
            throw new AssertionError("no service " + kind.getName() + " " + filter);
        }
        return service;
    }
}
