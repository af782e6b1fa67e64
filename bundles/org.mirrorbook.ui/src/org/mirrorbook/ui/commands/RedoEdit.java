package org.mirrorbook.ui.commands;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.ui.IWorkbenchCommandConstants;

/** Does again what the user took back last. */
public final class RedoEdit extends UserHistory {

    public RedoEdit() {
        super(IWorkbenchCommandConstants.EDIT_REDO);
    }

    @Override
    IUndoableOperation next(IOperationHistory history, IUndoContext context) {
        return history.getRedoOperation(context);
    }

    @Override
    IStatus go(IOperationHistory history, IUndoContext context, IProgressMonitor monitor) throws ExecutionException {
        return history.redo(context, monitor, null);
    }

    @Override
    String words() {
        return Messages.RedoEdit_words;
    }
}
