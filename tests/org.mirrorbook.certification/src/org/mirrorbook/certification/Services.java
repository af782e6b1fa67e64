package org.mirrorbook.certification;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** Services of the running framework. */
public final class Services {

    /** The first to need the product waits while it makes its journal, beside all stories that need none. */
    private static final long SOON = 45_000;

    private Services() {
    }

    /** The service of that kind; waits for it. */
    public static <T> T get(Class<T> kind) throws InterruptedException {
        return get(kind, "");
    }

    /** The service of that kind and, where not empty, filter; waits for it. */
    public static <T> T get(Class<T> kind, String filter) throws InterruptedException {
        BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
        var wanted = "(objectClass=" + kind.getName() + ")";
        try {
            var tracker = new ServiceTracker<T, T>(context, context.createFilter(filter.isEmpty() ? wanted : "(&" + wanted + filter + ")"),
                    null);
            tracker.open();
            var service = tracker.waitForService(SOON);
            if (service == null) {
                throw new AssertionError("there is no " + kind.getName() + " " + filter);
            }
            return service;
        } catch (InvalidSyntaxException wrong) {
            throw new IllegalArgumentException(filter, wrong);
        }
    }
}
