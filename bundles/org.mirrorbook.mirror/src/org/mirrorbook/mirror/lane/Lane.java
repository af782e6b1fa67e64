package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.lane.LaneSignal.Linked;
import org.mirrorbook.mirror.lane.LaneSignal.Seen;
import org.mirrorbook.mirror.lane.LaneSignal.Told;
import org.mirrorbook.mirror.lane.LaneSignal.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conducts the mirror of one account: every signal in order, one after the other, so that nothing here needs a lock. The
 * {@link ObservationSink} may be called from any thread; all else belongs to the lane's thread.
 *
 * <p>Nothing uncommitted is shown or told. When the journal refuses a batch there is no current book; it is read again, after a while if
 * that goes on, and the connector aligns anew. What its former connection still brings is not listened to: part of it would be missing.
 *
 * <p>Longer than most classes here: the ways from one state of the lane to the next are read side by side.
 */
final class Lane implements ObservationSink {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    /** Our own word for a journal that refuses. */
    static final String JOURNAL = "JOURNAL";

    private final LaneAccount account;
    private final LaneQueue queue;
    private final Bookkeeper bookkeeper;
    private final ConnectorOpening opening;
    private final LaneView view;
    private final Marks marks;
    private final Facts facts;
    private final LinkFacts linkFacts;
    private final Timer timer;
    private final Clock clock;
    private final Patience patience;
    private final LaneAsking asking;
    private final Questions questions;
    private final Acquaintance acquaintance;
    private final Repricing repricing;
    private final Refusals refusals;
    private final AtomicBoolean hurried = new AtomicBoolean();

    /** Written on the lane; read from any thread. */
    private volatile Optional<Connector> connector = Optional.empty();
    private LinkStatus link;
    private boolean realigning;
    private boolean stopping;
    private boolean ended;
    private int openings;

    Lane(LaneAccount account, LaneQueue queue, Bookkeeper bookkeeper, AccountKinds kinds, ConnectorOpening opening, LiveDesk desk,
            Facts facts, Timer timer, Clock clock, Patience patience) {
        this.account = account;
        this.queue = queue;
        this.bookkeeper = bookkeeper;
        this.opening = opening;
        this.marks = new Marks();
        this.view = new LaneView(account, desk, marks);
        this.facts = facts;
        this.linkFacts = new LinkFacts(facts);
        this.timer = timer;
        this.clock = clock;
        this.patience = patience;
        this.asking = new LaneAsking(this, account, facts, timer, clock);
        this.questions = new Questions(asking, patience);
        this.acquaintance = new Acquaintance(account, kinds, bookkeeper, asking::conclude, clock);
        this.repricing = new Repricing(marks, view, bookkeeper, facts, timer, this::post, patience);
        this.refusals = new Refusals(patience);
        this.link = LinkStatus.of(LinkState.CONNECTING, clock.instant());
    }

    // ------------------------------------------------------------------ from any thread

    @Override
    public boolean accept(ObservationBatch batch) {
        return queue.offer(batch);
    }

    @Override
    public void accept(LinkStatus status) {
        queue.post(new Linked(status));
    }

    @Override
    public void accept(MarkSeen mark) {
        repricing.heard(mark);
    }

    @Override
    public void accept(AccountFacts facts) {
        queue.post(new Told(facts));
    }

    /** How well the link does now. */
    LinkHealth health() {
        return connector.map(Connector::health).orElseGet(LinkHealth::none);
    }

    /** The connector, as soon as there is one. */
    Optional<Connector> made() {
        return connector;
    }

    /** Has the work done on the lane. */
    void post(Runnable work) {
        queue.post(new Work(work));
    }

    /** The time for stopping in good order is over: what is queued is left to the next alignment, only the end is still to come. */
    void hurry() {
        hurried.set(true);
    }

    // ------------------------------------------------------------------ the lane's thread

