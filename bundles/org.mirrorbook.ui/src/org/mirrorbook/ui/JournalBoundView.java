package org.mirrorbook.ui;

import java.time.Clock;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.start.JournalOpening;
import org.mirrorbook.ui.start.WorkbenchStart;
import org.mirrorbook.ui.trade.TradeSequence;
import org.mirrorbook.ui.widgets.Notice;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * A view that has nothing to show before the journal is open: until then it says so, and when the journal cannot be opened it says why and
 * offers to try again. UI thread only.
 */
public abstract class JournalBoundView extends ViewPart {

    /** In it the keys of our views count. */
    public static final String CONTEXT = "org.mirrorbook.ui.context";

    private final Surroundings surroundings = new Surroundings();
    private final Following<JournalOpening> followingOpening = new Following<>();
    private final Following<AccountDesk> followingDesk = new Following<>();
    private final StackLayout stack = new StackLayout();
    private Watched<WorkbenchStart> start;
    private Watched<JournalOpening> opening;
    private Watched<AccountDesk> desk;
    private Watched<MirrorDirectory> directory;
    private Watched<Clock> clock;
    private Grid grid;
    private Composite stage;
    private Notice notice;
    private UiDoor door;

    @Override
    public final void createPartControl(Composite parent) {
        stage = new Composite(parent, SWT.NONE);
        stage.setLayout(stack);
        door = new UiDoor(stage);
        notice = new Notice(stage);
        createContent(stage);
        getSite().getService(IContextService.class).activateContext(CONTEXT);
        start = surroundings.watch(WorkbenchStart.class, this::changed);
        opening = surroundings.watch(JournalOpening.class, this::changed);
        desk = surroundings.watch(AccountDesk.class, this::changed);
        directory = surroundings.watch(MirrorDirectory.class, this::changed);
        clock = surroundings.watch(Clock.class, this::changed);
        settle();
    }

    /** Makes what is shown once the journal is open. */
    protected abstract void createContent(Composite stage);

    /** Something changed that decides what the view shows, and the journal is open. */
    protected abstract void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock);

    /** The services are gone: nothing may be asked any more. */
    protected abstract void settleClosed();

    @Override
    public void dispose() {
        followingOpening.stop();
        followingDesk.stop();
        surroundings.close();
        super.dispose();
    }

    /** Has the view look again at what it should show. Any thread. */
    protected final void changed() {
        door.enter(this::settle);
    }

    protected final Surroundings surroundings() {
        return surroundings;
    }

    protected final UiDoor door() {
        return door;
    }

    protected final Notice notice() {
        return notice;
    }

    protected final Optional<AccountDesk> desk() {
        return desk.now();
    }

    protected final Optional<MirrorDirectory> directory() {
        return directory.now();
    }

    protected final Optional<Clock> clock() {
        return clock.now();
    }

    /** Tells the workbench what is selected in that table, and lets commands be put into its context menu. */
    protected final void offer(TableViewer viewer) {
        var menu = new MenuManager();
        viewer.getTable().setMenu(menu.createContextMenu(viewer.getTable()));
        getSite().registerContextMenu(menu, viewer);
        getSite().setSelectionProvider(viewer);
    }

    /** The same of a grid; the workbench's own Copy takes the selected rows. */
    protected final void offer(Grid grid) {
        this.grid = grid;
        var menu = new MenuManager();
        grid.table().setMenu(menu.createContextMenu(grid.table()));
        getSite().registerContextMenu(menu, grid.selection());
        getSite().setSelectionProvider(grid.selection());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), new Action() {
            @Override
            public void run() {
                grid.copy(false);
            }
        });
    }

    /** The table of the view, for the commands on columns and rows, and its order of trades. */
    @Override
    public <T> T getAdapter(Class<T> adapter) {
        boolean listed = grid != null && !grid.isDisposed();
        if (listed && adapter == Grid.class) {
            return adapter.cast(grid);
        }
        if (listed && adapter == TradeSequence.class) {
            TradeSequence sequence = grid::step;
            return adapter.cast(sequence);
        }
        return super.getAdapter(adapter);
    }

    /** Brings one of the stage's controls to the front. */
    protected final void show(Control control) {
        if (stack.topControl != control) {
            stack.topControl = control;
            stage.layout();
        }
    }

    private void settle() {
        start.now().ifPresent(WorkbenchStart::begin);
        followingOpening.follow(opening.now(), journal -> journal.subscribe(this::changed));
        followingDesk.follow(desk.now(), accounts -> accounts.subscribe(this::changed));
        var failure = opening.now().flatMap(JournalOpening::failure).or(() -> desk.now().flatMap(AccountDesk::failure));
        boolean open = desk.now().filter(AccountDesk::isReady).isPresent() && directory.now().isPresent() && clock.now().isPresent();
        if (open) {
            settleOpen(desk.now().get(), directory.now().get(), clock.now().get());
            return;
        }
        settleClosed();
        if (failure.isPresent()) {
            notice.say(Messages.View_failed, failure.get(), Messages.View_retry, this::retry);
        } else {
            notice.say(Messages.View_opening, Messages.View_opening_words);
        }
        show(notice);
    }

    private void retry() {
        if (opening.now().flatMap(JournalOpening::failure).isPresent()) {
            opening.now().ifPresent(JournalOpening::retry);
        } else {
            desk.now().ifPresent(AccountDesk::read);
        }
    }

    @Override
    public void setFocus() {
        if (stack.topControl != null) {
            stack.topControl.setFocus();
        }
    }
}
