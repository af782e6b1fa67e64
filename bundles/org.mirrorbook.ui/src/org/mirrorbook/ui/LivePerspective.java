package org.mirrorbook.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.mirrorbook.ui.journal.JournalView;
import org.mirrorbook.ui.live.LivePositionsView;

/** Live Positions above, the Journal below; created by the workbench, on its UI thread. */
public final class LivePerspective implements IPerspectiveFactory {

    private static final float SHARE_OF_THE_POSITIONS = 0.48f;

    @Override
    public void createInitialLayout(IPageLayout page) {
        page.setEditorAreaVisible(false);
        page.addView(LivePositionsView.ID, IPageLayout.TOP, SHARE_OF_THE_POSITIONS, page.getEditorArea());
        page.addView(JournalView.ID, IPageLayout.BOTTOM, 1 - SHARE_OF_THE_POSITIONS, LivePositionsView.ID);
        page.addShowViewShortcut(LivePositionsView.ID);
        page.addShowViewShortcut(JournalView.ID);
    }
}
