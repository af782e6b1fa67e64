package org.mirrorbook.ui.status;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

/** Puts the line into the trim at the foot of a window. Created by the workbench. */
public final class StatusContribution extends WorkbenchWindowControlContribution {

    @Override
    protected Control createControl(Composite parent) {
        return new StatusLine(parent, getWorkbenchWindow()).control();
    }

    @Override
    public boolean isDynamic() {
        return true;
    }
}