    /** Does what the signals ask for; consecutive batches as one. */
    void work(List<LaneSignal> signals) {
        var heard = new ArrayList<Heard>();
        for (var signal : signals) {
            if (signal instanceof Seen seen) {
                heard.add(Heard.of(seen.batch()));
                continue;
            }
            listen(heard);
            switch (signal) {
                case Seen seen -> throw new IllegalStateException("listened to above");
                case Linked linked -> guarded(() -> linked(linked.status()));
                case Told told -> guarded(() -> told(told.facts()));
                case Work work -> guarded(work.work());
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
        bookkeeper.open();
        view.show(bookkeeper.book());
        connect();
    }

    /** Drops the connection and aligns again; tries to make one where there was nothing to connect to. */
    void syncNow() {
        if (!stopping && bookkeeper.isCurrent()) {
            connector.ifPresentOrElse(Connector::reconnect, this::connect);
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
        connector.map(Connector::stop).ifPresentOrElse(stopped -> stopped.whenComplete((nothing, error) -> post(this::finish)),
                () -> post(this::finish));
    }

    private void finish() {
        if (ended) {
            return;
        }
        ended = true;
        if (bookkeeper.isCurrent()) {
            guarded(repricing::write);
        }
        guarded(bookkeeper::close);
    }

    private void connect() {
        try {
            var made = opening.connector(this);
            connector = Optional.of(made);
            view.watch(bookkeeper.book(), made);
            made.start();
        } catch (VenueProblem problem) {
            notConnected(problem);
        } catch (IllegalArgumentException refused) {
            notConnected(new VenueProblem(Remedy.ASK_USER, Optional.of("SETTINGS"), refused.getMessage(), refused));
        }
    }

    private void notConnected(VenueProblem problem) {
        var now = clock.instant();
        if (problem.remedy() == Remedy.RETRY) {
            var delay = Patience.nth(patience.answer(), openings++);
            linked(new LinkStatus(LinkState.RECONNECTING, problem.code(), problem.getMessage(), now, Optional.of(now.plus(delay))));
            timer.later(delay, () -> post(() -> {
                if (!stopping && connector.isEmpty() && bookkeeper.isCurrent()) {
                    connect();
                }
            }));
        } else {
            linked(new LinkStatus(LinkState.NEEDS_ATTENTION, problem.code(), problem.getMessage(), now, Optional.empty()));
        }
    }

    private void listen(List<Heard> heard) {
        if (!heard.isEmpty()) {
            var batch = List.copyOf(heard);
            heard.clear();
            if (isListening()) {
                guarded(() -> take(batch));
            }
        }
    }

    private boolean isListening() {
        return bookkeeper.isCurrent() && !realigning && !hurried.get();
    }

    /** Commits, then shows and tells. Fails as the bookkeeper does, which ends the work in hand. */
    void take(List<Heard> heard) {
        var folded = bookkeeper.take(heard, marks::valued);
        connector.ifPresent(one -> view.watch(folded.after(), one));
        view.show(folded.after());
        facts.committed(folded);
        if (!folded.written() && !folded.trades().isEmpty()) {
            repricing.writeLater();
        }
        questions.noticed(folded);
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
        asking.end();
        questions.forget();
    }

    /** The committed book, while there is one. */
    Book book() {
        return bookkeeper.book();
    }

    /** The connector, once there is one. */
    Connector connector() {
        return connector.orElseThrow();
    }

    // ------------------------------------------------------------------ when the journal refuses

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (JournalProblem problem) {
            refused(problem);
        } catch (RuntimeException unexpected) {
            refused(new JournalProblem(JournalProblem.Remedy.REPORT,
                    "The mirror met something it does not understand; the log of the product tells more.", unexpected));
        }
    }

    private void refused(JournalProblem problem) {
        if (hurried.get() && Thread.currentThread().isInterrupted()) {
            LOG.info("{}: cut off in the middle of a commit; the next start aligns again", account.label(), problem);
            bookkeeper.drop();
            silence();
            return;
        }
        LOG.error("{}: not committed: {}", account.label(), problem.getMessage(), problem);
        bookkeeper.drop();
        silence();
        facts.mirror(MirrorTopics.ERROR, Optional.of(JOURNAL), problem.getMessage());
        if (stopping) {
            return;
        }
        var now = clock.instant();
        var delay = refusals.next(now);
        link = new LinkStatus(LinkState.RECONNECTING, Optional.of(JOURNAL), problem.getMessage(), now, Optional.of(now.plus(delay)));
        view.link(link);
        if (delay.isZero()) {
            guarded(this::reopen);
        } else {
            timer.later(delay, () -> post(this::reopen));
        }
    }

    private void reopen() {
        if (stopping || bookkeeper.isCurrent()) {
            return;
        }
        bookkeeper.open();
        acquaintance.reopened();
        view.show(bookkeeper.book());
        if (connector.isPresent()) {
            realigning = true;
            connector.get().reconnect();
        } else {
            connect();
        }
    }
}
