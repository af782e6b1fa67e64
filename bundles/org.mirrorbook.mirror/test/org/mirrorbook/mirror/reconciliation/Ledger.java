package org.mirrorbook.mirror.reconciliation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.JournalChange;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.StoredBook;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.TradeDesk;

/** The journal of one account in memory, with the product's own lifecycle for a lane: what it is told is committed at once. */
final class Ledger implements JournalStore, JournalReader, TradeDesk {

    final Map<TradeId, Trade> trades = new LinkedHashMap<>();
    final List<Observation> told = new ArrayList<>();
    final List<JournalChange> changes = new ArrayList<>();
    Optional<JournalProblem> broken = Optional.empty();
    /** What the lane says to every edit. */
    Optional<JournalProblem> refusing = Optional.empty();
    private final Clock clock;
    private Book book;
    private long connection;

    Ledger(Instant mirroredSince, Clock clock) {
        this.clock = clock;
        this.book = Book.empty(TwoBooks.MAIN, mirroredSince);
    }

    /** A life that ended at the venue and was mirrored. */
    Trade mirrored(ClosingRecord record) {
        fold(new ClosingRecordSeen(record, clock.instant()));
        return trades.values().stream().filter(trade -> trade.exit().map(exit -> exit.closedAt().equals(record.closedAt())).orElse(false)
                && trade.slot().equals(record.slot())).findFirst().orElseThrow();
    }

    /** The venue's stream lists what is open, on a new connection. */
    void snapshot(Scope scope, List<PositionRow> rows) {
        fold(new SnapshotSeen(scope, ++connection, clock.instant(), clock.instant(), rows));
    }

    /** Somebody changes the funding in the database, past the product. */
    void tamper(Trade trade, String funding) {
        var result = trade.result();
        trades.put(trade.id(), trade.with(new Result(result.realised(), result.unrealised(), result.fees(),
                new BigDecimal(funding), result.openFee(), result.closeFee(), result.reportedNet(), result.otherFees())));
    }

    void lose(Trade trade) {
        trades.remove(trade.id());
    }

    private void fold(Observation seen) {
        var step = new PositionLifecycle().apply(book, seen);
        book = step.after();
        changes.addAll(step.changes());
        step.trades().forEach(trade -> trades.put(trade.id(), trade));
    }

    @Override
    public CompletionStage<Void> tell(AccountId account, Observation edit) {
        var refusal = broken.or(() -> refusing);
        if (refusal.isPresent()) {
            return CompletableFuture.failedStage(refusal.get());
        }
        told.add(edit);
        fold(edit);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public StoredBook load(AccountId account, Instant now) {
        return new StoredBook(book, 1);
    }

    @Override
    public List<Trade> lives(AccountId account, Instant closedSince) {
        broken.ifPresent(problem -> {
            throw problem;
        });
        return trades.values().stream().filter(trade -> trade.standing() != Standing.WITHDRAWN)
                .filter(trade -> trade.exit().map(exit -> !exit.closedAt().isBefore(closedSince)).orElse(true)).toList();
    }

    @Override
    public Optional<Trade> trade(TradeId id) {
        return Optional.ofNullable(trades.get(id));
    }

    @Override
    public List<Trade> trades(TradeQuery query) {
        throw new AssertionError("lives are asked for");
    }

    @Override
    public List<TradeEvent> events(TradeId id) {
        throw new AssertionError("not compared");
    }

    @Override
    public long commit(JournalBatch batch) {
        throw new AssertionError("only lanes commit");
    }

    @Override
    public CompletionStage<Void> plan(TradeId trade, ProtectionKind kind, Optional<BigDecimal> price) {
        throw new AssertionError("not a comparison's");
    }

    @Override
    public CompletionStage<BreakEvenRule> breakEven(BigDecimal amount, BigDecimal fractionOfR) {
        throw new AssertionError("not a comparison's");
    }
}
