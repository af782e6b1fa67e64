package org.mirrorbook.ui.trade;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.Annotations.Attachment;
import org.mirrorbook.journal.Annotations.Note;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.JournalBoundView;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.edits.UserEdits;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Throttle;
import org.mirrorbook.ui.model.TradeRow;
import org.mirrorbook.ui.model.trade.FundingPoint;
import org.mirrorbook.ui.model.trade.MarkPoint;
import org.osgi.service.event.EventAdmin;

/**
 * One trade, all of it: the one that is selected in another view, until it is pinned. It reads in jobs, follows an open trade at most four
 * times a second, and saves what is noted by itself. Larger than most classes here, because it is where the workbench, the services and the
 * widgets of the view meet; each of them is elsewhere.
 */
public final class TradeView extends JournalBoundView implements ShownTrade.Listener, NotesPanel.Desk, PicturesTab.Desk {

    public static final String ID = "org.mirrorbook.ui.trade";

    private static final Duration PERIOD = Duration.ofMillis(250);
    private static final Duration LAST_SAVING = Duration.ofSeconds(5);

    private final Appearance appearance = new Appearance();
    private final Following<MirrorDirectory> following = new Following<>();
    private final ISelectionListener selected = this::selected;
    private final IPropertyChangeListener themed = event -> door().enter(this::colour);
    private final ShownSelection selection = new ShownSelection();
    private final LastWords lastWords = new LastWords(this::settleNotes);
    private Figures figures = appearance.newest();
    private Runnable endOfLook = () -> {
    };
    private Optional<IMemento> memento = Optional.empty();
    private TradeContent content;
    private ShownTrade shown;
    private UserEdits edits;
    private Watched<JournalReader> reader;
    private Watched<AccountService> accounts;
    private Watched<Annotations> annotations;
    private Watched<RecordingReader> recordings;
    private Watched<EventAdmin> bus;
    private Optional<IWorkbenchPart> origin = Optional.empty();
    private boolean pinned;

    @Override
    public void init(IViewSite site, IMemento kept) throws PartInitException {
        super.init(site, kept);
        memento = Optional.ofNullable(kept);
    }

