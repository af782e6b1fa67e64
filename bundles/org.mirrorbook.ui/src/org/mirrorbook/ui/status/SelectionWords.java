package org.mirrorbook.ui.status;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.INullSelectionListener;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.mirrorbook.ui.model.TradeRow;
import org.mirrorbook.ui.model.shell.StatusWords;

/** Says at the left end of the status line which trades are selected. UI thread only. */
public final class SelectionWords implements INullSelectionListener {

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (part instanceof IViewPart view && part.getSite().getId().startsWith("org.mirrorbook.")) {
            IStatusLineManager line = view.getViewSite().getActionBars().getStatusLineManager();
            line.setMessage(words(selection));
        }
    }

    private static String words(ISelection selection) {
        if (!(selection instanceof IStructuredSelection elements)) {
            return "";
        }
        var rows = elements.stream().filter(TradeRow.class::isInstance).map(TradeRow.class::cast).toList();
        var words = StatusWords.selected(rows.size());
        return rows.size() == 1 && !rows.getFirst().summary().isEmpty() ? words + ": " + rows.getFirst().summary() : words;
    }
}
