package org.mirrorbook.ui.trade;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mirrorbook.ui.model.TradeRow;

/** Does something with the selected trade in the Trade view. What, is said behind the class name in the plug-in manifest. */
public final class OnTrade extends AbstractHandler implements IExecutableExtension {

    private Deed deed = Deed.OPEN;

    /** What can be done. */
    enum Deed {
        OPEN, NOTE, TAG, SETUP, PICTURE, PASTE, PREVIOUS, NEXT
    }

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        deed = Deed.valueOf((String) data);
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        var view = view(event);
        switch (deed) {
            case OPEN -> on(view, event, TradeContent::setFocus);
            case NOTE -> on(view, event, TradeContent::editNote);
            case TAG -> on(view, event, TradeContent::editTags);
            case SETUP -> on(view, event, TradeContent::editSetup);
            case PICTURE -> on(view, event, content -> {
                content.showPictures();
                content.pictures().choose();
            });
            case PASTE -> view.open(TradeContent::paste);
            case PREVIOUS -> view.step(-1);
            case NEXT -> view.step(1);
        }
        return null;
    }

    private static void on(TradeView view, ExecutionEvent event, Consumer<TradeContent> then) {
        selected(event).ifPresentOrElse(row -> view.open(row.id(), then), () -> view.open(then));
    }

    private static Optional<TradeRow> selected(ExecutionEvent event) {
        return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof TradeRow row ? Optional.of(row) : Optional.empty();
    }

    /** Stepping leaves the keyboard where it is: in the list. */
    private TradeView view(ExecutionEvent event) throws ExecutionException {
        var page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        boolean steps = deed == Deed.PREVIOUS || deed == Deed.NEXT;
        try {
            return (TradeView) page.showView(TradeView.ID, null,
                    steps ? IWorkbenchPage.VIEW_VISIBLE : IWorkbenchPage.VIEW_ACTIVATE);
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }
}
