package org.mirrorbook.ui.look;

import java.util.stream.Stream;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IPerspectiveListener;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;

/**
 * Keeps the tool bars of our views beside their tabs. A perspective that comes back is laid out before its tabs have their room: the
 * workbench then puts the tool bar below the tab, over the first line of the view, until the window changes its size. UI thread only.
 */
public final class TabTools implements IPerspectiveListener {

    private static final String OURS = "org.mirrorbook.ui.";

    private final IWorkbenchWindow window;

    public TabTools(IWorkbenchWindow window) {
        this.window = window;
    }

    public void begin() {
        window.addPerspectiveListener(this);
    }

    @Override
    public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
        settleLater(page);
    }

    @Override
    public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
        if (IWorkbenchPage.CHANGE_VIEW_SHOW.equals(change)) {
            settleLater(page);
        }
    }

    private void settleLater(IWorkbenchPage page) {
        window.getShell().getDisplay().asyncExec(() -> {
            if (!window.getShell().isDisposed()) {
                Stream.of(page.getViewReferences()).filter(view -> view.getId().startsWith(OURS)).forEach(TabTools::settle);
            }
        });
    }

    private static void settle(IViewReference reference) {
        IViewPart view = reference.getView(false);
        MPart part = view == null ? null : view.getSite().getService(MPart.class);
        if (part != null && part.getWidget() instanceof Composite content && !content.isDisposed() && content.isVisible()) {
            Control control = content;
            while (control != null && !(control instanceof CTabFolder)) {
                control = control.getParent();
            }
            if (control instanceof CTabFolder folder && folder.getTopRight() != null) {
                // the same place once more would be passed over: first another one, then that of the workbench
                var tools = folder.getTopRight();
                folder.setTopRight(tools, SWT.RIGHT);
                folder.setTopRight(tools, SWT.RIGHT | SWT.WRAP);
            }
        }
    }
}
