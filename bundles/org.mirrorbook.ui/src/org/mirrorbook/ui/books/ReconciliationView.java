package org.mirrorbook.ui.books;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.keys.IBindingService;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.JournalBoundView;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.edits.UserEdits;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.AccountRow;
import org.mirrorbook.ui.model.books.AccountBooks;
import org.mirrorbook.ui.model.books.AccountBooksRow;
import org.mirrorbook.ui.model.books.DifferenceLine;
import org.mirrorbook.ui.model.books.Headline;
import org.mirrorbook.ui.model.books.Times;
import org.mirrorbook.ui.widgets.CellLine;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Notice;

/**
 * Every account's journal beside its exchange's books: what is equal, what differs and why, and the correction of it. Larger than most
 * classes here, since it is what holds five parts together; the words are in {@code model.books}, the actions in {@link BooksActions}.
 */
public final class ReconciliationView extends JournalBoundView {

    public static final String ID = "org.mirrorbook.ui.reconciliation";

    private static final String UNDO = "org.eclipse.ui.edit.undo";
    private static final int ROW_HEIGHT = 24;
    private static final int MOST_ACCOUNTS = 6;
    private static final int[] SHARES = {35, 65};

    private final Appearance appearance = new Appearance();
    private final LeftAlone left = new LeftAlone();
    private final Following<MirrorDirectory> following = new Following<>();
    private final StackLayout lowerStack = new StackLayout();
    private Runnable endOfLook = () -> {
    };
    private Watched<Reconciliation> reconciliation;
    private Watched<ReconciliationRuns> runs;
    private Watched<JournalReader> journal;
    private Watched<RecordingReader> recording;
    private Watched<BreakEvenRules> rules;
    private Composite content;
    private SmallTable<AccountBooksRow> accounts;
    private BusyBar busy;
    private CellLine headline;
    private Composite lower;
    private SashForm sash;
    private Notice quiet;
    private SmallTable<DifferenceLine> lines;
    private DifferencePanel panel;
    private BooksActions actions;
    private Optional<Source> source = Optional.empty();
    private Optional<BooksReading> reading = Optional.empty();
    private Optional<LifeReading> life = Optional.empty();
    private Optional<Difference> read = Optional.empty();
    private LifeReading.Known known = new LifeReading.Known(List.of(), List.of(), BreakEvenRule.none());
    private List<AccountBooks> all = List.of();
    private Optional<AccountId> chosen = Optional.empty();

    /** What the reading rests on; another one needs another reading. */
    private record Source(Reconciliation reconciliation, ReconciliationRuns runs, MirrorDirectory directory) {
    }

