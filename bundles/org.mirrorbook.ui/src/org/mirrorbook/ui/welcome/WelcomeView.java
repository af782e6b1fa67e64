package org.mirrorbook.ui.welcome;

import java.time.Clock;
import java.util.Optional;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
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
    private WelcomeCover cover;
    private boolean hadNone;
    private final IPartListener2 others = new IPartListener2() {
        @Override
        public void partActivated(IWorkbenchPartReference reference) {
            // who asks for a view that is behind this page wants to see it
            if (reference.getPart(false) != null && cover.hides(reference.getPart(false).getSite().getService(MPart.class))) {
                getSite().getPage().hideView(WelcomeView.this);
            }
        }
    };

    @Override
    protected void createContent(Composite stage) {
        page = new WelcomePage(stage, getSite(), this);
        home = surroundings().watch(Home.class, this::changed);
        cover = new WelcomeCover(getSite().getService(MApplication.class), getSite().getService(EModelService.class));
        door().enter(() -> cover.cover(getSite().getService(MPart.class)));
        getSite().getPage().addPartListener(others);
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        home.now().ifPresent(now -> page.folder(now.folder()));
        show(page.control());
        if (desk.known().isEmpty()) {
            hadNone = true;
        } else if (hadNone) {
            // the first account is there: what it mirrors is shown by the views behind this page
            getSite().getPage().hideView(this);
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

    @Override
    public void dispose() {
        var workbench = getSite().getWorkbenchWindow().getWorkbench();
        getSite().getPage().removePartListener(others);
        if (!workbench.isClosing()) {
            // not while the part is being taken out of the layout
            workbench.getDisplay().asyncExec(cover::uncover);
        }
        super.dispose();
    }
}
