package org.mirrorbook.ui.live;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mirrorbook.ui.model.TradeRow;

/** Shows the selected trade in the journal. */
public final class OpenInJournal extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof TradeRow row) {
            new TradeOpening(HandlerUtil.getActivePart(event).getSite()).openInJournal(row);
        }
        return null;
    }
}
