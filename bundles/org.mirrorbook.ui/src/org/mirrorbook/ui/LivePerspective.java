package org.mirrorbook.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.mirrorbook.ui.journal.JournalView;
import org.mirrorbook.ui.live.LivePositionsView;
import org.mirrorbook.ui.strip.AccountsStripView;
import org.mirrorbook.ui.trade.TradeView;

/**
 * The accounts above, Live Positions below them, the Journal at the foot, the Trade to the right of all; created by the workbench, on its
 * UI thread.
 */
public final class LivePerspective implements IPerspectiveFactory {

    /** 348 of 1440 points for the Trade. */
    private static final float SHARE_LEFT_OF_THE_TRADE = 0.755f;
    private static final float SHARE_OF_THE_JOURNAL = 0.54f;
    private static final float SHARE_OF_THE_ACCOUNTS = 0.28f;

    @Override
    public void createInitialLayout(IPageLayout page) {
        page.setEditorAreaVisible(false);
        page.addView(TradeView.ID, IPageLayout.RIGHT, SHARE_LEFT_OF_THE_TRADE, page.getEditorArea());
        page.addView(LivePositionsView.ID, IPageLayout.TOP, SHARE_OF_THE_JOURNAL, page.getEditorArea());
        page.addView(JournalView.ID, IPageLayout.BOTTOM, SHARE_OF_THE_JOURNAL, LivePositionsView.ID);
        page.addView(AccountsStripView.ID, IPageLayout.TOP, SHARE_OF_THE_ACCOUNTS, LivePositionsView.ID);
        page.addShowViewShortcut(AccountsStripView.ID);
        page.addShowViewShortcut(LivePositionsView.ID);
        page.addShowViewShortcut(JournalView.ID);
        page.addShowViewShortcut(TradeView.ID);
    }
}
