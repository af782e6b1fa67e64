package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.lane.LaneSignal.Linked;
import org.mirrorbook.mirror.lane.LaneSignal.Seen;
import org.mirrorbook.mirror.lane.LaneSignal.Told;
import org.mirrorbook.mirror.lane.LaneSignal.Work;

/**
 * Conducts the mirror of one account: every signal in order, one after the other, so that nothing here needs a lock. The
 * {@link ObservationSink} may be called from any thread; all else belongs to whoever has the {@linkplain LaneQueue turn}: the lane's
 * thread, or for a push that moves figures alone the one that brought it.
 *
 * <p>Nothing uncommitted is shown or told. When the journal refuses a batch there is no current book; its {@link Custody} has it read
 * again, and the connector aligns anew. What its former connection still brings is not listened to: part of it would be missing.
 *
 * <p>Longer than most classes here: the ways from one state of the lane to the next are read side by side.
 */
final class Lane implements ObservationSink, Custody.Holder {

    private final LaneQueue queue;
    private final Bookkeeper bookkeeper;
    private final Custody custody;
    private final Connecting connecting;
    private final LaneView view;
    private final ExcursionTracker tracker;
    private final Sampling sampling;
    private final Facts facts;
    private final LinkFacts linkFacts;
    private final Timer timer;
    private final Clock clock;
    private final Patience patience;
    private final LaneAsking asking;
    private final Questions questions;
    private final Acquaintance acquaintance;
    private final Pulse pulse;
    private final AtomicBoolean hurried = new AtomicBoolean();

    private LinkStatus link;
    private boolean realigning;
    private boolean stopping;
    private boolean ended;

    Lane(LaneAccount account, LaneQueue queue, Bookkeeper bookkeeper, Ownership ownership, AccountKinds kinds, ConnectorOpening opening,
            LiveDesk desk, Facts facts, Timer timer, Clock clock, Patience patience) {
        this.queue = queue;
        this.bookkeeper = bookkeeper;
        this.custody = new Custody(account, this, bookkeeper, ownership, facts, this::later, clock, patience);
        this.connecting = new Connecting(opening, this::linked, () -> !stopping && bookkeeper.isCurrent(), this::later, clock, patience);
        var marks = new Marks();
        this.tracker = new ExcursionTracker(marks);
        this.view = new LaneView(account, desk, marks, tracker);
        this.facts = facts;
        this.linkFacts = new LinkFacts(facts);
        this.timer = timer;
        this.clock = clock;
        this.patience = patience;
        this.asking = new LaneAsking(this, account, facts, timer, clock);
        this.questions = new Questions(asking, patience);
        this.acquaintance = new Acquaintance(account, kinds, bookkeeper, asking::conclude, clock);
        this.sampling = new Sampling(marks, tracker, bookkeeper, view::reprice, this::sampled, timer, this::post, clock,
                patience, desk::lanesOpen);
        this.pulse = new Pulse(clock);
        this.link = LinkStatus.of(LinkState.CONNECTING, clock.instant());
    }

    // ------------------------------------------------------------------ from any thread

    @Override
    public boolean accept(ObservationBatch batch) {
        return queue.offer(batch, this::glance);
    }

    @Override
    public void accept(LinkStatus status) {
        queue.post(new Linked(status));
    }

    @Override
    public void accept(MarkSeen mark) {
        sampling.heard(mark);
    }

    @Override
    public void accept(AccountFacts facts) {
        queue.post(new Told(facts));
    }

    /** How well the link does now. */
    LinkHealth health() {
        return connecting.health();
    }

    /** What it measures of itself. */
    MirrorPulse pulse() {
        return pulse.now();
    }

    /** The connector, as soon as there is one. */
    Optional<Connector> made() {
        return connecting.connector();
    }

    /** Has the work done on the lane. */
    void post(Runnable work) {
        queue.post(new Work(work));
    }

    /** The time for stopping in good order is over: what is queued is left to the next alignment, only the end is still to come. */
    void hurry() {
        hurried.set(true);
    }

    // ------------------------------------------------------------------ whoever has the turn

    /** Takes in a batch that moves figures alone; leaves any other as it is, since a commit would hold up the network. */
    private boolean glance(ObservationBatch batch) {
        // an interrupt, as of a client that stops, would close the recording's file under the append
        if (!isListening() || !custody.clockGoesForward() || Thread.currentThread().isInterrupted()) {
            return false;
        }
        var heard = Heard.of(batch);
        var folded = bookkeeper.glance(heard);
        folded.ifPresent(quiet -> {
            try {
                tracker.look();
                taken(quiet, heard.at());
            } catch (RuntimeException failed) {
                post(() -> {
                    throw failed;
                });
            }
        });
        return folded.isPresent();
    }

    /** Does what the signals ask for; consecutive batches as one. */
    void work(List<LaneSignal> signals) {
        custody.watchClock();
        var heard = new ArrayList<Heard>(signals.size());
        for (var signal : signals) {
            if (signal instanceof Seen seen) {
                heard.add(Heard.of(seen.batch()));
                continue;
            }
            listen(heard);
            switch (signal) {
                case Seen seen -> throw new IllegalStateException("listened to above");
                case Linked linked -> custody.guarded(() -> linked(linked.status()));
                case Told told -> custody.guarded(() -> told(told.facts()));
                case Work work -> custody.guarded(work.work());
            }
        }
        listen(heard);
    }

    /** Whether the lane has done its last work. */
    boolean hasEnded() {
        return ended;
    }

    /** The first work of a lane. */
    void start() {
        view.link(link);
        tracker.blind(clock.instant());
        custody.begin();
    }

