package org.mirrorbook.ui.welcome;

import java.time.Clock;
import java.util.Optional;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.ui.JournalBoundView;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.accounts.AccountWizard;

/** Greets who has no account yet: practise, connect one, or bring a journal along. Goes when the first account is there. UI thread only. */
public final class WelcomeView extends JournalBoundView implements WelcomePage.Choices {

    public static final String ID = "org.mirrorbook.ui.welcome";

    private WelcomePage page;
    private Watched<Home> home;
    private boolean hadNone;

    @Override
    protected void createContent(Composite stage) {
        page = new WelcomePage(stage, getSite(), this);
        home = surroundings().watch(Home.class, this::changed);
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        home.now().ifPresent(now -> page.folder(now.folder()));
        show(page.control());
        if (desk.known().isEmpty()) {
            hadNone = true;
        } else if (hadNone) {
            // the first account is there: what it mirrors is shown by the views behind this page
            var page = getSite().getPage();
            page.setPartState(page.findViewReference(ID), IWorkbenchPage.STATE_RESTORED);
            page.hideView(this);
        }
    }

    @Override
    protected void settleClosed() {
        // nothing is watched that would have to end
    }

    @Override
    public void practise() {
        desk().ifPresent(desk -> {
            page.busy();
            desk.add(new NewAccount(Messages.Welcome_practiceLabel, "bitget", Environment.PRACTICE, Optional.empty(), true),
                    Optional.empty(), "", done -> changed(), sentence -> door().enter(() -> page.failed(sentence)));
        });
    }

    @Override
    public void connect() {
        desk().ifPresent(desk -> AccountWizard.add(getSite().getShell(), desk));
    }
}