    @Override
    protected void createContent(Composite stage) {
        edits = UserEdits.of(PlatformUI.getWorkbench());
        shown = new ShownTrade(door(), this);
        content = new TradeContent(stage, surroundings(), door(), this, this);
        reader = surroundings().watch(JournalReader.class, this::changed);
        accounts = surroundings().watch(AccountService.class, this::changed);
        annotations = surroundings().watch(Annotations.class, this::changed);
        recordings = surroundings().watch(RecordingReader.class, this::changed);
        bus = surroundings().watch(EventAdmin.class, () -> {
        });
        surroundings().hear(MirrorTopics.TRADE_PREFIX + "*", shown::heard);
        endOfLook = appearance.subscribe(() -> door().enter(this::lookChanged));
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themed);
        PlatformUI.getWorkbench().addWorkbenchListener(lastWords);
        getSite().setSelectionProvider(selection);
        getSite().getService(IHandlerService.class).activateHandler("org.mirrorbook.ui.focusFilter", new FilterOfEvidence());
        getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(selected);
        memento.ifPresent(content::restore);
        memento.map(kept -> kept.getString("trade")).ifPresent(trade -> shown.choose(new TradeId(trade), () -> {
        }));
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        shown.from(reader.now().flatMap(read -> annotations.now().flatMap(notes -> accounts.now()
                .map(known -> new TradeReading.Source(read, notes, known, directory, clock)))), recordings.now());
        var throttle = new Throttle(PERIOD, clock, door(), this::look);
        following.follow(Optional.of(directory), now -> now.subscribe(throttle::signal)::close);
        if (shown.sheet().isEmpty()) {
            nothing();
        }
        if (shown.id().isEmpty()) {
            selected(null, getSite().getWorkbenchWindow().getSelectionService().getSelection());
        }
    }

    @Override
    protected void settleClosed() {
        following.stop();
        shown.stop();
    }

    private void look() {
        if (content.isVisible()) {
            shown.look();
        }
    }

    private void lookChanged() {
        figures = appearance.newest();
        shown.sheet().ifPresent(sheet -> shown.read());
    }

    private void colour() {
        content.overview().colour();
        content.redraw();
    }

    private void selected(IWorkbenchPart part, ISelection newest) {
        if (part != this && !pinned && newest instanceof IStructuredSelection rows && rows.getFirstElement() instanceof TradeRow row) {
            origin = Optional.ofNullable(part).or(() -> origin);
            shown.choose(row.id(), () -> {
            });
        }
    }

    /** Shows a trade, pinned or not, and then does something with it. */
    void open(TradeId trade, Consumer<TradeContent> then) {
        shown.choose(trade, () -> then.accept(content));
    }

    /** Does something with the trade that is shown. */
    void open(Consumer<TradeContent> then) {
        shown.sheet().ifPresent(sheet -> then.accept(content));
    }

    /** Goes along the order of the list that the trade was selected in, else of another one in sight, else along all by their opening. */
    void step(int rows) {
        Consumer<TradeId> choose = trade -> shown.choose(trade, () -> {
        });
        shown.id().ifPresent(from -> lists().flatMap(list -> list.step(from, rows).stream()).findFirst()
                .ifPresentOrElse(choose, () -> shown.neighbour(rows > 0, choose)));
    }

    /** Of a pinned trade none: what is selected elsewhere has nothing to do with it. */
    private Stream<TradeSequence> lists() {
        var page = getSite().getPage();
        var others = Stream.of(page.getViewReferences()).map(view -> view.getPart(false)).filter(Objects::nonNull)
                .filter(page::isPartVisible);
        return pinned ? Stream.empty() : Stream.concat(origin.stream(), others)
                .flatMap(part -> Optional.ofNullable(part.getAdapter(TradeSequence.class)).stream());
    }

    /** The one filter in this view; the other tabs have none. */
    private final class FilterOfEvidence extends AbstractHandler {

        @Override
        public boolean isEnabled() {
            return content != null && !content.isDisposed() && content.canFilter();
        }

        @Override
        public Object execute(ExecutionEvent event) {
            content.focusFilter();
            return null;
        }
    }

    boolean isPinned() {
        return pinned;
    }

    void pin(boolean on) {
        pinned = on;
    }

    @Override
    public void nothing() {
        notice().say(Messages.Trade_nothing, Messages.Trade_nothing_words);
        show(notice());
        selection.show(Optional.empty());
    }

    @Override
    public void changed(TradeSheet sheet, List<MarkPoint> marks, List<FundingPoint> fundings) {
        show(content);
        content.show(sheet, marks, fundings, figures);
        selection.show(Optional.of(sheet));
    }

    @Override
    public void changed(TradeSheet sheet, Annotated annotated) {
        content.show(sheet, annotated);
    }

    @Override
    public void failed(String sentence) {
        notice().say(Messages.Trade_failed, sentence, Messages.Trade_again, shown::read);
        show(notice());
    }

    @Override
    public void write(TradeSheet of, Note before, Note after, Runnable written, Consumer<String> failed) {
        annotating().ifPresent(desk -> desk.write(of, before, after, written, failed));
    }

    @Override
    public void tag(TradeSheet of, String tag) {
        annotating().ifPresent(desk -> desk.tag(of, tag));
    }

    @Override
    public void untag(TradeSheet of, String tag) {
        annotating().ifPresent(desk -> desk.untag(of, tag));
    }

    @Override
    public void say(NotesPanel.State state, String words) {
        var now = clock().map(Clock::instant);
        content.overview().say(state, state == NotesPanel.State.SAVED && now.isPresent()
                ? NLS.bind(Messages.Notes_saved, figures.time(now.get(), now.get())) : words);
    }

    @Override
    public void resized() {
        if (content != null) {
            content.overview().reflow();
        }
    }

    @Override
    public void add(List<PictureSource> pictures) {
        shown.sheet().ifPresent(of -> annotating().ifPresent(desk -> {
            content.showPictures();
            pictures.forEach(picture -> desk.attach(of, picture.name(), picture.mediaType(), picture.content(),
                    sentence -> door().enter(() -> content.pictures().say(sentence))));
        }));
    }

    @Override
    public void remove(Attachment attachment) {
        shown.sheet().ifPresent(of -> annotating().ifPresent(desk -> desk.remove(of, attachment)));
    }

    @Override
    public Optional<Annotations> annotations() {
        return annotations.now();
    }

    @Override
    public Figures figures() {
        return figures;
    }

    @Override
    public Instant now() {
        return clock().map(Clock::instant).orElse(Instant.EPOCH);
    }

    private Optional<Annotating> annotating() {
        return clock().map(time -> new Annotating(edits, annotations::now, bus::now, time));
    }

    /** What is not saved yet is saved before the services go. */
    private void settleNotes() {
        content.overview().notes().flush();
        edits.settle(LAST_SAVING);
    }

    @Override
    public void saveState(IMemento kept) {
        shown.id().ifPresent(trade -> kept.putString("trade", trade.value()));
        content.keep(kept);
    }

    @Override
    public void dispose() {
        if (content != null && !content.isDisposed()) {
            content.overview().notes().flush();
        }
        getSite().getWorkbenchWindow().getSelectionService().removeSelectionListener(selected);
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themed);
        PlatformUI.getWorkbench().removeWorkbenchListener(lastWords);
        endOfLook.run();
        following.stop();
        shown.stop();
        super.dispose();
    }
}
