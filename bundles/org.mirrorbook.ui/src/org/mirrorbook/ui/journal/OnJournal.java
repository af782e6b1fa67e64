package org.mirrorbook.ui.journal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Has the Journal do something, wherever the user is; which it is, is said behind the class name in the plug-in manifest. */
public final class OnJournal extends AbstractHandler implements IExecutableExtension {

    /** What the Journal can be asked to do. */
    enum Wish {
        FILTER_BAR, CLEAR_FILTER, COLUMNS, COPY_WITH_TITLES, IMPORT, EXPORT
    }

    /** Of an export: where to. Without it the user is asked. */
    private static final String FILE = "org.mirrorbook.ui.export.file";

    private Wish wish = Wish.COLUMNS;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        wish = Wish.valueOf((String) data);
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        var page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        try {
            if (page != null && page.showView(JournalView.ID) instanceof JournalView journal) {
                journal.fulfil(wish, Optional.ofNullable(event.getParameter(FILE)).map(Path::of));
            }
        } catch (PartInitException e) {
            throw new ExecutionException("The Journal could not be shown.", e);
        }
        return null;
    }
}
