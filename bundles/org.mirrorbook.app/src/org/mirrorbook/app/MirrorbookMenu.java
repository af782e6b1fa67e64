package org.mirrorbook.app;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** The menu of the window, with the usual places for what other bundles add. */
final class MirrorbookMenu extends ActionBarAdvisor {

    private IWorkbenchWindow window;

    MirrorbookMenu(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow madeFor) {
        window = madeFor;
        register(ActionFactory.QUIT.create(madeFor));
        register(ActionFactory.RESET_PERSPECTIVE.create(madeFor));
        register(ActionFactory.PREFERENCES.create(madeFor));
        register(ActionFactory.ABOUT.create(madeFor));
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        var file = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
        file.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        file.add(new Separator());
        file.add(getAction(ActionFactory.QUIT.getId()));
        bar.add(file);
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        var views = new MenuManager("Show &View", "showView");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        var windows = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
        windows.add(views);
        windows.add(getAction(ActionFactory.RESET_PERSPECTIVE.getId()));
        windows.add(new Separator());
        windows.add(getAction(ActionFactory.PREFERENCES.getId()));
        bar.add(windows);
        var help = new MenuManager("&Help", IWorkbenchActionConstants.M_HELP);
        help.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        help.add(getAction(ActionFactory.ABOUT.getId()));
        bar.add(help);
    }
}
