package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.JournalChange;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Transition;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.journal.RecordedChange;
import org.mirrorbook.journal.StoredBook;

/**
 * Keeps the book of one account: records what was heard, folds it, commits it, and only then calls it current. On its lane's thread only.
 *
 * <p>A commit that may yet succeed is repeated as often as the patience allows. After any other failure there is no current book until it
 * is {@linkplain #open() opened} again; what was heard meanwhile is not kept, so the connection has to align again.
 */
final class Bookkeeper {

    private final AccountId account;
    private final JournalStore store;
    private final MessageLog log;
    private final BiFunction<Book, Observation, Transition> lifecycle;
    private final Clock clock;
    private final Pause pause;
    private final List<Duration> delays;
    private final Map<TradeId, Trade> written = new HashMap<>();
    private StoredBook current;

    Bookkeeper(AccountId account, JournalStore store, MessageLog log, BiFunction<Book, Observation, Transition> lifecycle, Clock clock,
            Pause pause, Patience patience) {
        this.account = account;
        this.store = store;
        this.log = log;
        this.lifecycle = lifecycle;
        this.clock = clock;
        this.pause = pause;
        this.delays = patience.commit();
    }

    /**
     * Reads the book as of its last commit. Nobody listened since then, which is a lost link.
     *
     * @throws JournalProblem when it cannot be read, or nothing can be recorded: what is not recorded must not be committed either
     */
    void open() {
        current = null;
        written.clear();
        var now = clock.instant();
        patiently(() -> {
            log.flush(account);
            return null;
        });
        var stored = patiently(() -> store.load(account, now));
        var lost = lifecycle.apply(stored.book(), new LinkLost(0, now));
        stored.book().open().values().forEach(life -> written.put(life.trade().id(), life.trade()));
        current = new StoredBook(lost.after(), stored.revision());
    }

    boolean isCurrent() {
        return current != null;
    }

    /** The current book; only while there is one. */
    Book book() {
        return current.book();
    }

    /**
     * Records, folds and commits.
     *
     * @param valued puts the newest open profit into a trade
     * @throws JournalProblem when it could not be recorded or committed; no book is current then
     */
    Folded take(List<Heard> heard, UnaryOperator<Trade> valued) {
        var from = current;
        current = null;
        var changes = new ArrayList<RecordedChange>();
        var trades = new LinkedHashMap<TradeId, Trade>();
        var book = from.book();
        for (var one : heard) {
            long message = one.message().map(text -> record(text, one.seen())).orElse(0L);
            for (var seen : one.seen()) {
                var step = lifecycle.apply(book, seen);
                book = step.after();
                step.changes().forEach(change -> changes.add(new RecordedChange(message, one.at(), change)));
                step.trades().forEach(trade -> trades.put(trade.id(), trade));
            }
        }
        var newest = List.copyOf(trades.values());
        long revision = from.revision();
        boolean commits = !changes.isEmpty() || Structure.differs(from.book(), book, newest);
        if (commits) {
            var rows = newest.stream().map(valued).toList();
            revision = commit(new JournalBatch(from.revision(), book, changes, rows));
            remember(rows);
        }
        current = new StoredBook(book, revision);
        return new Folded(from.book(), book, revision, commits, changes.stream().map(RecordedChange::change).toList(), newest);
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
        if (from.revision() > 0 || !book.newest().isEmpty() || !book.kept().equals(Book.empty(account, book.mirroredSince()))) {
            return;
        }
        current = null;
        var moved = new Book(account, book.mirroredSince().plus(offset), book.open(), book.awaiting(), book.recent(), book.claimed(),
                book.historyReadTo(), book.shown(), book.loose(), book.orders(), book.around());
        current = new StoredBook(moved, commit(new JournalBatch(from.revision(), moved, List.of(), List.of())));
    }

    /** Writes the figures of the open trades that are not as they were last written. */
    Folded writeFigures(UnaryOperator<Trade> valued) {
        var from = current;
        var rows = from.book().open().values().stream().map(life -> valued.apply(life.trade()))
                .filter(trade -> !trade.equals(written.get(trade.id()))).toList();
        if (rows.isEmpty()) {
            return new Folded(from.book(), from.book(), from.revision(), false, List.<JournalChange>of(), rows);
        }
        current = null;
        long revision = commit(new JournalBatch(from.revision(), from.book(), List.of(), rows));
        remember(rows);
        current = new StoredBook(from.book(), revision);
        return new Folded(from.book(), from.book(), revision, true, List.of(), rows);
    }

    /** There is no current book any more, for a reason found outside. */
    void drop() {
        current = null;
    }

    /** Lets go of the recording. */
    void close() {
        current = null;
        log.release(account);
    }

    private long record(RawMessage message, List<Observation> seen) {
        return patiently(() -> log.append(account, new LaneInput.Heard(message.channel(), message.text(), seen, message.receivedAt())));
    }

    private long commit(JournalBatch batch) {
        patiently(() -> {
            log.flush(account);
            return null;
        });
        return patiently(() -> store.commit(batch));
    }

    private void remember(List<Trade> rows) {
        for (var trade : rows) {
            if (trade.isOpen()) {
                written.put(trade.id(), trade);
            } else {
                written.remove(trade.id());
            }
        }
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
