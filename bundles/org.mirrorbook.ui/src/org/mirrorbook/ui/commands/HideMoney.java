package org.mirrorbook.ui.commands;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;
import org.mirrorbook.ui.look.Appearance;

/** Hides money, sizes and margins everywhere, or shows them again. */
public final class HideMoney extends AbstractHandler implements IElementUpdater {

    /** The command. */
    public static final String ID = "org.mirrorbook.ui.hideMoney";

    private final Appearance appearance = new Appearance();
    private final Runnable end = appearance.subscribe(() -> Elements.refresh(ID));

    @Override
    public Object execute(ExecutionEvent event) {
        appearance.hideMoney(!appearance.hidesMoney());
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        element.setChecked(appearance.hidesMoney());
    }

    @Override
    public void dispose() {
        end.run();
        super.dispose();
    }
}
