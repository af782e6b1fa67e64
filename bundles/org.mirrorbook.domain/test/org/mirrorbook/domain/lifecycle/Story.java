package org.mirrorbook.domain.lifecycle;

import static org.mirrorbook.domain.lifecycle.Given.at;

import java.util.Arrays;
import java.util.List;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.AccountConverted;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.RecordOverdue;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;

/** A history told observation by observation. The laws are checked after each. */
final class Story {

    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private Book book;
    private Transition last;
    private long connection = 1;

    private Story(Book book) {
        this.book = book;
    }

    /** An account that is mirrored since the beginning of the story and has shown, a second later, that nothing is open. */
    static Story flat() {
        return new Story(Book.empty(Given.ACCOUNT, at(0))).snapshot(1);
    }

    /** An account that was never seen. */
    static Story unseen() {
        return new Story(Book.empty(Given.ACCOUNT, at(0)));
    }

    Story apply(Observation seen) {
        var before = book;
        last = lifecycle.apply(before, seen);
        Laws.hold(before, seen, last);
        book = last.after();
        return this;
    }

    Story snapshot(double seconds, Given.Rows... rows) {
        return snapshot(Given.USDT, seconds, rows);
    }

    Story snapshot(Scope scope, double seconds, Given.Rows... rows) {
        return apply(new SnapshotSeen(scope, connection, at(seconds), at(seconds + 0.05),
                Arrays.stream(rows).map(Given.Rows::row).toList()));
    }

    /** The venue names one position that changed; its row's time is the envelope's. */
    Story seen(double seconds, Given.Rows row) {
        return apply(new PositionSeen(connection, at(seconds), at(seconds + 0.05), row.row()));
    }

    /** The venue says that the slot is empty. */
    Story gone(double seconds, Slot slot) {
        return apply(new PositionGone(slot, connection, at(seconds), at(seconds + 0.05)));
    }

    Story order(String id, CloseReason reason, double seconds) {
        return apply(new OrderSeen(new OrderNote(Given.USDT, Given.BTC_LONG.instrument(), id, reason, at(seconds)), at(seconds + 0.05)));
    }

    Story converted(double seconds) {
        return apply(new AccountConverted(Given.ACCOUNT, at(seconds)));
    }

    /** The next connection takes over before the last one ended. */
    Story handedOver() {
        connection++;
        return this;
    }

    Story reconnected() {
        apply(new LinkLost(connection, at(0)));
        connection++;
        return this;
    }

    /** The same journal in a new process: what is not persisted is gone. */
    Story restarted() {
        book = book.kept();
        connection++;
        return this;
    }

    /** The same after so long that no confirmed life is recent any more. */
    Story restartedLongAfter() {
        restarted();
        book = Book.kept(book.account(), book.mirroredSince(), book.open(), book.awaiting(), book.claimed(), book.historyReadTo());
        return this;
    }

    Story fill(Fill fill) {
        return apply(new FillSeen(fill, fill.at().plusMillis(40)));
    }

    Story record(ClosingRecord record) {
        return apply(new ClosingRecordSeen(record, record.closedAt().plusMillis(400)));
    }

    Story historyRead(double upTo) {
        return apply(new HistoryRead(Given.USDT, at(upTo), at(upTo + 1)));
    }

    Story overdue(Trade trade) {
        return apply(new RecordOverdue(trade.id(), at(900)));
    }

    Book book() {
        return book;
    }

    /** Changes of the last observation. */
    List<JournalChange> changes() {
        return last.changes();
    }

    /** Kinds of the changes of the last observation, in order. */
    List<String> facts() {
        return last.changes().stream().map(change -> change.getClass().getSimpleName()).toList();
    }

    <T extends JournalChange> T only(Class<T> kind) {
        var found = last.changes().stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind.getSimpleName() + " in " + facts());
        }
        return found.getFirst();
    }

    Trade open(Slot slot) {
        return book.open().get(slot).trade();
    }

    boolean isFlat(Slot slot) {
        return !book.open().containsKey(slot);
    }

    boolean proven(Slot slot) {
        return book.open().get(slot).proven();
    }

    /** The only life that waits for its record. */
    Trade awaiting() {
        if (book.awaiting().size() != 1) {
            throw new AssertionError(book.awaiting().size() + " lives wait");
        }
        return book.awaiting().getFirst().trade();
    }

    /** Confirmed lives, oldest close first. */
    List<Trade> confirmed() {
        return book.recent().stream().map(ConfirmedLife::trade).toList();
    }
}
