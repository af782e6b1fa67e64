package org.mirrorbook.ui.notify;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.shell.News;
import org.osgi.service.prefs.BackingStoreException;

/** Which notifications the user wants; all, unless said otherwise. Kept in the preferences of the workbench. Thread-safe. */
public final class NewsWishes {

    private static final String PREFIX = "notify.";

    private final IEclipsePreferences kept = InstanceScope.INSTANCE.getNode(Appearance.NODE);

    public boolean wants(News.Kind kind) {
        return kept.getBoolean(PREFIX + kind.name(), true);
    }

    public void want(News.Kind kind, boolean wanted) {
        kept.putBoolean(PREFIX + kind.name(), wanted);
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            // it counts in this run all the same; the next one does not know of it
            ILog.of(NewsWishes.class).error("The choice of notifications could not be kept.", e);
        }
    }
}
