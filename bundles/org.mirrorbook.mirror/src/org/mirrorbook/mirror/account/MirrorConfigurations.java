package org.mirrorbook.mirror.account;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.component.MirrorRun;
import org.mirrorbook.mirror.component.MirrorSettings;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The factory configurations of the mirrors, one a mirrored account: where one is made a mirror starts, where it is changed it starts
 * again, where it is deleted it stops; the service runtime does that on a thread of its own. Not thread-safe.
 */
final class MirrorConfigurations {

    /** Any bundle may be given them: the component's own takes them wherever it was installed from. */
    private static final String ANYWHERE = "?";

    private final ConfigurationAdmin admin;
    private final MirrorRun run;

    MirrorConfigurations(ConfigurationAdmin admin, MirrorRun run) {
        this.admin = admin;
        this.run = run;
    }

    /** Makes the configurations equal to these mirrors: what differs is made, changed or deleted, what does not is left alone. */
    void become(Collection<MirrorSettings> wanted) {
        try {
            var kept = new HashSet<String>();
            for (var mirror : wanted) {
                var configuration = admin.getFactoryConfiguration(MirrorSettings.PID, mirror.account().value(), ANYWHERE);
                configuration.updateIfDifferent(FrameworkUtil.asDictionary(mirror.properties(run.id())));
                kept.add(configuration.getPid());
            }
            for (var configuration : all()) {
                if (!kept.contains(configuration.getPid())) {
                    configuration.delete();
                }
            }
        } catch (IOException broken) {
            throw new AccountProblem("The mirrors could not be started or stopped: their configuration cannot be written.", broken);
        }
    }

    private List<Configuration> all() throws IOException {
        try {
            var found = admin.listConfigurations("(" + ConfigurationAdmin.SERVICE_FACTORYPID + "=" + MirrorSettings.PID + ")");
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException never) {
            throw new IllegalStateException("a constant filter", never);
        }
    }
}
