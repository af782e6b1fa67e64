package org.mirrorbook.mirror.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Fingerprint;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.ClosedLife;
import org.mirrorbook.domain.lifecycle.JournalChange;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeConfirmed;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeOpened;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.journal.StoredBook;
import org.mirrorbook.mirror.simulation.Step.Part;

/**
 * What outlives a process: the journal as of its last transaction, with the uniqueness that the database would insist on, and the
 * recording as of its last flush. A life comes back with the trade that was written, not with the one that was meant.
 */
final class SimulatedJournal implements JournalStore, MessageLog, Ownership {

    /** What the recording must hold where a commit was made. */
    record Committed(int inputs, long revision) {
    }

    final Map<TradeId, Trade> trades = new LinkedHashMap<>();
    final List<LaneInput> inputs = new ArrayList<>();
    final List<Committed> commits = new ArrayList<>();
    final Map<Part, Integer> seen = new EnumMap<>(Part.class);
    private final Map<Part, Failure> failures = new EnumMap<>(Part.class);
    private final Map<Fingerprint, TradeId> fingerprints = new HashMap<>();
    private final Map<RecordKey, TradeId> claims = new HashMap<>();
    private final Set<TradeId> opened = new HashSet<>();
    private final Map<TradeId, List<Object>> confirmed = new HashMap<>();
    private final Runnable operation;
    private Optional<StoredBook> book = Optional.empty();
    private int flushed;

    private static final class Failure {
        private final boolean retry;
        private int times;

        Failure(boolean retry, int times) {
            this.retry = retry;
            this.times = times;
        }
    }

    /** @param operation hears of each thing that is asked; the process may die of it */
    SimulatedJournal(Runnable operation) {
        this.operation = operation;
    }

    void fail(Part part, boolean retry, int times) {
        failures.put(part, new Failure(retry, times));
    }

    void calm() {
        failures.clear();
    }

    /** What was not flushed is gone, save for the part that had found its way to the disk. */
    void died(int survivors) {
        while (inputs.size() > flushed + survivors) {
            inputs.removeLast();
        }
        flushed = inputs.size();
    }

    long revision() {
        return book.map(StoredBook::revision).orElse(0L);
    }

    Book book() {
        return book.orElseThrow().book();
    }

    @Override
    public StoredBook load(AccountId account, Instant now) {
        asked(Part.LOAD);
        if (book.isEmpty()) {
            book = Optional.of(new StoredBook(Book.empty(account, now), 0));
        }
        return book.get();
    }

    @Override
    public long commit(JournalBatch batch) {
        asked(Part.COMMIT);
        check(flushed == inputs.size(), "committed before its inputs were flushed");
        if (batch.revision() != revision()) {
            throw new JournalProblem(Remedy.REPORT, "The book is not the newest any more.");
        }
        for (var change : batch.changes()) {
            check(change.message() >= 1 && change.message() <= flushed, "a change without its message: " + change);
        }
        batch.trades().forEach(this::write);
        batch.changes().forEach(change -> told(change.change()));
        batch.after().claimed().forEach((key, claim) -> {
            var known = claims.putIfAbsent(key, claim.trade());
            check(known == null || known.equals(claim.trade()), "a record claimed twice: " + key);
        });
        book = Optional.of(new StoredBook(stored(batch.after().kept()), batch.revision() + 1));
        commits.add(new Committed(inputs.size(), batch.revision() + 1));
        asked(Part.COMMITTED);
        return batch.revision() + 1;
    }

    private void write(Trade trade) {
        var named = fingerprints.putIfAbsent(trade.fingerprint(), trade.id());
        check(named == null || named.equals(trade.id()), "two trades with the fingerprint " + trade.fingerprint());
        var fills = new HashSet<String>();
        for (var step : trade.executions()) {
            check(step.fillId().isEmpty() || fills.add(step.fillId().get()), "a fill twice in " + trade);
        }
        trades.put(trade.id(), trade);
        if (trade.certainty() == Certainty.CONFIRMED || confirmed.containsKey(trade.id())) {
            var figures = List.<Object>of(trade.certainty(), trade.terms().effectiveEntry(), trade.terms().quantity(),
                    trade.exit().flatMap(exit -> exit.price()), trade.exit().map(exit -> exit.closedAt()), trade.result().realised(),
                    trade.result().fees(), trade.result().funding());
            var before = confirmed.putIfAbsent(trade.id(), figures);
            check(before == null || before.equals(figures), "confirmed figures changed from " + before + " to " + figures);
        }
    }

    private void told(JournalChange change) {
        if (change instanceof TradeOpened) {
            check(opened.add(change.trade()), "opened twice: " + change);
        }
        if (change instanceof TradeConfirmed) {
            check(opened.contains(change.trade()), "confirmed without being opened: " + change);
        }
        check(trades.containsKey(change.trade()), "a change of a trade that was never written: " + change);
    }

    private Book stored(Book kept) {
        var open = new HashMap<Slot, OpenLife>();
        kept.open().forEach((slot, life) -> open.put(slot, new OpenLife(written(life.trade()), life.row(), life.proven())));
        var awaiting = kept.awaiting().stream().map(life -> new ClosedLife(written(life.trade()), life.row())).toList();
        return Book.kept(kept.account(), kept.mirroredSince(), open, awaiting, kept.recent(), kept.claimed(), kept.historyReadTo());
    }

    private Trade written(Trade trade) {
        check(trades.containsKey(trade.id()), "a life without its trade: " + trade);
        return trades.get(trade.id());
    }

    @Override
    public long append(AccountId account, LaneInput input) {
        asked(Part.APPEND);
        inputs.add(input);
        return inputs.size();
    }

    @Override
    public void flush(AccountId account) {
        asked(Part.FLUSH);
        flushed = inputs.size();
    }

    @Override
    public void release(AccountId account) {
        operation.run();
    }

    @Override
    public Duration term() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Optional<String> take(AccountId account) {
        asked(Part.LEASE);
        return Optional.empty();
    }

    private void asked(Part part) {
        seen.merge(part, 1, Integer::sum);
        operation.run();
        var failure = failures.get(part);
        if (failure != null) {
            if (--failure.times == 0) {
                failures.remove(part);
            }
            throw new JournalProblem(failure.retry || part == Part.COMMITTED ? Remedy.RETRY : Remedy.REPORT, "No " + part + " now.");
        }
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** The sum of what executions of a kind moved. */
    static BigDecimal moved(Trade trade, boolean grows) {
        return trade.executions().stream().filter(step -> step.kind().grows() == grows).map(Execution::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
