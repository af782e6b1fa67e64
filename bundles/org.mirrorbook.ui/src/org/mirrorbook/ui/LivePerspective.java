package org.mirrorbook.ui;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.PlatformUI;
import org.mirrorbook.ui.journal.JournalView;
import org.mirrorbook.ui.live.LivePositionsView;

/**
 * On the left the accounts, what is open, and the journal, one below the other; on the right the selected trade. Views are named by id: a
 * workbench shows those it has. Created by the workbench, on its UI thread.
 */
public final class LivePerspective implements IPerspectiveFactory {

    private static final String ACCOUNTS = "org.mirrorbook.ui.accountsStrip";
    private static final String TRADE = "org.mirrorbook.ui.trade";
    private static final String RECONCILIATION = "org.mirrorbook.ui.reconciliation";
    private static final String HELP = "org.mirrorbook.ui.helpPages";
    private static final String WELCOME = "org.mirrorbook.ui.welcome";

    /** Width of the inspector with its trim, on every screen: its tables are made for it. */
    private static final float INSPECTOR = 354;
    private static final float LEAST_OF_THE_LEFT = 0.6f;
    private static final float MOST_OF_THE_LEFT = 0.8f;
    /** Head and three rows. */
    private static final float SHARE_OF_THE_ACCOUNTS = 0.16f;
    private static final float SHARE_OF_THE_POSITIONS = 0.46f;
    private static final float HALF = 0.5f;

    @Override
    public void createInitialLayout(IPageLayout page) {
        page.setEditorAreaVisible(false);
        var area = page.getEditorArea();
        int screen = Display.getCurrent().getPrimaryMonitor().getClientArea().width;
        float left = Math.clamp(1 - INSPECTOR / screen, LEAST_OF_THE_LEFT, MOST_OF_THE_LEFT);
        IFolderLayout main = page.createFolder("left", IPageLayout.LEFT, left, area);
        main.addView(LivePositionsView.ID);
        if (isThere(ACCOUNTS)) {
            page.addView(ACCOUNTS, IPageLayout.TOP, SHARE_OF_THE_ACCOUNTS, "left");
        }
        IFolderLayout below = page.createFolder("below", IPageLayout.BOTTOM, SHARE_OF_THE_POSITIONS, "left");
        below.addView(JournalView.ID);
        if (isThere(RECONCILIATION)) {
            below.addView(RECONCILIATION);
        }
        // a folder of its own, for it covers all others
        page.addPlaceholder(WELCOME, IPageLayout.TOP, HALF, area);
        IFolderLayout right = page.createFolder("right", IPageLayout.RIGHT, left, area);
        if (isThere(TRADE)) {
            right.addView(TRADE);
        }
        right.addPlaceholder(HELP);
        for (String view : new String[] {ACCOUNTS, LivePositionsView.ID, JournalView.ID, TRADE, RECONCILIATION}) {
            if (isThere(view)) {
                page.addShowViewShortcut(view);
            }
        }
        page.addPerspectiveShortcut("org.mirrorbook.ui.live");
        page.addPerspectiveShortcut("org.mirrorbook.ui.books");
    }

    private static boolean isThere(String view) {
        return PlatformUI.getWorkbench().getViewRegistry().find(view) != null;
    }
}
