package org.mirrorbook.ui.journal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.ui.Following;
import org.mirrorbook.ui.JournalBoundView;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.widgets.CellLine;
import org.osgi.service.event.Event;

/** All trades, newest first. It hears committed facts on the bus and reads the journal in a job; the UI thread only shows what was read. */
public final class JournalView extends JournalBoundView {

    public static final String ID = "org.mirrorbook.ui.journal";

    private final Figures figures = new Figures(ZoneId.systemDefault());
    private final Following<MirrorDirectory> following = new Following<>();
    private final AtomicReference<Map<AccountId, LinkStatus>> links = new AtomicReference<>(Map.of());
    private Composite content;
    private JournalTable table;
    private CellLine totals;
    private Watched<JournalReader> reader;
    private Watched<AccountService> accounts;
    private Optional<Source> source = Optional.empty();
    private volatile Optional<JournalReading> reading = Optional.empty();

    /** What the reading rests on; another one needs another reading. */
    private record Source(JournalReader reader, AccountService accounts, MirrorDirectory directory, Clock clock) {
    }

    @Override
    protected void createContent(Composite stage) {
        content = new Composite(stage, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        table = new JournalTable(content);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        totals = new CellLine(content);
        offer(table.viewer());
        reader = surroundings().watch(JournalReader.class, this::changed);
        accounts = surroundings().watch(AccountService.class, this::changed);
        surroundings().hear(MirrorTopics.TRADE_PREFIX + "*", this::tradeChanged);
    }

    @Override
    protected void settleOpen(AccountDesk desk, MirrorDirectory directory, Clock clock) {
        var now = reader.now().flatMap(read -> accounts.now().map(known -> new Source(read, known, directory, clock)));
        if (!now.equals(source)) {
            settleClosed();
            source = now;
            reading = now.map(from -> new JournalReading(from.reader(), from.accounts(), from.directory(), from.clock(), figures,
                    page -> door().enter(() -> read(page)), sentence -> door().enter(() -> failed(sentence))));
        }
        following.follow(Optional.of(directory), newest -> newest.subscribe(() -> linksChanged(newest))::close);
        reading.ifPresent(JournalReading::all);
    }

    /** How sure an open trade is depends on the link of its account; prices, which change all the time, are not of interest here. */
    private void linksChanged(MirrorDirectory directory) {
        var newest = directory.links();
        if (!newest.equals(links.getAndSet(newest))) {
            reading.ifPresent(JournalReading::all);
        }
    }

    @Override
    protected void settleClosed() {
        following.stop();
        reading.ifPresent(JournalReading::cancel);
        reading = Optional.empty();
        source = Optional.empty();
    }

    private void tradeChanged(Event event) {
        reading.ifPresent(job -> {
            if (event.getProperty(MirrorTopics.TRADE) instanceof String trade) {
                job.one(new TradeId(trade));
            } else {
                job.all();
            }
        });
    }

    private void read(JournalPage page) {
        if (page.rows().isEmpty()) {
            notice().say(Messages.Journal_nothing, Messages.Journal_nothing_words);
            show(notice());
        } else {
            show(content);
        }
        table.show(page.rows());
        totals.show(page.totals());
    }

    private void failed(String sentence) {
        notice().say(Messages.Journal_failed, sentence, Messages.Journal_again, () -> reading.ifPresent(JournalReading::all));
        show(notice());
    }

    @Override
    public void dispose() {
        settleClosed();
        super.dispose();
    }
}
