package org.mirrorbook.ui.edits;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;

/**
 * Where the user's edits are done, so that each can be taken back: over an operation history, such as the workbench's own, in a job, one
 * after the other in the order in which they were asked for. Every method returns at once; thread-safe.
 *
 * <p>An edit that fails is not in the history; an undo that fails stays where it was. Either way the user is told the sentence.
 */
public final class UserEdits {

    private final IOperationHistory history;
    private final IUndoContext context;
    private final Consumer<String> told;
    private final Consumer<ICoreRunnable> worker;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    /**
     * @param told gets a sentence for the user when an edit failed; on any thread
     * @param worker runs a piece of work soon, on a thread that may block
     */
    UserEdits(IOperationHistory history, IUndoContext context, Consumer<String> told, Consumer<ICoreRunnable> worker) {
        this.history = requireNonNull(history);
        this.context = requireNonNull(context);
        this.told = requireNonNull(told);
        this.worker = requireNonNull(worker);
    }

    /** Edits in the history of the workbench, with its undo and redo; a failure is said in a dialog. */
    public static UserEdits of(IWorkbench workbench) {
        var operations = workbench.getOperationSupport();
        return new UserEdits(operations.getOperationHistory(), operations.getUndoContext(),
                sentence -> workbench.getDisplay().asyncExec(() -> say(workbench, sentence)),
                work -> Job.create(Messages.UserEdits_job, work).schedule());
    }

    /**
     * Does something that can be taken back.
     *
     * @param label as in "Undo <i>label</i>", such as "Note of SOLUSDT"
     * @param does may block; also runs at each redo
     * @param undoes may block
     */
    public void perform(String label, Runnable does, Runnable undoes) {
        perform(label, does, undoes, told);
    }

    /**
     * As {@link #perform(String, Runnable, Runnable)}.
     *
     * @param failed gets the sentence when it failed the first time, instead of the dialog; on the job's thread
     */
    public void perform(String label, Runnable does, Runnable undoes, Consumer<String> failed) {
        var edit = new Edit(label, does, undoes);
        edit.addContext(context);
        later(() -> run(() -> history.execute(edit, new NullProgressMonitor(), null), failed));
    }

    /** Takes the last edit back, if there is one. */
    public void undo() {
        later(() -> run(() -> history.undo(context, new NullProgressMonitor(), null), told));
    }

    /** Does again what was taken back last, if there is something. */
    public void redo() {
        later(() -> run(() -> history.redo(context, new NullProgressMonitor(), null), told));
    }

    /** Label of what an undo would take back. */
    public Optional<String> undoable() {
        return Optional.ofNullable(history.getUndoOperation(context)).map(IUndoableOperation::getLabel);
    }

    /** Label of what a redo would do again. */
    public Optional<String> redoable() {
        return Optional.ofNullable(history.getRedoOperation(context)).map(IUndoableOperation::getLabel);
    }

    /**
     * Waits until what was asked for is done, as before the workbench closes.
     *
     * @return whether it was done in that time
     */
    public synchronized boolean settle(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (working && end - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !working;
    }

    private synchronized void later(Runnable step) {
        waiting.add(step);
        if (!working) {
            working = true;
            worker.accept(this::work);
        }
    }

    private void work(IProgressMonitor monitor) {
        for (var step = next(); step.isPresent(); step = next()) {
            step.get().run();
        }
    }

    private synchronized Optional<Runnable> next() {
        var next = Optional.ofNullable(waiting.poll());
        working = next.isPresent();
        if (!working) {
            notifyAll();
        }
        return next;
    }

    /** A call of the history. */
    private interface Step {
        IStatus run() throws ExecutionException;
    }

    private static void run(Step step, Consumer<String> failed) {
        try {
            var status = step.run();
            // nothing to undo, or an operation of somebody else that was refused, is no failure of an edit
            if (status.getSeverity() == IStatus.ERROR && status != IOperationHistory.OPERATION_INVALID_STATUS) {
                failed.accept(status.getMessage());
            }
        } catch (ExecutionException e) {
            failed.accept(NLS.bind(Messages.UserEdits_failed, e.getMessage()));
        }
    }

    private static void say(IWorkbench workbench, String sentence) {
        var window = workbench.getActiveWorkbenchWindow();
        if (!workbench.isClosing() && window != null) {
            MessageDialog.openError(window.getShell(), Messages.UserEdits_title, sentence);
        }
    }
}
