package org.mirrorbook.ui.trade;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** Keeps the trade that is shown, whatever is selected elsewhere; and lets go of it. */
public final class PinTrade extends AbstractHandler implements IElementUpdater {

    private static final String COMMAND = "org.mirrorbook.ui.pinTrade";

    @Override
    public Object execute(ExecutionEvent event) {
        if (view(HandlerUtil.getActiveWorkbenchWindow(event)) instanceof TradeView view) {
            view.pin(!view.isPinned());
            PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(COMMAND, null);
        }
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        element.setChecked(view(PlatformUI.getWorkbench().getActiveWorkbenchWindow()) instanceof TradeView view && view.isPinned());
    }

    private static Object view(IWorkbenchWindow window) {
        return window == null || window.getActivePage() == null ? null : window.getActivePage().findView(TradeView.ID);
    }
}
