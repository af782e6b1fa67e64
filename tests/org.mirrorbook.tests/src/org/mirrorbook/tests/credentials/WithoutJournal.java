package org.mirrorbook.tests.credentials;

import java.util.Arrays;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Keeps the journal from opening a database in every home of a test that is not about it. */
final class WithoutJournal {

    private final BundleContext context = FrameworkUtil.getBundle(WithoutJournal.class).getBundleContext();

    void begin() throws Exception {
        runtime().disableComponent(journal()).getValue();
    }

    void end() throws Exception {
        runtime().enableComponent(journal()).getValue();
    }

    private ComponentDescriptionDTO journal() {
        var bundle = Arrays.stream(context.getBundles()).filter(one -> one.getSymbolicName().equals("org.mirrorbook.journal.jpa"))
                .findFirst().orElseThrow();
        return runtime().getComponentDescriptionDTOs(bundle).stream()
                .filter(component -> component.implementationClass.endsWith(".JpaJournal"))
                .findFirst().orElseThrow();
    }

    private ServiceComponentRuntime runtime() {
        return context.getService(context.getServiceReference(ServiceComponentRuntime.class));
    }
}
