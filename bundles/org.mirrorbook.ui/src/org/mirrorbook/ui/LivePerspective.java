package org.mirrorbook.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.mirrorbook.ui.journal.JournalView;
import org.mirrorbook.ui.live.LivePositionsView;
import org.mirrorbook.ui.trade.TradeView;

/** Live Positions above, the Journal below, the Trade to the right of both; created by the workbench, on its UI thread. */
public final class LivePerspective implements IPerspectiveFactory {

    /** 348 of 1440 points for the Trade. */
    private static final float SHARE_LEFT_OF_THE_TRADE = 0.755f;
    private static final float SHARE_OF_THE_POSITIONS = 0.48f;

    @Override
    public void createInitialLayout(IPageLayout page) {
        page.setEditorAreaVisible(false);
        page.addView(TradeView.ID, IPageLayout.RIGHT, SHARE_LEFT_OF_THE_TRADE, page.getEditorArea());
        page.addView(LivePositionsView.ID, IPageLayout.TOP, SHARE_OF_THE_POSITIONS, page.getEditorArea());
        page.addView(JournalView.ID, IPageLayout.BOTTOM, 1 - SHARE_OF_THE_POSITIONS, LivePositionsView.ID);
        page.addShowViewShortcut(LivePositionsView.ID);
        page.addShowViewShortcut(JournalView.ID);
        page.addShowViewShortcut(TradeView.ID);
    }
}
