package org.mirrorbook.ui.status;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.Throttle;
import org.mirrorbook.ui.model.shell.StatusItem;
import org.mirrorbook.ui.model.shell.StatusPlace;
import org.mirrorbook.ui.model.shell.StatusWords;
import org.mirrorbook.ui.widgets.CellLink;
import org.mirrorbook.ui.widgets.TrimWidth;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * How the connections do, in words and shapes: states of all accounts, age of the last message, whether the books agree; each leads to its
 * view. It looks at most twice a second, and once a second by itself, for ages grow without a message. UI thread only.
 */
final class StatusLine {

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration TICK = Duration.ofSeconds(1);
    /** The views are named by id: which of them are there is the matter of the rooms that have them. */
    private static final List<String> ACCOUNTS = List.of("org.mirrorbook.ui.accountsStrip", "org.mirrorbook.ui.livePositions");
    private static final List<String> BOOKS = List.of("org.mirrorbook.ui.reconciliation", "org.mirrorbook.ui.journal");

    private final Surroundings surroundings = new Surroundings();
    private final Following<MirrorDirectory> following = new Following<>();
    private final Appearance appearance = new Appearance();
    private final List<CellLink> links = new ArrayList<>();
    private final IWorkbenchWindow window;
    private final Composite line;
    private final UiDoor door;
    private final Watched<AccountDesk> desk;
    private final Watched<MirrorDirectory> directory;
    private final Watched<Reconciliation> reconciliation;
    private final Watched<Clock> clock;

    StatusLine(Composite parent, IWorkbenchWindow window) {
        this.window = window;
        line = new Composite(parent, SWT.NONE);
        var layout = new RowLayout(SWT.HORIZONTAL);
        layout.wrap = false;
        layout.spacing = 0;
        layout.marginTop = layout.marginBottom = layout.marginLeft = layout.marginRight = 0;
        line.setLayout(layout);
        door = new UiDoor(line);
        desk = surroundings.watch(AccountDesk.class, this::changed);
        directory = surroundings.watch(MirrorDirectory.class, this::changed);
        reconciliation = surroundings.watch(Reconciliation.class, this::changed);
        clock = surroundings.watch(Clock.class, this::changed);
        line.addListener(SWT.Dispose, event -> {
            following.stop();
            surroundings.close();
        });
        tick();
    }

    Composite control() {
        return line;
    }

    private void changed() {
        door.enter(this::settle);
    }

    private void settle() {
        clock.now().ifPresent(time -> {
            var throttle = new Throttle(PERIOD, time, door, this::look);
            following.follow(directory.now(), now -> now.subscribe(throttle::signal)::close);
        });
        look();
    }

    private void tick() {
        look();
        door.enterAfter(TICK, this::tick);
    }

    private void look() {
        if (desk.now().filter(AccountDesk::isReady).isEmpty() || directory.now().isEmpty() || clock.now().isEmpty()) {
            show(List.of());
            return;
        }
        var accounts = desk.now().get().known();
        var mirrors = directory.now().get();
        var now = clock.now().get().instant();
        var states = mirrors.links();
        var words = new StatusWords(appearance.newest());
        var items = new ArrayList<StatusItem>(words.states(accounts, states, now));
        words.message(accounts, states, mirrors::health, now).ifPresent(items::add);
        words.durable(accounts, mirrors::pulse).ifPresent(items::add);
        words.books(accounts, account -> reconciliation.now().map(books -> books.last(account)).orElse(Optional.empty()))
                .ifPresent(items::add);
        show(items);
    }

    private void show(List<StatusItem> items) {
        boolean other = items.size() != links.size();
        while (links.size() > items.size()) {
            links.removeLast().dispose();
        }
        while (links.size() < items.size()) {
            int index = links.size();
            var link = new CellLink(line, () -> open(index));
            link.setLayoutData(new RowData());
            links.add(link);
        }
        for (int index = 0; index < items.size(); index++) {
            links.get(index).setData(items.get(index).place());
            links.get(index).show(items.get(index).cells(), items.get(index).tip());
        }
        if (other) {
            TrimWidth.fit(line);
        }
    }

    private void open(int index) {
        var views = window.getWorkbench().getViewRegistry();
        var wanted = links.get(index).getData() == StatusPlace.BOOKS ? BOOKS : ACCOUNTS;
        wanted.stream().filter(id -> views.find(id) != null).findFirst().ifPresent(id -> {
            try {
                window.getActivePage().showView(id);
            } catch (PartInitException e) {
                ILog.of(StatusLine.class).error("The view " + id + " could not be opened.", e);
            }
        });
    }
}
