package org.mirrorbook.ui.welcome;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Adds the trades of an export to the journal. */
public final class ImportJournal extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        new ArchiveErrands(HandlerUtil.getActiveShell(event)).importJournal();
        return null;
    }
}
