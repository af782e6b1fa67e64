package org.mirrorbook.ui.welcome;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;

/** Opens the page that greets, over the whole perspective, when the journal turns out to have no account. Once a run. UI thread only. */
public final class FirstRun {

    private final Following<AccountDesk> following = new Following<>();
    private final IWorkbench workbench;
    private final Watched<AccountDesk> desk;
    private boolean decided;

    /** @param surroundings whose end ends the waiting */
    public FirstRun(Surroundings surroundings, IWorkbench workbench) {
        this.workbench = workbench;
        new WelcomeCover(workbench.getService(MApplication.class), workbench.getService(EModelService.class)).uncover();
        desk = surroundings.watch(AccountDesk.class, this::changed);
    }

    private void changed() {
        workbench.getDisplay().asyncExec(this::settle);
    }

    private void settle() {
        if (decided || workbench.isClosing()) {
            following.stop();
            return;
        }
        following.follow(desk.now(), accounts -> accounts.subscribe(this::changed));
        desk.now().filter(AccountDesk::isReady).ifPresent(accounts -> {
            decided = true;
            following.stop();
            if (accounts.known().isEmpty() && new WelcomeWish().wanted()) {
                open();
            }
        });
    }

    private void open() {
        Optional.ofNullable(workbench.getActiveWorkbenchWindow()).map(window -> window.getActivePage()).ifPresent(page -> {
            try {
                page.showView(WelcomeView.ID);
            } catch (PartInitException e) {
                ILog.of(FirstRun.class).error("The page that greets could not be opened.", e);
            }
        });
    }
}
