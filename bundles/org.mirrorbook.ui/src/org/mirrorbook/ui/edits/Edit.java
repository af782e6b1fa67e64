package org.mirrorbook.ui.edits;

import static java.util.Objects.requireNonNull;

import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IAdvancedUndoableOperation2;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.mirrorbook.ui.ProblemWords;

/** One edit of the user in the operation history: what it does, and what takes it back. Both may block. */
final class Edit extends AbstractOperation implements IAdvancedUndoableOperation2 {

    private final Runnable does;
    private final Runnable undoes;

    /** @param label as in "Undo <i>label</i>" */
    Edit(String label, Runnable does, Runnable undoes) {
        super(label);
        this.does = requireNonNull(does);
        this.undoes = requireNonNull(undoes);
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        return outcome(does);
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        return outcome(does);
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        return outcome(undoes);
    }

    /** A failure is an error with a sentence for the user: the history then keeps the edit where it was. */
    private IStatus outcome(Runnable step) {
        try {
            step.run();
            return Status.OK_STATUS;
        } catch (RuntimeException e) {
            return new Status(IStatus.ERROR, "org.mirrorbook.ui", ProblemWords.of(e, getLabel()));
        }
    }

    @Override
    public IStatus computeExecutionStatus(IProgressMonitor monitor) {
        return Status.OK_STATUS;
    }

    @Override
    public void setQuietCompute(boolean quiet) {
        // nothing is ever asked of the user before an edit
    }

    /** The workbench's own undo action must not block the UI thread either. */
    @Override
    public boolean runInBackground() {
        return true;
    }
}