    /** Drops the connection and aligns again; tries to make one, or to open the book, where there is none. */
    void syncNow() {
        if (stopping) {
            return;
        }
        if (bookkeeper.isCurrent()) {
            connecting.connector().ifPresentOrElse(Connector::reconnect, this::connect);
        } else {
            custody.open();
        }
    }

    /** Folds and commits what the user wants. */
    void tell(Supplier<Observation> wish, CompletableFuture<Void> done) {
        if (!bookkeeper.isCurrent()) {
            done.completeExceptionally(ended ? new LaneEnded() : custody.trouble());
            return;
        }
        try {
            take(List.of(Heard.wished(wish.get())));
            done.complete(null);
        } catch (RuntimeException failed) {
            done.completeExceptionally(failed instanceof JournalProblem ? failed : new JournalProblem(JournalProblem.Remedy.REPORT,
                    "The edit could not be made; the log of the product tells more.", failed));
            if (!bookkeeper.isCurrent()) {
                throw failed;
            }
        }
    }

    /** Closes the connection; what it still brought is committed, then the lane {@linkplain #finish() ends}. */
    void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        silence();
        timer.later(patience.stop(), () -> post(this::finish));
        connecting.connector().map(Connector::stop).ifPresentOrElse(
                stopped -> stopped.whenComplete((nothing, error) -> post(this::finish)), () -> post(this::finish));
    }

    private void finish() {
        if (ended) {
            return;
        }
        ended = true;
        if (bookkeeper.isCurrent()) {
            custody.guarded(sampling::writeLast);
        }
        custody.end();
    }

    private void later(Duration delay, Runnable work) {
        timer.later(delay, () -> post(work));
    }

    private void connect() {
        connecting.connect(this, made -> view.watch(bookkeeper.book(), made));
    }

    private void listen(List<Heard> heard) {
        if (!heard.isEmpty()) {
            var batch = List.copyOf(heard);
            heard.clear();
            if (isListening()) {
                custody.guarded(() -> pushed(batch));
            }
        }
    }

    private void pushed(List<Heard> heard) {
        var folded = take(heard);
        // figures alone may wait for their transaction: that is a choice and no delay
        if (!folded.changes().isEmpty()) {
            pulse.committed(heard);
        }
    }

    private boolean isListening() {
        return bookkeeper.isCurrent() && !realigning && !hurried.get();
    }

    /** Commits, then shows and tells. Fails as the bookkeeper does, which ends the work in hand. */
    Folded take(List<Heard> heard) {
        tracker.look();
        var folded = bookkeeper.take(heard, sampling);
        taken(folded, heard.getLast().at());
        return folded;
    }

    private void taken(Folded folded, Instant at) {
        if (tracker.follow(folded.after(), at)) {
            sampling.writeLater();
        }
        came(folded);
    }

    private void came(Folded folded) {
        if (!folded.changes().isEmpty()) {
            connecting.connector().ifPresent(one -> view.watch(folded.after(), one));
        }
        view.show(folded.after());
        pulse.follow(folded.after());
        if (folded.leftFigures()) {
            sampling.writeLater();
        }
        if (!folded.changes().isEmpty()) {
            facts.committed(folded);
            questions.noticed(folded);
        }
    }

    private void sampled(Folded folded) {
        tracker.follow(folded.after(), clock.instant());
        view.show(folded.after());
        facts.revalued(folded);
    }

    private void told(AccountFacts about) {
        if (isListening()) {
            acquaintance.told(about);
        }
    }

    /** Puts words beside the state of the live link. */
    void remark(Optional<String> code, String words) {
        link = new LinkStatus(link.state(), code, words, link.since(), link.retryAt());
        view.link(link);
    }

    private void linked(LinkStatus status) {
        boolean isLive = status.state() == LinkState.LIVE;
        if (!isLive) {
            realigning = false;
        }
        if (stopping || !bookkeeper.isCurrent() || isLive && realigning) {
            return;
        }
        boolean wasLive = asking.isLive();
        boolean changed = status.state() != link.state();
        link = status;
        view.link(status);
        if (!isLive && (wasLive || changed)) {
            lose(status.since());
        }
        if (isLive && !wasLive) {
            asking.begin();
            tracker.sighted(clock.instant());
            if (tracker.isWaiting()) {
                sampling.writeLater();
            }
            // before the fact: who hears of it reads the account
            acquaintance.aligned();
        }
        if (!isLive || !wasLive) {
            linkFacts.changed(status, wasLive);
        }
        if (isLive && !wasLive) {
            questions.aligned();
        }
    }

    private void lose(Instant at) {
        silence();
        var connection = bookkeeper.book().shown().connection();
        if (connection.isPresent()) {
            take(List.of(Heard.concluded(new LinkLost(connection.getAsLong(), at))));
        }
    }

    /** Neither answers nor timers of this epoch come any more. */
    private void silence() {
        if (asking.isLive()) {
            tracker.blind(clock.instant());
        }
        asking.end();
        questions.forget();
    }

    /** The committed book, while there is one. */
    Book book() {
        return bookkeeper.book();
    }

    /** The connector, once there is one. */
    Connector connector() {
        return connecting.connector().orElseThrow();
    }

    // ------------------------------------------------------------------ custody

    @Override
    public void opened(Folded folded) {
        tracker.reopened();
        tracker.follow(folded.after(), clock.instant());
        acquaintance.reopened();
        came(folded);
        if (connecting.connector().isPresent()) {
            view.watch(folded.after(), connector());
            realigning = true;
            connector().reconnect();
        } else {
            connect();
        }
    }

    @Override
    public void degraded(LinkStatus status) {
        silence();
        if (!stopping) {
            link = status;
            view.link(status);
        }
    }

    @Override
    public boolean isStopping() {
        return stopping;
    }

    @Override
    public boolean isCutOff() {
        return hurried.get() && Thread.currentThread().isInterrupted();
    }
}
