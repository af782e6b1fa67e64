package org.mirrorbook.ui.grid;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.handlers.HandlerUtil;

/** Puts the selected rows of the active part's table into the clipboard with the titles of its columns; all rows where none is selected. */
public final class CopyTable extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Optional.ofNullable(Adapters.adapt(HandlerUtil.getActivePart(event), Grid.class)).ifPresent(Grid::copyTable);
        return null;
    }
}
