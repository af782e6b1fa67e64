package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.journal.StoredBook;

/** A journal and its recording in memory, that fail when a story wants it. What they do is written down in order. */
public final class MemoryJournal implements JournalStore, MessageLog {

    public final List<JournalBatch> batches = new ArrayList<>();
    public final Map<TradeId, Trade> trades = new LinkedHashMap<>();
    /** All that was recorded, in order. */
    public final List<LaneInput> inputs = new ArrayList<>();
    /** What venues said. */
    final List<String> messages = new ArrayList<>();
    public final Deque<JournalProblem> failures = new ArrayDeque<>();
    final Deque<JournalProblem> loadFailures = new ArrayDeque<>();
    final Deque<JournalProblem> recordingFailures = new ArrayDeque<>();
    private final Map<AccountId, StoredBook> books = new HashMap<>();
    private final List<String> diary;
    private int flushed;

    public MemoryJournal(List<String> diary) {
        this.diary = diary;
    }

    @Override
    public StoredBook load(AccountId account, Instant now) {
        fail(loadFailures);
        return books.computeIfAbsent(account, id -> new StoredBook(Book.empty(id, now), 0));
    }

    /** Has the journal begin with this book. */
    public void keep(StoredBook book) {
        books.put(book.book().account(), book);
    }

    /** The book as a restart would find it: without what lives in memory only. */
    StoredBook stored(AccountId account) {
        return books.get(account);
    }

    @Override
    public long commit(JournalBatch batch) {
        if (flushed < inputs.size()) {
            throw new AssertionError("committed before the inputs were flushed");
        }
        if (!failures.isEmpty()) {
            diary.add("refused");
            throw failures.removeFirst();
        }
        var stored = books.get(batch.after().account());
        if (stored.revision() != batch.revision()) {
            throw new JournalProblem(JournalProblem.Remedy.REPORT, "the book is not the newest any more");
        }
        var kept = batch.after().kept();
        books.put(kept.account(), new StoredBook(kept, batch.revision() + 1));
        batches.add(batch);
        batch.trades().forEach(trade -> trades.put(trade.id(), trade));
        diary.add("commit " + batch.changes().stream().map(change -> change.change().getClass().getSimpleName())
                .collect(Collectors.joining(" ")));
        return batch.revision() + 1;
    }

    @Override
    public long append(AccountId account, LaneInput input) {
        fail(recordingFailures);
        inputs.add(input);
        if (input instanceof LaneInput.Heard heard && !heard.text().isEmpty()) {
            messages.add(heard.channel() + " " + heard.text());
        }
        return inputs.size();
    }

    @Override
    public void flush(AccountId account) {
        fail(recordingFailures);
        flushed = inputs.size();
    }

    /** What was recorded until now was forgotten. */
    void recordedAnew() {
        flushed = 0;
    }

    @Override
    public void release(AccountId account) {
        diary.add("released");
    }

    private static void fail(Deque<JournalProblem> failures) {
        if (!failures.isEmpty()) {
            throw failures.removeFirst();
        }
    }
}
