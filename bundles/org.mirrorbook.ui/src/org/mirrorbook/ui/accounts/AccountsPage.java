package org.mirrorbook.ui.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.WorkbenchException;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.books.BooksPerspective;
import org.mirrorbook.ui.books.CompareWithExchange;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.AccountRow;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ComparisonWords;
import org.mirrorbook.ui.model.LinkWords;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.accounts.KeyCells;
import org.mirrorbook.ui.widgets.CellLine;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * The preference page of the exchange accounts. What is done here is done at once and does not wait for a button; so there is nothing to
 * apply. A bit longer than a class should be: it is the one place where the page's widgets meet.
 */
public final class AccountsPage extends PreferencePage implements IWorkbenchPreferencePage {

    public static final String ID = "org.mirrorbook.ui.accounts";

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Surroundings surroundings = new Surroundings();
    private final Following<AccountDesk> followingDesk = new Following<>();
    private final Following<MirrorDirectory> followingDirectory = new Following<>();
    private final Appearance appearance = new Appearance();
    private Runnable endOfLook = () -> {
    };
    private IWorkbench workbench;
    private Watched<AccountDesk> desk;
    private Watched<MirrorDirectory> directory;
    private Watched<Clock> clock;
    private Watched<Reconciliation> reconciliation;
    private Watched<Home> home;
    private UiDoor door;
    private boolean lookIsDue;
    private AccountsTable table;
    private CellLine state;
    private CellLine banner;
    private PageTrial trial;
    private final Map<AccountId, Boolean> switching = new HashMap<>();
    private Button add;
    private List<Button> needSelection = List.of();

    @Override
    public void init(IWorkbench workbench) {
        this.workbench = workbench;
        noDefaultAndApplyButton();
    }

