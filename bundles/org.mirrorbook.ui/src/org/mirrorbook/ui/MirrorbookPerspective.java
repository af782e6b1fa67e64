package org.mirrorbook.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Lays out the views of Mirrorbook; created by the workbench, on its UI thread. */
public final class MirrorbookPerspective implements IPerspectiveFactory {
    @Override
    public void createInitialLayout(IPageLayout page) {
        page.setEditorAreaVisible(false);
    }
}
