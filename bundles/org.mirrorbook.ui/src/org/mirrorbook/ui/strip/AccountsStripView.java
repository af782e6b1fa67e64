package org.mirrorbook.ui.strip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.JournalBoundView;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.accounts.AccountWizard;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.grid.GridListener;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Throttle;
import org.mirrorbook.ui.model.live.StripColumn;
import org.mirrorbook.ui.model.live.StripFacts;
import org.mirrorbook.ui.model.live.StripRow;
import org.mirrorbook.ui.model.live.StripRows;

/**
 * Every account with its state, how well its link does, and its Live Mirror switch. Looks at most five times a second when something
 * changed, and once a second by itself, for messages grow old.
 */
public final class AccountsStripView extends JournalBoundView implements GridListener {

    public static final String ID = "org.mirrorbook.ui.accountsStrip";

    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Following<MirrorDirectory> following = new Following<>();
    private final Appearance appearance = new Appearance();
    private final Runnable endAppearance = appearance.subscribe(this::newLook);
    private final Map<AccountId, Boolean> switching = new HashMap<>();
    private Optional<IMemento> kept = Optional.empty();
    private StripRows rows = new StripRows(appearance.newest());
    private Composite content;
    private Grid grid;
    private FirstSteps first;
    private boolean ticking;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        kept = Optional.ofNullable(memento);
    }

    @Override
    protected void createContent(Composite stage) {
        content = new Composite(stage, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        grid = new Grid(content, Messages.Strip_name, Stream.of(StripColumn.values()).map(StripColumn::spec).toList(),
                appearance.rowHeight());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        first = new FirstSteps(grid.table(), this::practise, this::connect);
        grid.addListener(this);
        kept.ifPresent(grid::restoreState);
        offer(grid);
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        var throttle = new Throttle(PERIOD, clock, door(), this::look);
        following.follow(Optional.of(directory), now -> now.subscribe(throttle::signal)::close);
        show(content);
        look();
        if (!ticking) {
            ticking = true;
            tick();
        }
    }

    @Override
    protected void settleClosed() {
        following.stop();
    }

    private void tick() {
        door().enterAfter(TICK, () -> {
            look();
            tick();
        });
    }

    private void look() {
        if (content.isVisible() && desk().isPresent() && directory().isPresent() && clock().isPresent()) {
            var now = clock().get().instant();
            var known = desk().get().known();
            grid.show(known.stream().map(account -> row(account, now)).toList());
            grid.cover(known.isEmpty() && desk().get().isReady() ? Optional.of(first) : Optional.empty());
        }
    }

    private StripRow row(Account account, Instant now) {
        return rows.of(StripFacts.of(account, directory().orElseThrow()), switching.getOrDefault(account.id(), account.mirror()), now);
    }

    @Override
    public void pressed(Row row, int column) {
        if (row instanceof StripRow pressed) {
            switch (StripColumn.values()[column]) {
                case MIRROR -> mirror(pressed.of(), !pressed.of().mirror());
                case MEND -> mend(pressed);
                case END -> mirror(pressed.of(), false);
                default -> {
                    // nothing else can be pressed
                }
            }
        }
    }

    @Override
    public void opened(Row row) {
        if (row instanceof StripRow account) {
            desk().ifPresent(desk -> AccountWizard.edit(getSite().getShell(), desk, account.of()));
        }
    }

    private void mend(StripRow row) {
        switch (row.mends()) {
            case SYNC -> directory().ifPresent(directory -> directory.syncNow(row.account()));
            case RECONNECT -> {
                if (row.of().mirror()) {
                    directory().ifPresent(directory -> directory.syncNow(row.account()));
                } else {
                    mirror(row.of(), true);
                }
            }
            case NEW_KEY -> desk().ifPresent(desk -> AccountWizard.newKey(getSite().getShell(), desk, row.of()));
        }
    }

    /** The box shows at once what is wanted; a refusal puts it back and says why. */
    private void mirror(Account account, boolean on) {
        if (!switching.containsKey(account.id())) {
            desk().ifPresent(desk -> {
                switching.put(account.id(), on);
                look();
                desk.setMirror(account, on, done -> switched(account, Optional.empty()),
                        sentence -> switched(account, Optional.of(sentence)));
            });
        }
    }

    private void switched(Account account, Optional<String> refusal) {
        door().enter(() -> {
            switching.remove(account.id());
            look();
            refusal.ifPresent(sentence -> MessageDialog.openError(getSite().getShell(), account.label(), sentence));
        });
    }

    private void practise() {
        desk().ifPresent(desk -> {
            first.busy(true);
            desk.add(new NewAccount(Messages.Strip_practiceLabel, "bitget", Environment.PRACTICE, Optional.empty(), true), Optional.empty(),
                    "", done -> door().enter(() -> first.busy(false)), sentence -> door().enter(() -> {
                        first.busy(false);
                        MessageDialog.openError(getSite().getShell(), Messages.Strip_practiceLabel, sentence);
                    }));
        });
    }

    private void connect() {
        desk().ifPresent(desk -> AccountWizard.add(getSite().getShell(), desk));
    }

    private void newLook() {
        door().enter(() -> {
            rows = new StripRows(appearance.newest());
            grid.rowHeight(appearance.rowHeight());
            look();
        });
    }

    @Override
    public void saveState(IMemento memento) {
        grid.saveState(memento);
    }

    @Override
    public void dispose() {
        endAppearance.run();
        following.stop();
        super.dispose();
    }
}
