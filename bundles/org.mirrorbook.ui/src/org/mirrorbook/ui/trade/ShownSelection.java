package org.mirrorbook.ui.trade;

import java.util.Optional;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.mirrorbook.domain.journal.TradeId;

/** The trade that is shown is what is selected in the Trade view, so that commands on a trade work there too. UI thread only. */
final class ShownSelection implements ISelectionProvider {

    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private Optional<TradeSheet> shown = Optional.empty();

    /** Tells the workbench only of another trade, not of each new figure. */
    void show(Optional<TradeSheet> newest) {
        Optional<TradeId> before = shown.map(TradeSheet::id);
        shown = newest;
        if (!before.equals(newest.map(TradeSheet::id))) {
            var event = new SelectionChangedEvent(this, getSelection());
            listeners.forEach(listener -> listener.selectionChanged(event));
        }
    }

    @Override
    public ISelection getSelection() {
        return shown.<ISelection>map(StructuredSelection::new).orElse(StructuredSelection.EMPTY);
    }

    @Override
    public void setSelection(ISelection selection) {
        // what is shown follows the other views
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
