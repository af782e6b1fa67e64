package org.mirrorbook.ui.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.JournalBoundView;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.grid.Grid;
import org.mirrorbook.ui.grid.GridListener;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.JournalColumn;
import org.mirrorbook.ui.model.JournalTotals;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.RowSource;
import org.mirrorbook.ui.model.Sorting;
import org.mirrorbook.ui.model.journal.FilterText.Meaning;
import org.mirrorbook.ui.model.journal.JournalEmptiness;
import org.mirrorbook.ui.model.journal.JournalSource;
import org.mirrorbook.ui.model.journal.KeptFilter;
import org.mirrorbook.ui.model.journal.PagedJournal.Shown;
import org.mirrorbook.ui.widgets.Notice;
import org.mirrorbook.ui.widgets.Palette;
import org.osgi.service.event.Event;

/**
 * All trades, as many as there are: filtered, sorted, added up, exported. It hears committed facts on the bus and reads the journal in
 * jobs; the UI thread only shows what was read. Longer than most classes: it is where bar, table, totals and jobs meet.
 */
public final class JournalView extends JournalBoundView {

    public static final String ID = "org.mirrorbook.ui.journal";

    /** The user wrote to a trade: there may be another tag or setup to choose from. */
    private static final String ANNOTATED = MirrorTopics.TRADE_PREFIX + "ANNOTATED";
    private static final String KEPT_FILTER = "filter";
    private static final String KEPT_BAR = "filterBar";

