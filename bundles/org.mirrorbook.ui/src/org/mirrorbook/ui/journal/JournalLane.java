package org.mirrorbook.ui.journal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeSort;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.ui.journal.FilterMenus.Offer;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.JournalRows;
import org.mirrorbook.ui.model.journal.PagedJournal;
import org.mirrorbook.ui.model.journal.PagedJournal.Shown;

/** Reads what the Journal shows, in a job: pages at once, what is heard within a short time together. Its methods return at once. */
final class JournalLane extends Job {

    /** So long facts are gathered before they are read. */
    private static final long GATHERING_MILLIS = 250;

    /** What the reading rests on; another one needs another lane. */
    record Source(JournalReader reader, AccountService accounts, MirrorDirectory directory, Optional<Annotations> notes, Clock clock) {
    }

    private final Source source;
    private final Consumer<String> failed;
    private final PagedJournal paged;
    private volatile Offer offer = new Offer(Map.of(), List.of(), List.of());
    private volatile boolean offerIsOld = true;
    private volatile boolean closed;

    /** @param figures as they are wanted now */
    JournalLane(Source source, Supplier<Figures> figures, Consumer<Shown> shown, Consumer<String> failed) {
        super(Messages.JournalReading_job);
        this.source = source;
        this.failed = failed;
        this.paged = new PagedJournal(source.reader(), this::marks, () -> {
            var rows = new JournalRows(figures.get());
            var labels = offer.labels();
            Map<AccountId, LinkStatus> links = source.directory().links();
            var now = source.clock().instant();
            return (trade, marks) -> rows.of(trade, marks, labels, links, now);
        }, shown);
    }

    private Map<TradeId, Annotations.Marks> marks(List<TradeId> trades) {
        return source.notes().map(notes -> notes.marks(trades)).orElse(Map.of());
    }

    Source source() {
        return source;
    }

    /** What may be chosen in the filter, as of the last reading. */
    Offer offer() {
        return offer;
    }

    void ask(TradeFilter filter, TradeSort sort) {
        paged.ask(filter, sort);
        schedule();
    }

    /** Accounts, tags or setups may be other ones; rows are made anew. */
    void remake() {
        offerIsOld = true;
        paged.remake();
        schedule(GATHERING_MILLIS);
    }

    void everything() {
        offerIsOld = true;
        paged.everything();
        schedule(GATHERING_MILLIS);
    }

    /** @param annotated whether the user wrote to it */
    void heard(TradeId trade, boolean annotated) {
        if (annotated) {
            offerIsOld = true;
        }
        paged.heard(trade);
        schedule(GATHERING_MILLIS);
    }

    void want(int place) {
        if (paged.want(place)) {
            schedule();
        }
    }

    /** Nothing is told any more. */
    void close() {
        closed = true;
        paged.cancel();
        cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            if (offerIsOld && !closed) {
                offerIsOld = false;
                offer = readOffer();
            }
            if (!closed) {
                paged.work();
            }
        } catch (JournalProblem | AccountProblem problem) {
            offerIsOld = true;
            if (!closed) {
                failed.accept(problem.getMessage());
            }
        }
        return Status.OK_STATUS;
    }

    private Offer readOffer() {
        var labels = new HashMap<AccountId, String>();
        for (Account account : source.accounts().everyAccount()) {
            labels.put(account.id(), account.label());
        }
        return new Offer(Map.copyOf(labels), source.notes().map(Annotations::tags).orElse(List.of()),
                source.notes().map(Annotations::setups).orElse(List.of()));
    }
}
