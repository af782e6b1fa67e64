package org.mirrorbook.ui.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IPerspectiveListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;

/**
 * Puts the tool bars of views beside their tabs again when a perspective comes back. Its folders decide while they are brought in, at a
 * width that is not theirs yet, that the bar has no room there, and leave it on top of the view. UI thread only.
 */
public final class TabBars {

    private final IWorkbench workbench;

    public TabBars(IWorkbench workbench) {
        this.workbench = workbench;
    }

    public void begin() {
        workbench.getActiveWorkbenchWindow().addPerspectiveListener(new IPerspectiveListener() {
            @Override
            public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
                // not before all that is due now is done: then the folders have their width
                later(() -> later(() -> settle(page.getWorkbenchWindow().getShell())));
            }

            @Override
            public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
                // a folder that is there already measures again by itself
            }
        });
    }

    private void later(Runnable work) {
        workbench.getDisplay().asyncExec(() -> {
            if (!workbench.isClosing()) {
                work.run();
            }
        });
    }

    private static void settle(Composite parent) {
        if (parent == null || parent.isDisposed()) {
            return;
        }
        for (Control child : parent.getChildren()) {
            if (child instanceof CTabFolder folder && folder.getTopRight() != null) {
                measure(folder);
            }
            if (child instanceof Composite inner) {
                settle(inner);
            }
        }
    }

    private static void measure(CTabFolder folder) {
        var bar = folder.getTopRight();
        int alignment = folder.getTopRightAlignment();
        // the same once more would be no news to it
        folder.setTopRight(null, SWT.RIGHT);
        folder.setTopRight(bar, alignment);
    }
}
