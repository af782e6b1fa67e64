package org.mirrorbook.ui.commands;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.ui.IWorkbenchCommandConstants;

/** Takes back the newest edit of the user. */
public final class UndoEdit extends UserHistory {

    public UndoEdit() {
        super(IWorkbenchCommandConstants.EDIT_UNDO);
    }

    @Override
    IUndoableOperation next(IOperationHistory history, IUndoContext context) {
        return history.getUndoOperation(context);
    }

    @Override
    IStatus go(IOperationHistory history, IUndoContext context, IProgressMonitor monitor) throws ExecutionException {
        return history.undo(context, monitor, null);
    }

    @Override
    String words() {
        return Messages.UndoEdit_words;
    }
}
