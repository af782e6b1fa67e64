package org.mirrorbook.app;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.contexts.IContextService;

/** The window: title, size, menu, tool bar, perspectives and status line. */
final class MirrorbookWindow extends WorkbenchWindowAdvisor {

    private static final Point SIZE = new Point(1440, 900);
    /** In it the keys of our views count; in this window they always do. */
    private static final String CONTEXT = "org.mirrorbook.ui.context";

    MirrorbookWindow(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new MirrorbookMenu(configurer);
    }

    @Override
    public void preWindowOpen() {
        var configurer = getWindowConfigurer();
        var screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
        configurer.setInitialSize(new Point(Math.min(SIZE.x, screen.width), Math.min(SIZE.y, screen.height)));
        configurer.setTitle("Mirrorbook");
        configurer.setShowCoolBar(true);
        configurer.setShowPerspectiveBar(true);
        configurer.setShowStatusLine(true);
        // the status line tells of jobs itself, with a way to cancel them
        configurer.setShowProgressIndicator(false);
    }

    @Override
    public void postWindowCreate() {
        getWindowConfigurer().getWindow().getService(IContextService.class).activateContext(CONTEXT);
    }
}
