package org.mirrorbook.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * At most one home in a process. Thread-safe: opening and closing exclude each other. Immediate, because a delayed component would be
 * deactivated, and the home closed with it, as soon as nobody holds the service.
 */
@Component(service = HomeDoor.class, immediate = true)
public final class SingleHomeDoor implements HomeDoor {

    private final BundleContext context;
    private final UnaryOperator<String> environment;
    private Opened opened;
    private ServiceRegistration<Residence> residence;

    @Activate
    public SingleHomeDoor(BundleContext context) {
        this(context, System::getenv);
    }

    SingleHomeDoor(BundleContext context, UnaryOperator<String> environment) {
        this.context = context;
        this.environment = environment;
    }

    @Override
    public Path usual() {
        return named(System.getProperty("mirrorbook.home")).or(() -> named(environment.apply("MIRRORBOOK_HOME")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".mirrorbook")).toAbsolutePath().normalize();
    }

    private static Optional<Path> named(String text) {
        return Optional.ofNullable(text).filter(path -> !path.isBlank()).map(Path::of);
    }

    @Override
    public synchronized Home open(Path wanted, Map<String, String> forThisRun) {
        var folder = wanted.toAbsolutePath().normalize();
        if (opened == null) {
            var given = given(forThisRun);
            var home = HomeFolder.take(folder, ProcessHandle.current().pid());
            var settings = context.registerService(Settings.class, new SettingsFile(home.folder(), given), null);
            opened = new Opened(home, context.registerService(Home.class, home, null), settings);
        } else if (!isSame(opened.home().folder(), folder)) {
            throw new HomeProblem(false, "The data folder " + folder + " cannot be opened: this instance works on " + opened.home().folder()
                    + ".", null);
        }
        return opened.home();
    }

    private static Map<String, String> given(Map<String, String> forThisRun) {
        var given = new HashMap<>(forThisRun);
        Optional.ofNullable(System.getProperty("mirrorbook.database")).ifPresent(url -> given.putIfAbsent(DatabaseAddress.SETTING, url));
        Optional.ofNullable(given.get(DatabaseAddress.SETTING)).flatMap(DatabaseAddress::problem).ifPresent(sentence -> {
            throw new HomeProblem(false, sentence, null);
        });
        return given;
    }

    @Override
    public synchronized void stay() {
        if (opened == null) {
            throw new IllegalStateException("no home is open");
        }
        if (residence == null) {
            var home = opened.home();
            Residence stays = () -> home;
            residence = context.registerService(Residence.class, stays, null);
        }
    }

    private static boolean isSame(Path open, Path wanted) {
        try {
            return Files.exists(wanted) && Files.isSameFile(open, wanted);
        } catch (IOException e) {
            throw new HomeProblem(false, "The data folder " + wanted + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    @Override
    @Deactivate
    public synchronized void close() {
        if (residence != null) {
            residence.unregister();
            residence = null;
        }
        if (opened != null) {
            opened.service().unregister();
            opened.settings().unregister();
            opened.home().lock().close();
            opened = null;
        }
    }

    private record Opened(HomeFolder home, ServiceRegistration<Home> service, ServiceRegistration<Settings> settings) {
    }
}
