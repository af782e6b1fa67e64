package org.mirrorbook.mirror.component;

import java.util.Map;
import java.util.UUID;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Publishes the {@link MirrorRun} of this process. Registered by hand, since its property is not known before. */
@Component(immediate = true, service = {})
public final class MirrorRunComponent {

    private final ServiceRegistration<MirrorRun> registration;

    @Activate
    public MirrorRunComponent(BundleContext context) {
        var run = new MirrorRun(UUID.randomUUID().toString());
        registration = context.registerService(MirrorRun.class, run, FrameworkUtil.asDictionary(Map.of(MirrorRun.ID, run.id())));
    }

    @Deactivate
    void unregister() {
        registration.unregister();
    }
}
