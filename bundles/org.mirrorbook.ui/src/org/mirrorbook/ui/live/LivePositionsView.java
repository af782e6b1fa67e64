package org.mirrorbook.ui.live;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.JournalBoundView;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.accounts.AccountDialog;
import org.mirrorbook.ui.accounts.AccountsPage;
import org.mirrorbook.ui.model.Emptiness;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.LinkWords;
import org.mirrorbook.ui.model.LiveRows;
import org.mirrorbook.ui.model.LiveTotals;
import org.mirrorbook.ui.model.Throttle;
import org.mirrorbook.ui.widgets.CellLine;

/**
 * What is open now. It takes the newest view of all mirrors at most ten times a second and touches only the rows that look different; while
 * it is hidden it does nothing. Once a second it looks by itself, for prices grow old without a message.
 */
public final class LivePositionsView extends JournalBoundView {

    public static final String ID = "org.mirrorbook.ui.livePositions";

    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Following<MirrorDirectory> following = new Following<>();
    private final Figures figures = new Figures(ZoneId.systemDefault());
    private final LiveRows rows = new LiveRows(figures);
    private final LiveTotals totals = new LiveTotals(figures);
    private final LinkWords words = new LinkWords(figures);
    private Composite content;
    private CellLine states;
    private LiveTable table;
    private CellLine sums;
    private Welcome welcome;
    private boolean ticking;

    @Override
    protected void createContent(Composite stage) {
        welcome = new Welcome(stage, this::startPractice, this::connect);
        content = new Composite(stage, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        states = new CellLine(content);
        table = new LiveTable(content, this::openAccounts);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        sums = new CellLine(content);
        offer(table.grid());
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        if (desk.known().isEmpty()) {
            following.stop();
            show(welcome);
            return;
        }
        welcome.ready();
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
            var view = directory().get().view();
            var links = directory().get().links();
            var accounts = desk().get().known();
            states.show(words.line(accounts, links, directory().get()::health, now));
            table.show(rows.of(view, links, now), Emptiness.of(accounts, links));
            sums.show(totals.of(view));
        }
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
        desk().ifPresent(desk -> new AccountDialog(getSite().getShell(), desk, Optional.empty()).open());
    }

    private void openAccounts() {
        PreferencesUtil.createPreferenceDialogOn(getSite().getShell(), AccountsPage.ID, null, null).open();
    }

    @Override
    public void dispose() {
        following.stop();
        super.dispose();
    }
}