    @Override
    protected void createContent(Composite stage) {
        reconciliation = surroundings().watch(Reconciliation.class, this::changed);
        runs = surroundings().watch(ReconciliationRuns.class, this::changed);
        journal = surroundings().watch(JournalReader.class, this::changed);
        recording = surroundings().watch(RecordingReader.class, this::changed);
        rules = surroundings().watch(BreakEvenRules.class, this::changed);
        actions = new BooksActions(getSite().getShell(), UserEdits.of(getSite().getWorkbenchWindow().getWorkbench()), left, reconciliation,
                door(), new BooksActions.Signs() {
                    @Override
                    public void busy(String doing, Optional<Runnable> stop) {
                        stop.ifPresentOrElse(stopping -> busy.show(doing, stopping), () -> busy.show(doing));
                        look();
                    }

                    @Override
                    public void idle() {
                        busy.hide();
                        changed();
                    }
                });
        content = new Composite(stage, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        var exchange = exchange();
        accounts = new SmallTable<>(content, AccountBooksRow.class, AccountBooksRow.columns(exchange), ROW_HEIGHT,
                Messages.ReconciliationView_accounts, row -> choose(row.account()));
        busy = new BusyBar(content);
        headline = new CellLine(content);
        lower = new Composite(content, SWT.NONE);
        lower.setLayout(lowerStack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(lower);
        quiet = new Notice(lower);
        sash = new SashForm(lower, SWT.HORIZONTAL);
        createLines(sash, exchange);
        panel = new DifferencePanel(sash, exchange, keys(UNDO), new DifferencePanel.Actions(this::correct, this::correctAll, this::leave));
        sash.setWeights(SHARES);
        offer(lines.grid());
        surroundings().hear(MirrorTopics.COMPARED, event -> changed());
        surroundings().hear(MirrorTopics.CORRECTED, event -> changed());
        endOfLook = appearance.subscribe(this::changed);
    }

    private void createLines(Composite parent, String exchange) {
        var side = Look.BASE.on(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(side);
        lines = new SmallTable<>(side, DifferenceLine.class, DifferenceLine.columns(), ROW_HEIGHT, Messages.ReconciliationView_differences,
                line -> look());
        hint(side, NLS.bind(Messages.ReconciliationView_keys, keys("org.mirrorbook.ui.nextTrade"), keys("org.mirrorbook.ui.correct")));
        hint(side, NLS.bind(Messages.ReconciliationView_depth, exchange));
    }

    private static void hint(Composite parent, String words) {
        var label = Look.TEXT2.on(new Label(parent, SWT.WRAP));
        label.setText(words);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 6).hint(200, SWT.DEFAULT).applyTo(label);
    }

    private String keys(String command) {
        return new BoundKeys(getSite().getService(IBindingService.class)).of(command).orElse(Messages.ReconciliationView_menu);
    }

    /** Of the account that is shown; before one is, the exchange that there is. */
    private String exchange() {
        return AccountRow.exchange(chosen.flatMap(this::of).map(books -> books.account().venue()).orElse("bitget"));
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        var now = reconciliation.now().flatMap(service -> runs.now().map(history -> new Source(service, history, directory)));
        if (now.isEmpty()) {
            return;
        }
        if (!now.equals(source)) {
            settleClosed();
            source = now;
            reading = now.map(from -> new BooksReading(from.runs(), from.reconciliation(), from.directory(), left,
                    books -> door().enter(() -> show(from, books)), sentence -> door().enter(() -> failed(sentence))));
        }
        following.follow(Optional.of(directory), newest -> newest.subscribe(new LinkChanges(newest, this::changed))::close);
        reading.get().read(desk.known());
    }

    @Override
    protected void settleClosed() {
        following.stop();
        source = Optional.empty();
        reading = Optional.empty();
        life.ifPresent(LifeReading::cancel);
        life = Optional.empty();
        read = Optional.empty();
    }

    private void show(Source from, List<AccountBooks> books) {
        if (source.filter(from::equals).isEmpty()) {
            return;
        }
        all = books;
        if (books.isEmpty()) {
            notice().say(Messages.ReconciliationView_none, Messages.ReconciliationView_noneWords);
            show(notice());
            return;
        }
        show(content);
        if (chosen.flatMap(this::of).isEmpty()) {
            chosen = books.stream().filter(one -> !one.toCorrect().isEmpty()).findFirst().or(() -> books.stream().findFirst())
                    .map(one -> one.account().id());
        }
        look();
    }

    private Optional<AccountBooks> of(AccountId account) {
        return all.stream().filter(books -> books.account().id().equals(account)).findFirst();
    }

    private void failed(String sentence) {
        notice().say(Messages.ReconciliationView_unread, sentence, Messages.ReconciliationView_again, this::changed);
        show(notice());
    }

    /** Makes everything on screen say what is known. */
    private void look() {
        var books = chosen.flatMap(this::of);
        if (books.isEmpty() || clock().isEmpty()) {
            return;
        }
        var times = new Times(appearance.newest(), clock().get().instant());
        accounts.show(AccountBooksRow.of(all, times));
        accounts.rows().stream().filter(row -> chosen.filter(row.account()::equals).isPresent()).findFirst().ifPresent(accounts::select);
        accounts.fitHeight(MOST_ACCOUNTS);
        titles();
        var words = Headline.of(books.get(), times);
        headline.show(words.isEmpty() ? List.of() : List.of(words));
        var differences = books.get().differences();
        lines.show(DifferenceLine.of(differences, books.get().left(), exchange(), times));
        if (differences.isEmpty()) {
            beQuiet(books.get());
            return;
        }
        if (lines.selected().isEmpty()) {
            lines.select(lines.rows().getFirst());
        }
        bring(sash);
        detail(books.get(), lines.selected().orElseThrow().difference(), times);
    }

    /** The unit stands in the titles where all have one. */
    private void titles() {
        var coins = all.stream().flatMap(books -> books.last().stream()).flatMap(last -> last.nets().stream())
                .map(Comparison.Net::coin).distinct().toList();
        var specs = new ArrayList<>(AccountBooksRow.columns(exchange()));
        if (coins.size() == 1) {
            AccountBooksRow.MONEY.forEach(index -> specs.set(index, specs.get(index)
                    .titled(NLS.bind(Messages.ReconciliationView_unit, specs.get(index).title(), coins.getFirst()))));
        }
        accounts.columns(specs);
    }

    private void beQuiet(AccountBooks books) {
        if (books.last().isEmpty()) {
            boolean failed = books.failure().isPresent();
            boolean never = books.newest().isEmpty();
            quiet.say(failed ? Messages.ReconciliationView_failed : never ? Messages.ReconciliationView_never
                    : Messages.ReconciliationView_former,
                    books.failure().orElse(never ? Messages.ReconciliationView_neverWords : Messages.ReconciliationView_formerWords),
                    Messages.ReconciliationView_compare,
                    () -> compare(Optional.of(books.account().id())));
        } else {
            quiet.say(NLS.bind(Messages.ReconciliationView_equal, books.account().label()),
                    NLS.bind(Messages.ReconciliationView_depth, exchange()));
        }
        bring(quiet);
    }

    private void detail(AccountBooks books, Difference difference, Times times) {
        if (read.filter(difference::equals).isEmpty()) {
            read = Optional.of(difference);
            known = new LifeReading.Known(List.of(), List.of(), BreakEvenRule.none());
            life.ifPresent(LifeReading::cancel);
            life = journal.now().map(reader -> new LifeReading(reader, recording.now(), rules.now()));
            life.ifPresent(job -> job.read(difference, found -> door().enter(() -> found(difference, found)),
                    sentence -> door().enter(() -> failed(sentence))));
        }
        var until = books.last().map(Comparison::until).orElse(times.now());
        panel.show(difference, known, books.account(), until, times);
        panel.enable(actions.isBusy(), books.toCorrect().size(), books.left().contains(difference));
    }

    private void found(Difference difference, LifeReading.Known found) {
        if (read.filter(difference::equals).isPresent()) {
            known = found;
            look();
        }
    }

    private void choose(AccountId account) {
        chosen = Optional.of(account);
        look();
    }

    /**
     * Compares now and shows it here. UI thread.
     *
     * @param account absent for the one that is shown
     */
    public void compare(Optional<AccountId> account) {
        account.ifPresent(wanted -> chosen = Optional.of(wanted));
        desk().flatMap(desk -> chosen.or(() -> desk.known().stream().findFirst().map(Account::id)).flatMap(id -> desk.known().stream()
                .filter(one -> one.id().equals(id)).findFirst())).ifPresent(one -> actions.compare(one, exchange()));
        look();
    }

    /** Puts the difference right that is shown. UI thread. */
    public void correct() {
        chosen.flatMap(this::of).ifPresent(books -> lines.selected()
                .ifPresent(line -> actions.correct(books.account(), List.of(line.difference()), exchange())));
    }

    private void correctAll() {
        chosen.flatMap(this::of).ifPresent(books -> actions.correct(books.account(), books.toCorrect(), exchange()));
    }

    private void leave() {
        lines.selected().ifPresent(line -> actions.leave(line.difference(), exchange()));
    }

    /** Selects the next difference, or one before. UI thread. */
    public void step(int by) {
        var rows = lines.rows();
        if (!rows.isEmpty()) {
            int at = lines.selected().map(rows::indexOf).orElse(0);
            lines.select(rows.get(Math.clamp(at + by, 0, rows.size() - 1)));
            look();
        }
    }

    private void bring(Control control) {
        if (lowerStack.topControl != control) {
            lowerStack.topControl = control;
            lower.layout();
        }
    }

    @Override
    public void dispose() {
        settleClosed();
        if (actions != null) {
            actions.end();
        }
        endOfLook.run();
        super.dispose();
    }
}
