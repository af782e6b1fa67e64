package org.mirrorbook.ui.grid;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for the columns of the table of the active part. */
public final class ChooseColumns extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Optional.ofNullable(Adapters.adapt(HandlerUtil.getActivePart(event), Grid.class)).ifPresent(Grid::chooseColumns);
        return null;
    }
}
