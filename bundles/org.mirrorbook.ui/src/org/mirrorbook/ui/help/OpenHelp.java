package org.mirrorbook.ui.help;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the help page of the active view, or the one that is named behind the class in the plug-in manifest. */
public final class OpenHelp extends AbstractHandler implements IExecutableExtension {

    private Optional<String> page = Optional.empty();

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        page = Optional.ofNullable((String) data);
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        var wanted = page.orElseGet(() -> HelpPages.of(Optional.ofNullable(HandlerUtil.getActivePartId(event))));
        try {
            var view = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage().showView(HelpView.ID);
            ((HelpView) view).show(wanted);
        } catch (PartInitException e) {
            throw new ExecutionException("The help could not be opened.", e);
        }
        return null;
    }
}
