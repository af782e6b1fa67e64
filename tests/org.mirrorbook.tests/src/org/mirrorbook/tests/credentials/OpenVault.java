package org.mirrorbook.tests.credentials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.credentials.MasterPassword;
import org.mirrorbook.runtime.Home;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** The vault of a home, as the framework starts it, with what someone says when asked for the master password. */
final class OpenVault implements AutoCloseable {

    private static final long PATIENCE = 20_000;

    final List<Boolean> asked = new ArrayList<>();
    final List<char[]> said = new ArrayList<>();
    private final BundleContext context = FrameworkUtil.getBundle(OpenVault.class).getBundleContext();
    private final List<ServiceRegistration<?>> published = new ArrayList<>();
    private final ServiceTracker<CredentialVault, CredentialVault> tracker = new ServiceTracker<>(context, CredentialVault.class, null);
    private final CredentialVault vault;

    /** @param password empty where nobody knows one */
    OpenVault(Path home, Optional<String> password) throws InterruptedException {
        password.ifPresent(text -> published.add(context.registerService(MasterPassword.class, first -> {
            asked.add(first);
            said.add(text.toCharArray());
            return Optional.of(said.getLast());
        }, null)));
        published.add(context.registerService(Home.class, () -> home, null));
        tracker.open();
        vault = tracker.waitForService(PATIENCE);
    }

    CredentialVault vault() {
        return vault;
    }

    @Override
    public void close() {
        tracker.close();
        published.reversed().forEach(ServiceRegistration::unregister);
    }
}
