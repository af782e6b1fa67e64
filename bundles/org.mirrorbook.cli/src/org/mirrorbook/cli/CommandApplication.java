package org.mirrorbook.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Runs one command in the product without a window. Returns the exit code, also for what nobody expected: an exception would end the JVM
 * with code 0 or with a dialog's text on standard output.
 */
public final class CommandApplication implements IApplication {

    /** The user's arguments, each in Base64, separated by commas: so Equinox takes none of them for its own. */
    private static final String ARGUMENTS = "mirrorbook.arguments";

    @Override
    public Object start(IApplicationContext context) {
        var streams = Streams.ofProcess();
        try {
            var product = new EquinoxProduct(FrameworkUtil.getBundle(getClass()).getBundleContext(), streams);
            return new Commands(product, streams, new ProcessSignals()).run(arguments(context));
        } catch (RuntimeException | Error e) {
            return new Problems(streams).tell(e);
        } finally {
            streams.results().flush();
        }
    }

    /** Commands that run until they are stopped hear of it by the signal itself. */
    @Override
    public void stop() {
    }

    private static List<String> arguments(IApplicationContext context) {
        var packed = System.getProperty(ARGUMENTS);
        if (packed == null) {
            // started by a launch configuration, which has no launcher of ours before it
            return List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        }
        return packed.isEmpty() ? List.of()
                : Arrays.stream(packed.split(",", -1)).map(one -> new String(Base64.getDecoder().decode(one), StandardCharsets.UTF_8))
                .toList();
    }
}
