package org.mirrorbook.domain.lifecycle;

import static org.mirrorbook.domain.lifecycle.Given.at;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.AccountConverted;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.CorrectionOrdered;
import org.mirrorbook.domain.lifecycle.Observation.EntryOrdered;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionsListed;
import org.mirrorbook.domain.lifecycle.Observation.RecordOverdue;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.RiskUnit;

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

    Story equity(String amount, String coin, double seconds) {
        return apply(new EquitySeen(Given.USDT, new Money(Given.dec(amount), coin), at(seconds), at(seconds + 0.05)));
    }

    Story unit(RiskUnit unit) {
        return apply(new RiskUnitSet(Given.ACCOUNT, Optional.of(unit), at(0)));
    }

    Story rule(int version, String amount, String fractionOfR) {
        return apply(new BreakEvenRuleSet(new BreakEvenRule(version, Given.dec(amount), Given.dec(fractionOfR)), at(0)));
    }

    Story plan(Trade trade, ProtectionKind kind, String price, double seconds) {
        return apply(new PlanSet(trade, kind, Optional.of(Given.dec(price)), at(seconds)));
    }

    Story unplan(Trade trade, ProtectionKind kind, double seconds) {
        return apply(new PlanSet(trade, kind, Optional.empty(), at(seconds)));
    }

    Story protection(ProtectiveOrder order) {
        return apply(new ProtectionSeen(order, order.changedAt().plusMillis(50)));
    }

    Story listed(double seconds, ProtectiveOrder... orders) {
        return apply(new ProtectionsListed(Given.USDT, List.of(orders), at(seconds)));
    }

    Story marks(double seconds, MarkSample... samples) {
        return apply(new MarksSampled(List.of(samples), at(seconds)));
    }

    Story correct(Trade trade, ClosingRecord record, double seconds) {
        return apply(new CorrectionOrdered(trade, new Correction.Figures(record), at(seconds)));
    }

    Story withdraw(Trade trade, double seconds) {
        return apply(new CorrectionOrdered(trade, new Correction.Withdrawal(), at(seconds)));
    }

    Story takeBack(Trade now, Trade former, double seconds) {
        return apply(new CorrectionOrdered(now, new Correction.Former(former), at(seconds)));
    }

    Story enter(ClosingRecord record, double seconds) {
        return apply(new EntryOrdered(record, at(seconds)));
    }

    /** Trades that the last observation made or changed. */
    List<Trade> trades() {
        return last.trades();
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
