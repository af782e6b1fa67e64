package org.mirrorbook.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.mirrorbook.ui.journal.JournalView;
import org.mirrorbook.ui.live.LivePositionsView;
import org.mirrorbook.ui.strip.AccountsStripView;

/** The accounts above, Live Positions below them, the Journal at the foot; created by the workbench, on its UI thread. */
public final class LivePerspective implements IPerspectiveFactory {

    private static final float SHARE_OF_THE_JOURNAL = 0.54f;
    private static final float SHARE_OF_THE_ACCOUNTS = 0.28f;

    @Override
    public void createInitialLayout(IPageLayout page) {
        page.setEditorAreaVisible(false);
        page.addView(LivePositionsView.ID, IPageLayout.TOP, SHARE_OF_THE_JOURNAL, page.getEditorArea());
        page.addView(JournalView.ID, IPageLayout.BOTTOM, SHARE_OF_THE_JOURNAL, LivePositionsView.ID);
        page.addView(AccountsStripView.ID, IPageLayout.TOP, SHARE_OF_THE_ACCOUNTS, LivePositionsView.ID);
        page.addShowViewShortcut(AccountsStripView.ID);
        page.addShowViewShortcut(LivePositionsView.ID);
        page.addShowViewShortcut(JournalView.ID);
    }
}
