package org.mirrorbook.ui.live;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Groups the open positions by account, or puts them into one list. The views follow the state of the command. */
public final class GroupByAccount extends AbstractHandler {

    /** The command. */
    public static final String ID = "org.mirrorbook.ui.groupByAccount";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        HandlerUtil.toggleCommandState(event.getCommand());
        return null;
    }
}