    private final Appearance appearance = new Appearance();
    private final Palette palette = new Palette();
    private final Following<MirrorDirectory> following = new Following<>();
    private final AtomicReference<Map<AccountId, LinkStatus>> links = new AtomicReference<>(Map.of());
    private final StackLayout stack = new StackLayout();
    private Composite content;
    private Composite body;
    private FilterBar bar;
    private Grid grid;
    private Notice nothing;
    private TotalsLine totals;
    private Watched<JournalReader> reader;
    private Watched<AccountService> accounts;
    private Watched<Annotations> notes;
    private Watched<JournalArchive> archive;
    private Optional<IMemento> kept = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private Optional<TotalsReading.Sums> sums = Optional.empty();
    private TradeFilter asked = TradeFilter.none();
    private Runnable unsubscribe = () -> {
    };
    private volatile Optional<JournalLane> lane = Optional.empty();
    private volatile Optional<TotalsReading> adding = Optional.empty();

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        kept = Optional.ofNullable(memento);
    }

    @Override
    protected void createContent(Composite stage) {
        content = new Composite(stage, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        bar = new FilterBar(content, palette, choice -> {
            grid.toTop();
            ask();
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        body = new Composite(content, SWT.NONE);
        body.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        grid = new Grid(body, Messages.Journal_table, JournalColumn.specs(), appearance.rowHeight());
        grid.freezeUpTo(JournalColumn.SYMBOL.ordinal());
        nothing = new Notice(body);
        stack.topControl = grid;
        totals = new TotalsLine(content, palette);
        bar.leaveTo(grid::setFocus);
        grid.addListener(new GridListener() {
            @Override
            public void opened(Row row) {
                execute("org.mirrorbook.ui.openTrade");
            }

            @Override
            public void sorted(Optional<Sorting> by) {
                ask();
            }
        });
        offer(grid);
        restore();
        handle();
        reader = surroundings().watch(JournalReader.class, this::changed);
        accounts = surroundings().watch(AccountService.class, this::changed);
        notes = surroundings().watch(Annotations.class, this::changed);
        archive = surroundings().watch(JournalArchive.class, () -> {
        });
        surroundings().hear(MirrorTopics.TRADE_PREFIX + "*", this::tradeChanged);
        unsubscribe = appearance.subscribe(() -> door().enter(this::appearanceChanged));
    }

    private void restore() {
        kept.ifPresent(memento -> {
            grid.restoreState(memento);
            Optional.ofNullable(memento.getString(KEPT_FILTER)).map(KeptFilter::read).ifPresent(bar::choose);
            showBar(!Boolean.FALSE.equals(memento.getBoolean(KEPT_BAR)));
        });
    }

    @Override
    public void saveState(IMemento memento) {
        grid.saveState(memento);
        memento.putString(KEPT_FILTER, KeptFilter.write(bar.choice()));
        memento.putBoolean(KEPT_BAR, isBarShown());
    }

    private void handle() {
        handle("org.mirrorbook.ui.focusFilter", () -> {
            showBar(true);
            bar.setFocus();
        });
        handle("org.mirrorbook.ui.nextTrade", () -> grid.step(1));
        handle("org.mirrorbook.ui.previousTrade", () -> grid.step(-1));
    }

    /** Does what a command wants, which may come from anywhere in the workbench. */
    void fulfil(OnJournal.Wish wish, Optional<Path> file) {
        switch (wish) {
            case FILTER_BAR -> showBar(!isBarShown());
            case CLEAR_FILTER -> bar.clear();
            case COLUMNS -> grid.chooseColumns();
            case COPY_WITH_TITLES -> grid.copy(true);
            case IMPORT -> importJournal();
            case EXPORT -> export(file);
        }
    }

    private void handle(String command, Runnable does) {
        getSite().getService(IHandlerService.class).activateHandler(command, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                does.run();
                return null;
            }
        });
    }

    private void execute(String command) {
        var handlers = getSite().getService(IHandlerService.class);
        try {
            handlers.executeCommand(command, null);
        } catch (NotEnabledException | NotHandledException | NotDefinedException nobody) {
            // nothing in this workbench opens a trade
            System.getLogger(JournalView.class.getName()).log(System.Logger.Level.DEBUG, "Nobody handles " + command, nobody);
        } catch (ExecutionException e) {
            ILog.of(JournalView.class).error("The command " + command + " failed.", e);
        }
    }

    private boolean isBarShown() {
        return bar.getVisible();
    }

    private void showBar(boolean show) {
        if (show != bar.getVisible()) {
            bar.setVisible(show);
            ((GridData) bar.getLayoutData()).exclude = !show;
            content.layout();
            if (!show) {
                bar.clear();
                grid.setFocus();
            }
        }
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        var now = reader.now().flatMap(read -> accounts.now()
                .map(known -> new JournalLane.Source(read, known, directory, notes.now(), clock)));
        if (!now.equals(lane.map(JournalLane::source))) {
            settleClosed();
            now.ifPresent(this::begin);
        }
        following.follow(Optional.of(directory), newest -> newest.subscribe(() -> linksChanged(newest))::close);
        lane.ifPresent(JournalLane::remake);
    }

    private void begin(JournalLane.Source source) {
        var made = new JournalLane(source, appearance::newest, newest -> door().enter(() -> read(newest)),
                sentence -> door().enter(() -> failed(sentence)));
        lane = Optional.of(made);
        adding = Optional.of(new TotalsReading(source.reader(), source.clock(), newest -> door().enter(() -> added(newest))));
        bar.offer(made::offer);
        ask();
    }

    /** What is chosen in the bar, and by which column it is sorted. */
    private void ask() {
        lane.ifPresent(reading -> {
            var meaning = new Meaning(reading.offer().labels(), appearance.newest().zone(), reading.source().clock().instant());
            var read = bar.choice().filter(meaning);
            bar.warn(read.problem());
            asked = read.filter();
            reading.ask(asked, JournalColumn.sort(grid.sorting()));
            adding.ifPresent(sum -> sum.ask(asked));
        });
    }

    /** How sure an open trade is depends on the link of its account; prices, which change all the time, are not of interest here. */
    private void linksChanged(MirrorDirectory directory) {
        var newest = directory.links();
        if (!newest.equals(links.getAndSet(newest))) {
            lane.ifPresent(JournalLane::remake);
        }
    }

    private void appearanceChanged() {
        lane.ifPresent(JournalLane::remake);
        showTotals();
    }

    @Override
    protected void settleClosed() {
        following.stop();
        lane.ifPresent(JournalLane::close);
        adding.ifPresent(TotalsReading::close);
        lane = Optional.empty();
        adding = Optional.empty();
        shown = Optional.empty();
        sums = Optional.empty();
    }

    private void tradeChanged(Event event) {
        lane.ifPresent(reading -> {
            if (event.getProperty(MirrorTopics.TRADE) instanceof String trade) {
                reading.heard(new TradeId(trade), event.getTopic().equals(ANNOTATED));
            } else {
                reading.everything();
            }
        });
        adding.ifPresent(TotalsReading::again);
    }

    private void read(Shown newest) {
        if (lane.isEmpty() || !newest.filter().equals(asked)) {
            return;
        }
        shown = Optional.of(newest);
        bar.offer(() -> lane.map(JournalLane::offer).orElse(new FilterMenus.Offer(Map.of(), List.of(), List.of())));
        boolean empty = newest.index().size() == 0;
        if (empty) {
            var why = JournalEmptiness.of(newest.all(), appearance.newest());
            if (!why.filtered() && bar.choice().isNone()) {
                notice().say(why.title(), why.words(), why.action(), this::importJournal);
                show(notice());
                grid.show(RowSource.of(List.of()));
                return;
            }
            nothing.say(why.title(), why.words(), why.filtered() ? why.action() : "", bar::clear);
        }
        grid.show(new JournalSource(newest, this::want));
        front(empty ? nothing : grid);
        show(content);
    }

    private void want(int place) {
        lane.ifPresent(reading -> reading.want(place));
    }

    private void front(Control control) {
        if (stack.topControl != control) {
            stack.topControl = control;
            body.layout();
        }
    }

    private void added(TotalsReading.Sums newest) {
        if (newest.filter().equals(asked)) {
            sums = Optional.of(newest);
            showTotals();
        }
    }

    private void showTotals() {
        sums.ifPresent(known -> totals.show(new JournalTotals(appearance.newest()).of(known.totals(), known.all())));
    }

    private void failed(String sentence) {
        notice().say(Messages.Journal_failed, sentence, Messages.Journal_again, () -> lane.ifPresent(JournalLane::everything));
        show(notice());
    }

    /** What is selected; all that is shown where nothing is. @param file where to; the user is asked where it is absent */
    private void export(Optional<Path> file) {
        if (shown.isEmpty() || shown.get().index().size() == 0) {
            return;
        }
        var ids = SelectedIds.of(shown.get().index(), grid.selectedPlaces());
        file.or(() -> askForFile(ids.size())).ifPresent(known -> export(ids, known));
    }

    private Optional<Path> askForFile(int count) {
        var dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setText(NLS.bind(count == 1 ? Messages.Export_titleOne : Messages.Export_title, appearance.newest().count(count)));
        dialog.setFilterExtensions(new String[] {"*.csv", "*.json"});
        dialog.setFilterNames(new String[] {Messages.Export_csv, Messages.Export_json});
        dialog.setFileName("trades.csv");
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(chosen -> chosen.matches(".*\\.[A-Za-z0-9]+") ? chosen
                : chosen + (dialog.getFilterIndex() == 1 ? ".json" : ".csv")).map(Path::of);
    }

    /** Writes those trades into that file, in a job. */
    private void export(Exporting.Ids ids, Path file) {
        lane.ifPresent(reading -> new Exporting(reading.source(), reading.offer().labels(), ids, file,
                said -> door().enter(() -> MessageDialog.openInformation(getSite().getShell(), Messages.Export_done, said)),
                said -> door().enter(() -> MessageDialog.openError(getSite().getShell(), Messages.Export_notDone, said))).schedule());
    }

    private void importJournal() {
        archive.now().ifPresentOrElse(this::importInto, () -> notImported(Messages.Import_noJournal));
    }

    private void importInto(JournalArchive known) {
        var dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setText(Messages.Import_title);
        dialog.setFilterExtensions(new String[] {"*.json", "*"});
        dialog.setFilterNames(new String[] {Messages.Import_json, Messages.Import_all});
        var chosen = dialog.open();
        if (chosen != null) {
            new Importing(known, Path.of(chosen), said -> door().enter(() -> imported(said)),
                    said -> door().enter(() -> notImported(said))).schedule();
        }
    }

    private void notImported(String sentence) {
        MessageDialog.openError(getSite().getShell(), Messages.Import_notDone, sentence);
    }

    private void imported(String sentence) {
        lane.ifPresent(JournalLane::everything);
        adding.ifPresent(TotalsReading::again);
        MessageDialog.openInformation(getSite().getShell(), Messages.Import_done, sentence);
    }

    @Override
    public void setFocus() {
        super.setFocus();
        if (content.isVisible()) {
            front(stack.topControl);
            stack.topControl.setFocus();
        }
    }

    @Override
    public void dispose() {
        unsubscribe.run();
        settleClosed();
        super.dispose();
    }
}
