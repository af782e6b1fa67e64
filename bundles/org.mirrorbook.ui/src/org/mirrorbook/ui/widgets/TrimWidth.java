package org.mirrorbook.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/**
 * Fits the place of a control in the trim of a window to its size: the workbench measures it once, when there is nothing in it yet. UI
 * thread only.
 */
public final class TrimWidth {

    private TrimWidth() {
    }

    /** The control wants to be of another size now. */
    public static void fit(Control control) {
        for (Control child = control; child.getParent() != null; child = child.getParent()) {
            Composite parent = child.getParent();
            if (parent instanceof ToolBar bar) {
                for (ToolItem item : bar.getItems()) {
                    if (item.getControl() == child) {
                        item.setWidth(child.computeSize(SWT.DEFAULT, SWT.DEFAULT, true).x);
                    }
                }
                // the frame around a tool bar of the trim asks it for the size that it has
                bar.pack();
                bar.getParent().pack();
            }
        }
        control.requestLayout();
    }
}
