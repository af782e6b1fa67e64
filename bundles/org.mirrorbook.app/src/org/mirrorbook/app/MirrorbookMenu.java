package org.mirrorbook.app;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/**
 * The menus of the window, as places: the commands in them are put there by the plug-in manifest, by name. Here is only what is no
 * command, such as the list of the views.
 */
final class MirrorbookMenu extends ActionBarAdvisor {

    private static final String COMMANDS = "commands";

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
        var file = menu(bar, Messages.Menu_file, IWorkbenchActionConstants.M_FILE);
        file.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        file.add(new Separator());
        file.add(getAction(ActionFactory.QUIT.getId()));
        menu(bar, Messages.Menu_edit, IWorkbenchActionConstants.M_EDIT).add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        menu(bar, Messages.Menu_accounts, "accounts");
        menu(bar, Messages.Menu_trade, "trade");
        var view = menu(bar, Messages.Menu_view, "view");
        view.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        view.add(new Separator(COMMANDS));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        windows(menu(bar, Messages.Menu_window, IWorkbenchActionConstants.M_WINDOW));
        var help = menu(bar, Messages.Menu_help, IWorkbenchActionConstants.M_HELP);
        help.add(new GroupMarker(COMMANDS));
        help.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        help.add(new Separator());
        help.add(getAction(ActionFactory.ABOUT.getId()));
    }

    private void windows(IMenuManager windows) {
        var perspectives = new MenuManager(Messages.Menu_perspective, "perspective");
        perspectives.add(ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window));
        windows.add(perspectives);
        windows.add(getAction(ActionFactory.RESET_PERSPECTIVE.getId()));
        windows.add(new Separator(COMMANDS));
        windows.add(new Separator());
        windows.add(getAction(ActionFactory.PREFERENCES.getId()));
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        // the places of the tool items; the commands are named by the plug-in manifest
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private static IMenuManager menu(IMenuManager bar, String text, String id) {
        var menu = new MenuManager(text, id);
        bar.add(menu);
        return menu;
    }
}
