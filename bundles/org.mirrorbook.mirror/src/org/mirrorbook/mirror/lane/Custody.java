package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.mirror.MirrorTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the lane may keep the book: it has the account's lease, the journal and the recording take what is written, and this machine's
 * clock goes forward. Where one of these fails there is no current book, the state says why, and it is tried again until it is over. On
 * the lane's turn only.
 */
final class Custody {

    private static final Logger LOG = LoggerFactory.getLogger(Custody.class);
    /** Our own word for a journal that refuses. */
    static final String JOURNAL = "JOURNAL";
    /** Our own word for an account that another instance mirrors. */
    static final String OWNED = "OWNED";
    private static final Duration LONGEST = Duration.ofDays(1);
    /** Clocks are put right by a little all the time. */
    private static final Duration LITTLE = Duration.ofSeconds(2);

    /** The lane as its custody sees it. */
    interface Holder {

        /** The book is read and current. */
        void opened(Folded folded);

        /** There is no current book any more; why stands in the status. */
        void degraded(LinkStatus status);

        /** Whether nothing is to be opened any more. */
        boolean isStopping();

        /** Whether the thread was told to end in the middle of what it does. */
        boolean isCutOff();
    }

    private final LaneAccount account;
    private final Holder lane;
    private final Bookkeeper bookkeeper;
    private final Ownership ownership;
    private final Facts facts;
    private final LaneTimes times;
    private final Clock clock;
    private final Refusals refusals;
    private Optional<JournalProblem> trouble = Optional.empty();
    private Instant latest = Instant.MIN;
    private int unproven;

    /** Has work done on the lane after a delay. */
    @FunctionalInterface
    interface LaneTimes {
        void later(Duration delay, Runnable work);
    }

    Custody(LaneAccount account, Holder lane, Bookkeeper bookkeeper, Ownership ownership, Facts facts, LaneTimes times, Clock clock,
            Patience patience) {
        this.account = account;
        this.lane = lane;
        this.bookkeeper = bookkeeper;
        this.ownership = ownership;
        this.facts = facts;
        this.times = times;
        this.clock = clock;
        this.refusals = new Refusals(patience);
    }

    /** Opens for the first time. */
    void begin() {
        prolongLater();
        open();
    }

    /** Opens unless the book is current; does nothing once the lane stops. Fails as the bookkeeper does. */
    void open() {
        if (lane.isStopping() || bookkeeper.isCurrent()) {
            return;
        }
        var owner = ownership.take(account.id());
        if (owner.isPresent()) {
            owned(owner.get());
            return;
        }
        unproven = 0;
        lane.opened(bookkeeper.open());
        trouble = Optional.empty();
    }

    /** Does the work; what it fails of is told, and put right later. */
    void guarded(Runnable work) {
        try {
            work.run();
        } catch (JournalProblem problem) {
            refused(problem);
        } catch (RuntimeException unexpected) {
            refused(new JournalProblem(Remedy.REPORT,
                    "The mirror met something it does not understand; the log of the product tells more.", unexpected));
        }
    }

    /** Whether the clock is where it was or later; where not, {@link #watchClock()} is due. */
    boolean clockGoesForward() {
        return !clock.instant().isBefore(latest);
    }

    /** Looks at the clock: where it was put back, nothing that was measured by it holds, and all is aligned anew. */
    void watchClock() {
        var now = clock.instant();
        var back = latest == Instant.MIN ? Duration.ZERO : Duration.between(now, latest);
        latest = now;
        if (back.compareTo(LITTLE) > 0 && bookkeeper.isCurrent()) {
            guarded(() -> {
                throw new JournalProblem(Remedy.RETRY, "The clock of this machine was put back by " + back.toSeconds()
                        + " s; everything is aligned anew.");
            });
        }
    }

    /** Why there is no current book. */
    JournalProblem trouble() {
        return trouble.orElseGet(() -> new JournalProblem(Remedy.RETRY, "The book of " + account.label() + " is not open yet."));
    }

    /** The lane ends. */
    void end() {
        guarded(bookkeeper::close);
        guarded(() -> ownership.release(account.id()));
    }

    private void prolongLater() {
        times.later(third(), () -> {
            if (!lane.isStopping()) {
                prolongLater();
                prolong();
            }
        });
    }

    /** An instance that has its journal alone has it for longer than any timer goes. */
    private Duration third() {
        var third = ownership.term().dividedBy(3);
        return third.compareTo(LONGEST) > 0 ? LONGEST : third;
    }

    private void prolong() {
        if (!bookkeeper.isCurrent()) {
            if (trouble.isPresent() && isOwned()) {
                open();
            }
            return;
        }
        try {
            ownership.take(account.id()).ifPresentOrElse(this::owned, () -> unproven = 0);
        } catch (JournalProblem problem) {
            if (++unproven > 1) {
                throw problem;
            }
            LOG.warn("{}: the lease of the account could not be prolonged; there is time for one more try", account.label(), problem);
        }
    }

    private boolean isOwned() {
        return trouble.filter(problem -> problem instanceof Owned).isPresent();
    }

    private void owned(String owner) {
        boolean known = isOwned();
        var problem = new Owned(owner);
        trouble = Optional.of(problem);
        bookkeeper.drop();
        lane.degraded(status(problem, third()));
        if (!known) {
            LOG.warn("{}: {}", account.label(), problem.getMessage());
            facts.mirror(MirrorTopics.ERROR, Optional.of(OWNED), problem.getMessage());
        }
    }

    private void refused(JournalProblem problem) {
        if (lane.isCutOff()) {
            LOG.info("{}: cut off in the middle of a commit; the next start aligns again", account.label(), problem);
            bookkeeper.drop();
            lane.degraded(status(problem, Duration.ZERO));
            return;
        }
        LOG.error("{}: not committed: {}", account.label(), problem.getMessage(), problem);
        bookkeeper.drop();
        trouble = Optional.of(problem);
        facts.mirror(MirrorTopics.ERROR, Optional.of(JOURNAL), problem.getMessage());
        var delay = refusals.next(clock.instant());
        lane.degraded(status(problem, delay));
        if (lane.isStopping()) {
            return;
        }
        if (delay.isZero()) {
            guarded(this::open);
        } else {
            times.later(delay, this::open);
        }
    }

    private LinkStatus status(JournalProblem problem, Duration delay) {
        var now = clock.instant();
        var code = problem instanceof Owned ? OWNED : JOURNAL;
        return new LinkStatus(LinkState.DEGRADED, Optional.of(code), problem.getMessage(), now, Optional.of(now.plus(delay)));
    }

    private static final class Owned extends JournalProblem {

        private static final long serialVersionUID = 1L;

        Owned(String owner) {
            super(Remedy.RETRY, "This account is mirrored by " + owner + ".");
        }
    }
}
