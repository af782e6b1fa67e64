package org.mirrorbook.ui.accounts;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.RiskUnitForm;
import org.mirrorbook.ui.model.accounts.UsualRisk;
import org.osgi.service.prefs.BackingStoreException;

/** What 1R is in a new account unless something else is said there. Kept in the preferences of the workbench. Thread-safe. */
public final class RiskChoice {

    private static final String KEY = "accounts.usualRisk";

    private final IEclipsePreferences kept = InstanceScope.INSTANCE.getNode(Appearance.NODE);

    public RiskUnitForm usual() {
        return UsualRisk.form(kept.get(KEY, ""));
    }

    /** @param form without problem */
    public void keep(RiskUnitForm form) {
        kept.put(KEY, UsualRisk.text(form));
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            // it counts in this run all the same; the next one does not know of it
            ILog.of(RiskChoice.class).error("What 1R is in new accounts could not be kept.", e);
        }
    }
}
