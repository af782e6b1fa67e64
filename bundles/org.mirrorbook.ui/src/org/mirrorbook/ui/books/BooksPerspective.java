package org.mirrorbook.ui.books;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The comparison with the exchanges' books, and its history below; created by the workbench, on its UI thread. */
public final class BooksPerspective implements IPerspectiveFactory {

    public static final String ID = "org.mirrorbook.ui.books";

    private static final float SHARE_OF_THE_COMPARISON = 0.68f;

    @Override
    public void createInitialLayout(IPageLayout page) {
        page.setEditorAreaVisible(false);
        page.addView(ReconciliationView.ID, IPageLayout.TOP, SHARE_OF_THE_COMPARISON, page.getEditorArea());
        page.addView(RunsView.ID, IPageLayout.BOTTOM, SHARE_OF_THE_COMPARISON, ReconciliationView.ID);
        page.addShowViewShortcut(ReconciliationView.ID);
        page.addShowViewShortcut(RunsView.ID);
    }
}
