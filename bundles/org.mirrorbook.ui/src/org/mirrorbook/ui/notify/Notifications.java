package org.mirrorbook.ui.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.shell.News;
import org.mirrorbook.ui.model.shell.NewsDigest;
import org.osgi.service.event.Event;

/**
 * Tells on the desktop what happened to positions and accounts: what comes within a moment is told together, and there is never more than
 * one notification on the screen. Hears on the bus's thread, reads the journal in a job, shows on the UI thread.
 */
public final class Notifications {

    /** What comes together is told together. */
    private static final int MOMENT = 700;
    /** Of so many at most the journal is asked: the others are only counted. */
    private static final int TOLD = 3;

    private final NewsWishes wishes = new NewsWishes();
    private final Appearance appearance = new Appearance();
    private final Display display;
    private final Popup popup;
    private final Watched<JournalReader> reader;
    /** UI thread only. */
    private final List<Heard> waiting = new ArrayList<>();

    private record Heard(News.Kind kind, String label, Optional<TradeId> trade, Optional<String> reason) {
    }

    /** @param surroundings whose end ends the listening */
    public Notifications(Surroundings surroundings, Display display) {
        this.display = display;
        this.popup = new Popup(display);
        reader = surroundings.watch(JournalReader.class, () -> {
            // asked when there is something to tell
        });
        surroundings.hear(MirrorTopics.OPENED, event -> hear(News.Kind.OPENED, event));
        surroundings.hear(MirrorTopics.CLOSED, event -> hear(News.Kind.CLOSED, event));
        surroundings.hear(MirrorTopics.NEEDS_ATTENTION, event -> hear(News.Kind.ATTENTION, event));
    }

    private void hear(News.Kind kind, Event event) {
        if (wishes.wants(kind) && !display.isDisposed()) {
            var heard = new Heard(kind, text(event, MirrorTopics.LABEL).orElse(""), text(event, MirrorTopics.TRADE).map(TradeId::new),
                    text(event, MirrorTopics.REASON));
            display.asyncExec(() -> {
                waiting.add(heard);
                if (waiting.size() == 1) {
                    display.timerExec(MOMENT, this::read);
                }
            });
        }
    }

    private static Optional<String> text(Event event, String property) {
        return event.getProperty(property) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private void read() {
        var heard = List.copyOf(waiting);
        waiting.clear();
        var errand = new Errand<>(Messages.Notifications_job, () -> news(heard), news -> {
            if (!news.isEmpty()) {
                tell(news);
            }
        }, sentence -> ILog.of(Notifications.class).warn(sentence));
        errand.setSystem(true);
        errand.schedule();
    }

    /** Any thread. */
    private void tell(List<News> news) {
        try {
            display.asyncExec(() -> popup.tell(news));
        } catch (SWTException e) {
            // what was read while the workbench went down is told to nobody
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }

    private List<News> news(List<Heard> heard) {
        var trades = heard.stream().filter(one -> one.trade().isPresent()).toList();
        var told = trades.subList(Math.max(0, trades.size() - TOLD), trades.size());
        return heard.stream().map(one -> one.trade().isEmpty() ? News.attention(one.label(), one.reason())
                : told.contains(one) ? trade(one) : new News(one.kind(), one.label())).toList();
    }

    private News trade(Heard heard) {
        var figures = appearance.newest();
        Optional<Trade> trade = reader.now().flatMap(journal -> journal.trade(heard.trade().orElseThrow()));
        // a trade that was withdrawn meanwhile has nothing to be told of but its account
        return trade.map(now -> heard.kind() == News.Kind.OPENED ? News.opened(heard.label(), now, figures)
                : News.closed(heard.label(), now, figures)).orElse(new News(heard.kind(), heard.label()));
    }

    /** What is on the screen now; nothing when there is nothing. UI thread only. */
    public Optional<NewsDigest> shown() {
        return popup.shown();
    }
}
