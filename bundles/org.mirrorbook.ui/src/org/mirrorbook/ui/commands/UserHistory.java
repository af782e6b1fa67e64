package org.mirrorbook.ui.commands;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistoryListener;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/**
 * Takes back or does again the newest edit of the user, in a job, for an edit goes through the journal. The edits are those of the
 * workbench's own history, in its own context, so that our edits and those of a foreign workbench are in one order.
 */
abstract class UserHistory extends AbstractHandler implements IElementUpdater {

    private final IOperationHistory history = PlatformUI.getWorkbench().getOperationSupport().getOperationHistory();
    private final IUndoContext context = PlatformUI.getWorkbench().getOperationSupport().getUndoContext();
    private final IOperationHistoryListener listener = event -> changed();
    private final String command;

    UserHistory(String command) {
        this.command = command;
        history.addOperationHistoryListener(listener);
        changed();
    }

    /** Which of the history's two ways. */
    abstract IUndoableOperation next(IOperationHistory history, IUndoContext context);

    abstract IStatus go(IOperationHistory history, IUndoContext context, IProgressMonitor monitor) throws ExecutionException;

    /** {@code Undo {0}}. */
    abstract String words();

    @Override
    public Object execute(ExecutionEvent event) {
        var edit = next(history, context);
        if (edit != null) {
            var job = Job.create(NLS.bind(words(), edit.getLabel()), (ICoreRunnable) monitor -> {
                try {
                    var status = go(history, context, monitor);
                    if (status.getSeverity() == IStatus.ERROR) {
                        throw new CoreException(status);
                    }
                } catch (ExecutionException e) {
                    throw new CoreException(Status.error(NLS.bind(words(), edit.getLabel()), e));
                }
            });
            job.setUser(true);
            job.schedule();
        }
        return null;
    }

    private void changed() {
        var display = PlatformUI.getWorkbench().getDisplay();
        if (display.getThread() != Thread.currentThread()) {
            display.asyncExec(this::changed);
            return;
        }
        setBaseEnabled(next(history, context) != null);
        Elements.refresh(command);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        var edit = next(history, context);
        var text = NLS.bind(words(), edit == null ? "" : edit.getLabel()).strip();
        element.setText(text);
        element.setTooltip(text);
    }

    @Override
    public void dispose() {
        history.removeOperationHistoryListener(listener);
        super.dispose();
    }
}