    @Override
    protected Control createContents(Composite parent) {
        var page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 10).applyTo(page);
        door = new UiDoor(page);
        var intro = new Label(page, SWT.WRAP);
        intro.setText(Messages.AccountsPage_words);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(500, SWT.DEFAULT).applyTo(intro);
        table = new AccountsTable(page, this::toggle, this::selected);
        GridDataFactory.fillDefaults().grab(true, false).hint(720, 172).applyTo(table.control());
        createButtons(page);
        var line = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(line);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(line);
        state = new CellLine(line);
        banner = new CellLine(line);
        trial = new PageTrial(page, door);
        tell(Cell.label(Messages.AccountsPage_atOnce));
        desk = surroundings.watch(AccountDesk.class, this::changed);
        directory = surroundings.watch(MirrorDirectory.class, this::changed);
        clock = surroundings.watch(Clock.class, this::changed);
        reconciliation = surroundings.watch(Reconciliation.class, this::changed);
        home = surroundings.watch(Home.class, this::changed);
        // a mirror may have learned the kind of an account since the accounts were read
        surroundings.hear(MirrorTopics.STARTED, event -> desk.now().ifPresent(AccountDesk::read));
        desk.now().ifPresent(AccountDesk::read);
        endOfLook = appearance.subscribe(this::changed);
        look();
        tick();
        return page;
    }

    private void createButtons(Composite page) {
        var column = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(column);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(column);
        add = button(column, Messages.AccountsPage_add, () -> desk.now().ifPresent(now -> AccountWizard.add(getShell(), now)));
        needSelection = List.of(
                button(column, Messages.AccountsPage_edit, () -> withSelection((now, one) -> AccountWizard.edit(getShell(), now, one))),
                button(column, Messages.AccountsPage_test, () -> withSelection((now, one) -> trial.test(now, one))),
                button(column, Messages.AccountsPage_newKey, () -> withSelection((now, one) -> AccountWizard.newKey(getShell(), now, one))),
                button(column, Messages.AccountsPage_compare, () -> withSelection(this::compare)),
                button(column, Messages.AccountsPage_remove, () -> withSelection(this::remove)));
    }

    private Button button(Composite column, String text, Runnable action) {
        var button = new Button(column, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        setButtonLayoutData(button);
        return button;
    }

    private interface Deed {
        void with(AccountDesk desk, Account account);
    }

    private void withSelection(Deed deed) {
        desk.now().ifPresent(now -> table.selected().ifPresent(account -> deed.with(now, account)));
    }

    private void toggle(Account account, boolean on) {
        tell(Cell.of(NLS.bind(on ? Messages.AccountsPage_starting : Messages.AccountsPage_stopping, account.label())));
        desk.now().ifPresent(now -> {
            switching.put(account.id(), on);
            look();
            now.setMirror(account, on, done -> door.enter(() -> {
                switching.remove(account.id());
                tell(Cell.of(NLS.bind(on ? Messages.AccountsPage_started : Messages.AccountsPage_stopped, account.label())));
                look();
            }), sentence -> {
                door.enter(() -> switching.remove(account.id()));
                fail(sentence);
            });
        });
    }

    private void remove(AccountDesk now, Account account) {
        var recordings = home.now().map(known -> known.folder().resolve("recordings"));
        now.removal(account, recordings, removal -> door.enter(() -> {
            if (new RemoveDialog(getShell(), removal, appearance.newest()).confirmed()) {
                now.remove(account, done -> door.enter(() -> tell(Cell.of(NLS.bind(Messages.AccountsPage_removed, account.label())))),
                        this::fail);
            }
        }), this::fail);
    }

    /** What comes of it is shown in the window, which this dialog covers: it goes, and takes along what other pages have not kept. */
    private void compare(AccountDesk now, Account account) {
        var window = Optional.ofNullable(workbench.getActiveWorkbenchWindow()).orElseGet(() -> workbench.getWorkbenchWindows()[0]);
        getShell().close();
        try {
            CompareWithExchange.show(workbench.showPerspective(BooksPerspective.ID, window), Optional.of(account.id()));
        } catch (WorkbenchException e) {
            // a mistake of ours: perspective and view are in this bundle
            ILog.of(AccountsPage.class).error(e.getMessage(), e);
        }
    }

    private void fail(String sentence) {
        door.enter(() -> {
            tell(Cell.of(sentence).in(Tone.ERROR));
            look();
        });
    }

    private void tell(Cell words) {
        banner.show(List.of(List.of(words)));
    }

    private void selected() {
        var account = table.selected();
        needSelection.forEach(button -> button.setEnabled(account.isPresent()));
        // the table cuts a long reason short, and has no room for how well the link does
        state.show(account.filter(known -> clock.now().isPresent()).map(known -> detail(known, clock.now().get().instant()))
                .orElse(List.of()));
    }

    private List<List<Cell>> detail(Account account, Instant now) {
        var figures = appearance.newest();
        var link = Optional.ofNullable(links().get(account.id()));
        var words = new LinkWords(figures);
        var lines = new ArrayList<>(link.map(known -> words.detail(account, known, health(account.id()), now))
                .orElseGet(() -> words.line(List.of(account), Map.of(), now)));
        lines.add(KeyCells.line(account, desk.now().flatMap(known -> known.tested(account))));
        reconciliation.now().flatMap(known -> known.last(account.id()))
                .ifPresent(last -> lines.add(new ComparisonWords(figures).last(last, now)));
        return lines;
    }

    private Optional<LinkHealth> health(AccountId account) {
        return directory.now().flatMap(now -> now.health(account));
    }

    private Map<AccountId, LinkStatus> links() {
        return directory.now().map(MirrorDirectory::links).orElse(Map.of());
    }

    /** States change often while a link comes and goes: the page looks at them a few times a second. */
    private void changed() {
        door.enter(() -> {
            if (!lookIsDue) {
                lookIsDue = true;
                door.enterAfter(LOOK, this::look);
            }
        });
    }

    private void tick() {
        look();
        door.enterAfter(TICK, this::tick);
    }

    private void look() {
        lookIsDue = false;
        followingDesk.follow(desk.now(), now -> now.subscribe(this::changed));
        followingDirectory.follow(directory.now(), now -> now.subscribe(this::changed)::close);
        boolean ready = desk.now().filter(AccountDesk::isReady).isPresent() && clock.now().isPresent();
        add.setEnabled(ready);
        setErrorMessage(ready ? null : Messages.AccountsPage_notOpen);
        if (ready) {
            var now = clock.now().get().instant();
            var words = new LinkWords(appearance.newest());
            table.show(desk.now().get().known().stream().map(account -> row(account, words, now)).toList());
        } else {
            table.show(List.of());
        }
        selected();
    }

    private AccountRow row(Account account, LinkWords words, Instant now) {
        return AccountRow.of(account, links(), desk.now().flatMap(known -> known.tested(account)),
                Optional.ofNullable(switching.get(account.id())), words, now);
    }

    @Override
    public void dispose() {
        endOfLook.run();
        followingDesk.stop();
        followingDirectory.stop();
        surroundings.close();
        super.dispose();
    }
}
