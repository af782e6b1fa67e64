package org.mirrorbook.ui.trade;

import static java.util.Objects.requireNonNull;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;

/** Does something before the workbench closes, while its services are still there. */
final class LastWords implements IWorkbenchListener {

    private final Runnable words;

    LastWords(Runnable words) {
        this.words = requireNonNull(words);
    }

    @Override
    public boolean preShutdown(IWorkbench workbench, boolean forced) {
        words.run();
        return true;
    }

    @Override
    public void postShutdown(IWorkbench workbench) {
        // all is said
    }
}
