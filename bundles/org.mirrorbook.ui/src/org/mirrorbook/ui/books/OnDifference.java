package org.mirrorbook.ui.books;

import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.handlers.HandlerUtil;

/** What a key does to the difference that is shown in the Reconciliation view; which, its declaration says. */
public final class OnDifference extends AbstractHandler implements IExecutableExtension {

    private static final Map<String, Consumer<ReconciliationView>> ACTIONS = Map.of("next", view -> view.step(1),
            "previous", view -> view.step(-1), "correct", ReconciliationView::correct);

    private Consumer<ReconciliationView> action = view -> {
    };

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) throws CoreException {
        if (!(data instanceof String name) || !ACTIONS.containsKey(name)) {
            throw new CoreException(new Status(IStatus.ERROR, "org.mirrorbook.ui", "no action on a difference: " + data));
        }
        action = ACTIONS.get(name);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof ReconciliationView view) {
            action.accept(view);
        }
        return null;
    }
}
