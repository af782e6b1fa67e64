package org.mirrorbook.ui.live;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.journal.JournalView;
import org.mirrorbook.ui.model.TradeRow;

/** From a position to its trade. UI thread only. */
final class TradeOpening {

    private static final String OPEN_TRADE = "org.mirrorbook.ui.openTrade";

    private final IWorkbenchPartSite site;

    TradeOpening(IWorkbenchPartSite site) {
        this.site = site;
    }

    /** Shows all there is to know of the selected trade; where nothing does that, its row in the journal. */
    void open(TradeRow row) {
        try {
            site.getService(IHandlerService.class).executeCommand(OPEN_TRADE, null);
        } catch (CommandException nobody) {
            openInJournal(row);
        }
    }

    /** Brings the journal to the front, the trade selected. */
    void openInJournal(TradeRow row) {
        openJournal();
        var grid = Adapters.adapt(site.getPage().findView(JournalView.ID), Grid.class);
        if (grid != null) {
            grid.select(row.id());
        }
    }

    void openJournal() {
        try {
            site.getPage().showView(JournalView.ID);
        } catch (PartInitException e) {
            // a mistake of ours: the view is in this bundle
            ILog.of(TradeOpening.class).error(e.getMessage(), e);
        }
    }
}
