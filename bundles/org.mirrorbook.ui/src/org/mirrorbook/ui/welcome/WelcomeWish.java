package org.mirrorbook.ui.welcome;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.mirrorbook.ui.look.Appearance;
import org.osgi.service.prefs.BackingStoreException;

/** Whether the page comes up by itself while there is no account. The product wants it, a foreign workbench does not. Thread-safe. */
public final class WelcomeWish {

    private static final String KEY = "welcome";

    public boolean wanted() {
        return Platform.getPreferencesService().getBoolean(Appearance.NODE, KEY, false, null);
    }

    void want(boolean wanted) {
        var kept = InstanceScope.INSTANCE.getNode(Appearance.NODE);
        kept.putBoolean(KEY, wanted);
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            // it counts in this run all the same; the next one does not know of it
            ILog.of(WelcomeWish.class).error("The choice could not be kept.", e);
        }
    }
}
