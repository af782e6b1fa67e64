package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.JournalChange;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Transition;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.journal.RecordedChange;
import org.mirrorbook.journal.StoredBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the book of one account: records every input, folds it, commits it, and only then calls it current. What is folded is recorded, all
 * of it and in the same order, so that the same book can be folded from the recording. On its lane's turn only.
 *
 * <p>A commit that may yet succeed is repeated as often as the patience allows. After any other failure there is no current book until it
 * is {@linkplain #open() opened} again; what was heard meanwhile is not kept, so the connection has to align again.
 */
final class Bookkeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeper.class);

    private final LaneAccount account;
    private final Services services;
    private final Pause pause;
    private final List<Duration> delays;
    private final Map<TradeId, Trade> waiting = new LinkedHashMap<>();
    private StoredBook current;

    /**
     * What a bookkeeper works with.
     *
     * @param settings what the user set that bears on the trades of an account
     */
    record Services(JournalStore store, MessageLog log, BiFunction<Book, Observation, Transition> lifecycle, LaneSettings settings,
            Clock clock) {
    }

    Bookkeeper(LaneAccount account, Services services, Pause pause, Patience patience) {
        this.account = account;
        this.services = services;
        this.pause = pause;
        this.delays = patience.commit();
    }

    /**
     * Reads the book as of its last commit. Nobody listened since then, which is a lost link; then the settings are told.
     *
     * @throws JournalProblem when it cannot be read, or nothing can be recorded: what is not recorded must not be committed either
     */
    Folded open() {
        current = null;
        waiting.clear();
        var now = services.clock().instant();
        flush();
        begin(patiently(() -> services.store().load(account.id(), now)));
        var told = new ArrayList<Heard>();
        told.add(Heard.concluded(new LinkLost(0, now)));
        told.addAll(settings());
        return take(told, Samples.NONE);
    }

    boolean isCurrent() {
        return current != null;
    }

    /** The current book; only while there is one. */
    Book book() {
        return current.book();
    }

    /**
     * Folds, records and commits. What cannot be folded is recorded as evidence.
     *
     * @param samples prices that go before what changes structure
     * @throws JournalProblem when it could not be recorded or committed; no book is current then
     */
    Folded take(List<Heard> heard, Samples samples) {
        var from = current;
        current = null;
        var fold = fold(from.book(), heard);
        boolean commits = fold.isStructural();
        var inputs = heard;
        if (commits) {
            var marks = samples.before(from.book(), fold.trades());
            if (marks.isPresent()) {
                inputs = new ArrayList<>(heard);
                inputs.addFirst(Heard.sampled(marks.get()));
                fold = fold(from.book(), inputs);
            }
        }
        return keep(from, fold, inputs, commits);
    }

    /**
     * Folds and records what moves figures alone; waits for nothing and repeats nothing. Only while there is a current book.
     *
     * @return empty when there is more to it, and nothing was done
     */
    Optional<Folded> glance(Heard heard) {
        try {
            var fold = Fold.of(current.book(), List.of(heard), services.lifecycle());
            if (fold.isStructural()) {
                return Optional.empty();
            }
            services.log().append(account.id(), heard.input());
            waiting.putAll(fold.trades());
            return Optional.of(kept(fold, current.revision(), List.of(), List.of()));
        } catch (RuntimeException broken) {
            LOG.debug("{}: left to the lane, which tells what is wrong", account.label(), broken);
            return Optional.empty();
        }
    }

    /** Folds, records and commits these, or nothing more than the figures that wait. Fails as {@link #take} does. */
    Folded write(List<Heard> heard) {
        var from = current;
        current = null;
        return keep(from, fold(from.book(), heard), heard, true);
    }

    /** Whether figures wait for the next transaction. */
    boolean hasFigures() {
        return !waiting.isEmpty();
    }

    /**
     * Moves the beginning of an account that nothing is known of yet from this machine's clock to the venue's: what is compared with it are
     * the venue's times.
     *
     * @param offset the venue's clock minus this machine's
     * @throws JournalProblem when it could not be committed; no book is current then
     */
    void beginByVenue(Duration offset) {
        var from = current;
        var book = from.book();
        if (from.revision() > 0 || !book.newest().isEmpty() || !book.kept().equals(Book.empty(account.id(), book.mirroredSince()))) {
            return;
        }
        current = null;
        var moved = Book.empty(account.id(), book.mirroredSince().plus(offset));
        begin(new StoredBook(moved, commit(new JournalBatch(from.revision(), moved, List.of(), List.of()))));
        take(settings(), Samples.NONE);
    }

    /** There is no current book any more, for a reason found outside. */
    void drop() {
        current = null;
    }

    /** Lets go of the recording. */
    void close() {
        current = null;
        services.log().release(account.id());
    }

    private void begin(StoredBook stored) {
        record(new LaneInput.Opened(account.label(), stored.book(), stored.revision(), services.clock().instant()));
        current = stored;
    }

    private List<Heard> settings() {
        var now = services.clock().instant();
        return patiently(() -> services.settings().of(account.id(), now)).stream().map(Heard::wished).toList();
    }

    private Fold fold(Book book, List<Heard> heard) {
        try {
            return Fold.of(book, heard, services.lifecycle());
        } catch (RuntimeException broken) {
            heard.forEach(one -> record(one.evidence()));
            throw broken;
        }
    }

    private Folded keep(StoredBook from, Fold fold, List<Heard> inputs, boolean commits) {
        var changes = List.<RecordedChange>of();
        for (int i = 0; i < inputs.size(); i++) {
            var input = inputs.get(i);
            long number = record(input.input());
            for (var change : fold.changes().get(i)) {
                changes = changes.isEmpty() ? new ArrayList<>() : changes;
                changes.add(new RecordedChange(number, input.at(), change));
            }
        }
        waiting.putAll(fold.trades());
        var written = List.<Trade>of();
        long revision = from.revision();
        if (commits && (fold.isStructural() || !waiting.isEmpty())) {
            written = List.copyOf(waiting.values());
            revision = commit(new JournalBatch(from.revision(), fold.after(), changes, written));
            waiting.clear();
        }
        return kept(fold, revision, changes, written);
    }

    private Folded kept(Fold fold, long revision, List<RecordedChange> changes, List<Trade> written) {
        current = new StoredBook(fold.after(), revision);
        var facts = changes.isEmpty() ? List.<JournalChange>of() : changes.stream().map(RecordedChange::change).toList();
        var trades = fold.trades().isEmpty() ? List.<Trade>of() : List.copyOf(fold.trades().values());
        return new Folded(fold.before(), fold.after(), revision, facts, trades, written);
    }

    private long record(LaneInput input) {
        return patiently(() -> services.log().append(account.id(), input));
    }

    private void flush() {
        patiently(() -> {
            services.log().flush(account.id());
            return null;
        });
    }

    private long commit(JournalBatch batch) {
        flush();
        return patiently(() -> services.store().commit(batch));
    }

    private <T> T patiently(Supplier<T> step) {
        for (var delay : delays) {
            try {
                return step.get();
            } catch (JournalProblem problem) {
                if (problem.remedy() != JournalProblem.Remedy.RETRY) {
                    throw problem;
                }
                pause.of(delay);
            }
        }
        return step.get();
    }
}
