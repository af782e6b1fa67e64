package org.mirrorbook.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;
import org.mirrorbook.journal.RecordedChange;
import org.mirrorbook.journal.StoredBook;

/**
 * One account of a recording, folded again as its lane did.
 *
 * <p>A lane records before it commits, so the newest inputs before a kill were perhaps never committed: what is folded is held back until
 * the lane's next beginning tells which book its journal had, and only what leads to that book is written. From there on it is that book
 * that is folded on.
 */
final class ReplayedAccount {

    /** So many steps are held back: more than a lane ever folds between two commits. */
    private static final int HELD = 2_000;
    private static final int STEPS_A_COMMIT = 64;

    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private final Rebuilding into;
    private final ReplayCounts counts;
    private final List<FoldedStep> held = new ArrayList<>();
    private final Map<TradeId, Trade> figures = new LinkedHashMap<>();
    private final Map<TradeId, Trade> written = new HashMap<>();
    private final Set<TradeId> inJournal = new HashSet<>();
    /** Records that were claimed by trades from before the recording's beginning: they are known here, and have no trade to refer to. */
    private final Set<RecordKey> claimedBefore = new HashSet<>();
    private LaneInput.Opened newest;
    private Instant createdAt;
    private Optional<Account> row = Optional.empty();
    private Book book;
    private StoredBook stored;

    ReplayedAccount(Rebuilding into, ReplayCounts counts) {
        this.into = into;
        this.counts = counts;
    }

    void take(Recorded recorded) {
        switch (recorded.input()) {
            case LaneInput.Opened opened -> {
                if (book != null) {
                    settle(opened.book());
                }
                adopt(opened);
            }
            case LaneInput.Heard heard -> {
                if (book != null) {
                    fold(recorded.number(), heard.at(), heard.seen());
                }
            }
        }
    }

    /** There is no more: all that was folded is written. */
    void end() {
        if (book != null && (!held.isEmpty() || !figures.isEmpty())) {
            held.add(new FoldedStep(book, List.of(), figures));
            commit(held.size());
        }
    }

    Optional<Account> row() {
        return row.map(account -> new Account(account.id(), newest.label(), account.venue(), account.environment(), account.endpoint(), "",
                "", false, false, account.createdAt()));
    }

    /** When its lane last began. */
    Instant newestBeginning() {
        return newest.at();
    }


    private void fold(long number, Instant at, List<Observation> seen) {
        var before = book;
        var changes = new ArrayList<RecordedChange>();
        var trades = new HashMap<TradeId, Trade>();
        for (var one : seen) {
            var step = lifecycle.apply(book, one);
            book = step.after();
            step.changes().forEach(change -> changes.add(new RecordedChange(number, at, change)));
            step.trades().forEach(trade -> trades.put(trade.id(), trade));
        }
        figures.putAll(trades);
        if (!changes.isEmpty() || BookShape.differs(before, book, trades.values())) {
            held.add(new FoldedStep(book, changes, figures));
            figures.clear();
            if (held.size() > HELD) {
                commit(HELD / 2);
            }
        }
    }

    /** Writes as much of what is held back as leads to that book. */
    private void settle(Book recorded) {
        var shape = BookShape.of(recorded);
        int steps = held.size();
        while (steps > 0 && !BookShape.of(held.get(steps - 1).after()).equals(shape)) {
            steps--;
        }
        if (steps == 0 && !BookShape.of(stored == null ? newest.book() : stored.book()).equals(shape)) {
            counts.differs(recorded.account());
            steps = held.size();
        }
        commit(steps);
        held.clear();
        figures.clear();
    }

    private void adopt(LaneInput.Opened opened) {
        newest = opened;
        book = opened.book();
        createdAt = createdAt == null ? opened.at() : createdAt;
        var trades = new HashMap<TradeId, Trade>();
        lives(book).filter(trade -> !trade.equals(written.get(trade.id()))).forEach(trade -> trades.put(trade.id(), trade));
        book.claimed().values().stream().filter(claim -> !inJournal.contains(claim.trade()) && !trades.containsKey(claim.trade()))
                .forEach(claim -> claimedBefore.add(claim.key()));
        if (!trades.isEmpty() || stored != null && !stored.book().equals(book)) {
            held.add(new FoldedStep(book, List.of(), trades));
            commit(1);
        }
    }

    private void commit(int steps) {
        for (int from = 0; from < steps; from += STEPS_A_COMMIT) {
            write(held.subList(from, Math.min(steps, from + STEPS_A_COMMIT)));
        }
        held.subList(0, steps).clear();
    }

    private void write(List<FoldedStep> steps) {
        var after = steps.getLast().after();
        var trades = new LinkedHashMap<TradeId, Trade>();
        steps.forEach(step -> trades.putAll(step.trades()));
        if (stored == null) {
            begin(after, trades.values().stream().map(Trade::slot).map(Slot::scope).findFirst());
        }
        var changes = List.copyOf(FoldedStep.changes(steps));
        var kept = withoutClaimsFromBefore(after.kept());
        var batch = new JournalBatch(stored.revision(), around(kept, after), changes, List.copyOf(trades.values()));
        stored = new StoredBook(after.kept(), into.store().commit(batch));
        written.putAll(trades);
        inJournal.addAll(trades.keySet());
        written.keySet().retainAll(lives(after).map(Trade::id).collect(Collectors.toSet()));
        counts.wrote(trades.keySet(), changes.size());
    }

    /** The journal keeps with each row by which rule it was judged. */
    private static Book around(Book kept, Book folded) {
        return new Book(kept.account(), kept.mirroredSince(), kept.open(), kept.awaiting(), kept.recent(), kept.claimed(),
                kept.historyReadTo(), kept.shown(), kept.loose(), kept.orders(), folded.around());
    }

    private Book withoutClaimsFromBefore(Book after) {
        if (claimedBefore.isEmpty()) {
            return after;
        }
        var claimed = new HashMap<>(after.claimed());
        claimed.keySet().removeAll(claimedBefore);
        return Book.kept(after.account(), after.mirroredSince(), after.open(), after.awaiting(), claimed, after.historyReadTo());
    }

    /** Not mirrored and without a key; it counts as removed until all accounts of the recordings, and so their labels, are known. */
    private void begin(Book after, Optional<Scope> ofTrades) {
        var scope = Stream.of(ofTrades.stream(), after.open().keySet().stream().map(Slot::scope), after.historyReadTo().keySet().stream(),
                after.claimed().keySet().stream().map(key -> key.slot().scope())).flatMap(one -> one).findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was folded that names an exchange"));
        row = Optional.of(new Account(after.account(), newest.label(), scope.venue(), scope.environment(), Optional.empty(), "", "", false,
                true, createdAt));
        into.accounts().put(row.get());
        stored = into.store().load(after.account(), after.mirroredSince());
    }

    private static Stream<Trade> lives(Book book) {
        return Stream.concat(book.open().values().stream().map(life -> life.trade()), book.awaiting().stream().map(life -> life.trade()));
    }
}
