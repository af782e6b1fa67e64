package org.mirrorbook.ui.live;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.commands.State;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.JournalBoundView;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.accounts.AccountWizard;
import org.mirrorbook.ui.accounts.AccountsPage;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Throttle;
import org.mirrorbook.ui.model.live.LivePage;
import org.mirrorbook.ui.model.live.TodayWords;

/**
 * What is open now. It takes the newest view of all mirrors at most ten times a second, has the rows made beside the UI thread and touches
 * only the cells that look different; while it is hidden it remembers prices and does nothing else. Once a second it looks by itself, for
 * prices grow old without a message.
 */
public final class LivePositionsView extends JournalBoundView {

    public static final String ID = "org.mirrorbook.ui.livePositions";

    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Following<MirrorDirectory> following = new Following<>();
    private final Appearance appearance = new Appearance();
    private final Runnable endAppearance = appearance.subscribe(this::newLook);
    private final IStateListener grouping = (state, before) -> group(state);
    private Figures figures = appearance.newest();
    private Optional<IMemento> kept = Optional.empty();
    private Optional<LiveReading> reading = Optional.empty();
    private Optional<TodayReading> today = Optional.empty();
    private Optional<LocalDate> day = Optional.empty();
    private Watched<JournalReader> reader;
    private Composite content;
    private LiveTable table;
    private TodayBar bar;
    private Invitation welcome;
    private boolean ticking;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        kept = Optional.ofNullable(memento);
    }

    @Override
    protected void createContent(Composite stage) {
        welcome = new Invitation(stage, this::startPractice, this::connect);
        content = new Composite(stage, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        table = new LiveTable(content, appearance.rowHeight(), this::openAccounts, this::look, new TradeOpening(getSite())::open);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.grid());
        kept.ifPresent(table::restoreState);
        offer(table.grid());
        var tools = getViewSite().getActionBars().getToolBarManager();
        bar = new TodayBar(tools, () -> new TradeOpening(getSite()).openJournal());
        tools.add(bar);
        reader = surroundings().watch(JournalReader.class, this::changed);
        surroundings().hear(MirrorTopics.TRADE_PREFIX + "*", event -> {
            if (!event.getTopic().equals(MirrorTopics.UPDATED)) {
                door().enter(() -> today.ifPresent(TodayReading::again));
            }
        });
        groupState().addListener(grouping);
        group(groupState());
    }

    private State groupState() {
        return getSite().getService(ICommandService.class).getCommand(GroupByAccount.ID).getState(RegistryToggleState.STATE_ID);
    }

    private void group(State state) {
        table.group(Boolean.TRUE.equals(state.getValue()));
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        if (desk.known().isEmpty()) {
            stop();
            show(welcome);
            return;
        }
        welcome.ready();
        var throttle = new Throttle(PERIOD, clock, door(), this::look);
        following.follow(Optional.of(directory), now -> {
            reading = Optional.of(new LiveReading(now, desk::known, clock, this::made));
            var subscription = now.subscribe(throttle::signal);
            return subscription::close;
        });
        today = reader.now().map(journal -> new TodayReading(journal, desk::known, clock, () -> new TodayWords(figures),
                sums -> door().enter(() -> bar.closed(sums))));
        today.ifPresent(TodayReading::again);
        show(content);
        look();
        if (!ticking) {
            ticking = true;
            tick();
        }
    }

    @Override
    protected void settleClosed() {
        stop();
    }

    private void stop() {
        following.stop();
        reading.ifPresent(LiveReading::cancel);
        reading = Optional.empty();
        today.ifPresent(TodayReading::cancel);
        today = Optional.empty();
    }

    private void tick() {
        door().enterAfter(TICK, () -> {
            clock().map(clock -> clock.instant().atZone(figures.zone()).toLocalDate()).ifPresent(now -> {
                if (!day.equals(Optional.of(now))) {
                    day = Optional.of(now);
                    today.ifPresent(TodayReading::again);
                }
            });
            look();
            tick();
        });
    }

    private void look() {
        reading.ifPresent(job -> job.look(table.wish(), figures, content.isVisible()));
    }

    private void made(LivePage page) {
        door().enter(() -> {
            if (reading.isPresent() && content.isVisible()) {
                table.show(page);
                directory().ifPresent(directory -> bar.show(directory.view(), new TodayWords(figures)));
            }
        });
    }

    private void newLook() {
        door().enter(() -> {
            figures = appearance.newest();
            table.grid().rowHeight(appearance.rowHeight());
            today.ifPresent(TodayReading::again);
            look();
        });
    }

    private void startPractice() {
        desk().ifPresent(desk -> {
            welcome.busy(Messages.Welcome_starting);
            desk.add(new NewAccount(Messages.Welcome_practiceLabel, "bitget", Environment.PRACTICE, Optional.empty(), true),
                    Optional.empty(), "",
                    done -> changed(), sentence -> door().enter(() -> welcome.failed(sentence)));
        });
    }

    private void connect() {
        desk().ifPresent(desk -> AccountWizard.add(getSite().getShell(), desk));
    }

    private void openAccounts() {
        PreferencesUtil.createPreferenceDialogOn(getSite().getShell(), AccountsPage.ID, null, null).open();
    }

    @Override
    public void saveState(IMemento memento) {
        table.saveState(memento);
    }

    @Override
    public void dispose() {
        endAppearance.run();
        groupState().removeListener(grouping);
        stop();
        super.dispose();
    }
}
