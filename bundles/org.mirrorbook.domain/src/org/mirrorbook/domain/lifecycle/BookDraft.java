package org.mirrorbook.domain.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.JournalChange.CloseRevoked;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeOpened;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;

/**
 * The next book while one observation is folded, with the changes and the trades that it brings. Lives no longer than that, in one thread.
 *
 * <p>Longer than other classes because it is the one place that keeps the parts of a book consistent with each other. A part is copied
 * when it changes first, so that a snapshot that is no news costs next to nothing. Lists are kept in an order of their own, whatever the
 * order of events, so that independent slots commute.
 */
final class BookDraft {

    /** For how long after they came fills and confirmed lives are kept for each other. */
    static final Duration HISTORY_MARGIN = Duration.ofMinutes(30);

    private static final Comparator<Trade> BY_CLOSE = Comparator.<Trade, Instant>comparing(trade -> trade.exit().orElseThrow().closedAt())
            .thenComparing(trade -> trade.id().value());

    /** Oldest life first. */
    static final Comparator<Trade> BY_START = Comparator.comparing(Trade::openedAt).thenComparing(trade -> trade.id().value());

    /** An instrument of a scope whose trades fills may explain now. */
    record Market(Scope scope, String instrument) {
    }

    /** A trade that a closing record may be about, with the mark of its rows. */
    record Unconfirmed(Trade trade, LifeMark mark) {
    }

    private final Book before;
    private final Instant now;
    private final LooseFills loose;
    private final OrderNotes orders;
    private final List<JournalChange> changes = new ArrayList<>();
    private final Map<TradeId, Optional<Trade>> originals = new LinkedHashMap<>();
    private final Map<TradeId, Trade> touched = new HashMap<>();
    private final Set<Market> unsettled = new LinkedHashSet<>();
    private Map<Slot, OpenLife> open;
    private List<ClosedLife> awaiting;
    private List<ConfirmedLife> recent;
    private Map<RecordKey, ClaimedRecord> claimed;
    private Map<Scope, Instant> historyReadTo;
    private Shown shown;
    private Surroundings around;

    BookDraft(Book before, Instant now) {
        this.before = before;
        this.now = now;
        loose = new LooseFills(before.loose());
        orders = new OrderNotes(before.orders());
        open = before.open();
        awaiting = before.awaiting();
        recent = before.recent();
        claimed = before.claimed();
        historyReadTo = before.historyReadTo();
        shown = before.shown();
        around = before.around();
    }

    Transition finish() {
        var after = new Book(before.account(), before.mirroredSince(), open, awaiting, recent, claimed, historyReadTo, shown, loose.all(),
                orders.all(), around);
        var trades = new ArrayList<Trade>(originals.size());
        originals.forEach((id, original) -> {
            var now = touched.get(id);
            if (original.filter(now::equals).isEmpty()) {
                trades.add(now);
            }
        });
        return new Transition(after, changes, trades);
    }

    void emit(JournalChange change) {
        changes.add(change);
    }

    /** When the observation reached this machine. */
    Instant now() {
        return now;
    }

    AccountId account() {
        return before.account();
    }

    Instant mirroredSince() {
        return before.mirroredSince();
    }

    LooseFills loose() {
        return loose;
    }

    OrderNotes orders() {
        return orders;
    }

    // --- what is known

    Optional<OpenLife> open(Slot slot) {
        return Optional.ofNullable(open.get(slot));
    }

    /** Open lives of the scope, in no order; the list is the caller's. */
    List<OpenLife> openIn(Scope scope) {
        var found = new ArrayList<OpenLife>(open.size());
        for (var life : open.values()) {
            if (life.trade().slot().scope().equals(scope)) {
                found.add(life);
            }
        }
        return found;
    }

    List<OpenLife> allOpen() {
        return List.copyOf(open.values());
    }

    /** Ended lives of the slot that wait for their record, newest close first. */
    List<ClosedLife> awaiting(Slot slot) {
        return awaiting.stream().filter(life -> life.trade().slot().equals(slot)).toList().reversed();
    }

    Optional<ClosedLife> awaiting(TradeId id) {
        return awaiting.stream().filter(life -> life.trade().id().equals(id)).findFirst();
    }

    boolean isClaimed(RecordKey key) {
        return claimed.containsKey(key);
    }

    /** The trade that claimed the record. */
    Optional<TradeId> claimant(RecordKey key) {
        return Optional.ofNullable(claimed.get(key)).map(ClaimedRecord::trade);
    }

    /** Records of the slot that trades have claimed. */
    Stream<ClaimedRecord> claimed(Slot slot) {
        return claimed.values().stream().filter(record -> record.key().slot().equals(slot));
    }

    /** Records of the slot's instrument and side that trades claimed when the account was of another kind. */
    Stream<ClaimedRecord> formerlyClaimed(Slot slot) {
        return claimed.values().stream().filter(record -> record.life().idScope() == IdScope.FORMER && record.key().slot().isBeside(slot));
    }

    /** Open lives and lives that wait for their record: of the slot, and of the former kind those of its instrument and side. */
    Stream<Unconfirmed> unconfirmed(Slot slot) {
        return Stream.concat(open.values().stream().map(life -> new Unconfirmed(life.trade(), life.row().life())),
                awaiting.stream().map(life -> new Unconfirmed(life.trade(), life.row().life())))
                .filter(life -> life.trade().slot().equals(slot)
                        || life.mark().idScope() == IdScope.FORMER && life.trade().slot().isBeside(slot));
    }

    /** When a life of the slot closed last, as far as known, not after that time. */
    Optional<Instant> lastClose(Slot slot, Instant until) {
        var provisional = awaiting(slot).stream().map(life -> life.trade().exit().orElseThrow().closedAt());
        return Stream.concat(claimed(slot).map(record -> record.key().closedAt()), provisional).filter(close -> !close.isAfter(until))
                .max(Comparator.naturalOrder());
    }

    Shown shown() {
        return shown;
    }

    Surroundings around() {
        return around;
    }

    /** The trade as the book has it: open, waiting for its record, or confirmed a moment ago. */
    Optional<Trade> held(TradeId id) {
        return Stream.concat(open.values().stream().map(OpenLife::trade), ended().stream()).filter(trade -> trade.id().equals(id))
                .findFirst();
    }

    /** Ended trades that this observation made or changed, as they are now. */
    List<Trade> touchedEnded() {
        var found = new ArrayList<Trade>();
        for (var trade : touched.values()) {
            if (!trade.isOpen()) {
                found.add(trade);
            }
        }
        return found;
    }

    /** Trades that began, or were found, with this observation, in the order in which that was told. */
    List<Trade> begun() {
        return changes.stream().filter(TradeOpened.class::isInstance).map(change -> touched.get(change.trade())).toList();
    }

    /** The same, and those that turned out not to have ended. */
    List<Trade> begunOrReopened() {
        return changes.stream().filter(change -> change instanceof TradeOpened || change instanceof CloseRevoked)
                .map(change -> touched.get(change.trade())).toList();
    }

    /** All ended trades of the book. */
    List<Trade> ended() {
        return Stream.concat(awaiting.stream().map(ClosedLife::trade), recent.stream().map(ConfirmedLife::trade)).toList();
    }

    /** Whether the reason of a close may be known that was not known before. */
    boolean mayKnowMoreReasons() {
        return !orders.all().isEmpty() && (orders.areNew() || !touched.isEmpty());
    }

    Optional<Instant> historyReadTo(Scope scope) {
        return Optional.ofNullable(historyReadTo.get(scope));
    }

    /** All trades of the market that fills may still explain, oldest first. */
    List<Trade> trades(Market market) {
        var ended = Stream.concat(recent.stream().map(ConfirmedLife::trade), awaiting.stream().map(ClosedLife::trade));
        return Stream.concat(ended, open.values().stream().map(OpenLife::trade))
                .filter(trade -> trade.slot().instrument().equals(market.instrument()) && trade.slot().scope().equals(market.scope()))
                .sorted(BY_START).toList();
    }

    /**
     * The first moment from then on at which no other trade of the instrument began, since a fingerprint without a position id has no
     * side, and at which none of the slot did that has claimed a record. Where each one up to the last is taken, the newest before.
     */
    Instant untaken(Slot slot, Instant from, Instant last) {
        var taken = trades(new Market(slot.scope(), slot.instrument())).stream().map(trade -> trade.openedAt().toEpochMilli())
                .collect(Collectors.toSet());
        return moments(from, last).filter(start -> !taken.contains(start.toEpochMilli())).filter(unnamed(slot)).findFirst().orElseThrow();
    }

    /** The same for what names no trade of the slot yet: two lives under one name would be one trade in the journal. */
    Instant unnamed(Slot slot, Instant from, Instant last) {
        return moments(from, last).filter(unnamed(slot)).findFirst().orElseThrow();
    }

    private Predicate<Instant> unnamed(Slot slot) {
        var lives = Stream.concat(open.values().stream().map(OpenLife::trade), ended().stream()).map(Trade::id);
        var named = Stream.concat(lives, claimed(slot).map(ClaimedRecord::trade)).collect(Collectors.toSet());
        return start -> !named.contains(TradeId.of(slot, start));
    }

    /** Forth to the last one, then back from the first. */
    private static Stream<Instant> moments(Instant from, Instant last) {
        return Stream.concat(Stream.iterate(from, start -> !start.isAfter(last), start -> start.plusMillis(1)),
                Stream.iterate(from.minusMillis(1), start -> start.minusMillis(1)));
    }

    /** Up to when the steps of a trade are known from rows: its newest row, or its close. */
    Instant knownUntil(Trade trade) {
        return trade.exit().map(exit -> exit.closedAt()).orElseGet(() -> open.get(trade.slot()).row().updatedAt());
    }

    /** A time at which the trade was open still: of its last row, or just before the close that its record tells. */
    Instant seenOpenUntil(Trade trade) {
        return (trade.isOpen() ? trade.openedAt() : openUntil(trade)).minus(Explanation.SLACK);
    }

    /** Whether the instrument may be traded in one-way mode: no two trades of different sides were open at the same time. */
    boolean mayBeOneWay(Slot slot) {
        var trades = trades(new Market(slot.scope(), slot.instrument()));
        var ours = trades.stream().filter(trade -> trade.slot().side() == slot.side()).toList();
        return trades.stream().filter(trade -> trade.slot().side() != slot.side()).noneMatch(
                other -> ours.stream().anyMatch(one -> one.openedAt().isBefore(openUntil(other))
                && other.openedAt().isBefore(openUntil(one))));
    }

    /** Up to when the trade was open for sure. */
    private Instant openUntil(Trade trade) {
        return awaiting(trade.id()).map(life -> life.row().updatedAt()).orElseGet(() -> knownUntil(trade));
    }

    // --- what changes

    /** Executions of a trade that turned out not to be its own are loose fills again. */
    void giveBack(Trade trade, List<Execution> steps) {
        loose.giveBack(trade, steps, mayBeOneWay(trade.slot()), now);
    }

    void shown(Shown now) {
        shown = now;
    }

    void around(Surroundings now) {
        around = now;
    }

    void historyRead(Scope scope, Instant upTo) {
        historyReadTo = new HashMap<>(historyReadTo);
        historyReadTo.put(scope, upTo);
    }

    void unsettled(Scope scope, String instrument) {
        unsettled.add(new Market(scope, instrument));
    }

    Set<Market> unsettled() {
        return unsettled;
    }

    /** A life that is open now, whatever it was before. */
    void put(OpenLife life) {
        var slot = life.trade().slot();
        if (open == before.open()) {
            open = new HashMap<>(open);
        }
        var old = open.put(slot, life);
        touch(Optional.ofNullable(old).map(OpenLife::trade).filter(trade -> trade.id().equals(life.trade().id())), life.trade());
    }

    /** The open life of the slot ended; its record is awaited. */
    void close(OpenLife life, Trade closed) {
        remove(life);
        add(new ClosedLife(closed, life.row()));
        touch(Optional.of(life.trade()), closed);
    }

    /** A provisional close was wrong. */
    void reopen(ClosedLife life, OpenLife again) {
        remove(life);
        touch(Optional.of(life.trade()), again.trade());
        put(again);
    }

    /** An open life goes on elsewhere. */
    void move(OpenLife life, OpenLife moved) {
        remove(life);
        touch(Optional.of(life.trade()), moved.trade());
        put(moved);
    }

    /** What lives that ended know of ids is of a kind that the account is no more. */
    void rememberAsFormer() {
        awaiting = awaiting.stream().map(life -> new ClosedLife(life.trade(), life.row().with(life.row().life().asFormer()))).toList();
        claimed = new HashMap<>(claimed);
        claimed.replaceAll((key, record) -> new ClaimedRecord(key, record.life().asFormer(), record.trade()));
    }

    /** The figures of a life are final. */
    void confirm(Trade old, ConfirmedLife life, ClaimedRecord record) {
        open(old.slot()).filter(known -> known.trade().id().equals(old.id())).ifPresent(this::remove);
        awaiting(old.id()).ifPresent(this::remove);
        touch(Optional.of(old), life.trade());
        add(life, record);
    }

    /** A life that was never seen open has its final figures. */
    void found(ConfirmedLife life, ClaimedRecord record) {
        touch(Optional.empty(), life.trade());
        add(life, record);
    }

    /** A trade as the user had it changed, whether the book holds it or it was carried along from the journal. */
    void edit(Trade old, Trade edited) {
        touch(Optional.of(old), edited);
        replace(edited);
    }

    /** The figures of an ended trade are others, and another record may be the one that it claims. */
    void correct(Trade old, Trade corrected, ClaimedRecord record) {
        var waited = awaiting(old.id());
        edit(old, corrected);
        release(old.id());
        claimed.put(record.key(), record);
        waited.ifPresent(life -> {
            remove(life);
            add(new ConfirmedLife(corrected, now), record);
        });
    }

    /** The trade counts nowhere any more, and its record is free. */
    void withdraw(Trade old, Trade withdrawn) {
        awaiting(old.id()).ifPresent(this::remove);
        recent = recent.stream().filter(life -> !life.trade().id().equals(old.id())).toList();
        release(old.id());
        touch(Optional.of(old), withdrawn);
    }

    private void release(TradeId trade) {
        claimed = new HashMap<>(claimed);
        claimed.values().removeIf(record -> record.trade().equals(trade));
    }

    /** The same trade in a newer form. One that was carried along is in no part of the book. */
    void replace(Trade trade) {
        touched.computeIfPresent(trade.id(), (id, former) -> trade);
        if (trade.isOpen()) {
            var life = open.get(trade.slot());
            put(new OpenLife(trade, life.row(), life.proven()));
        } else if (trade.certainty() == Certainty.CONFIRMED) {
            recent = recent.stream().map(life -> life.trade().id().equals(trade.id()) ? renewed(life, trade) : life).toList();
        } else {
            awaiting = awaiting.stream().map(life -> life.trade().id().equals(trade.id()) ? renewed(life, trade) : life).toList();
        }
    }

    /** Forgets what came too long ago to explain anything. */
    void forgetOld() {
        var limit = now.minus(HISTORY_MARGIN);
        loose.dropReceivedBefore(limit);
        orders.dropReceivedBefore(limit);
        if (recent.stream().anyMatch(life -> life.confirmedAt().isBefore(limit))) {
            recent = recent.stream().filter(life -> !life.confirmedAt().isBefore(limit)).toList();
        }
    }

    private ConfirmedLife renewed(ConfirmedLife life, Trade trade) {
        touch(Optional.of(life.trade()), trade);
        return new ConfirmedLife(trade, life.confirmedAt());
    }

    private ClosedLife renewed(ClosedLife life, Trade trade) {
        touch(Optional.of(life.trade()), trade);
        return new ClosedLife(trade, life.row());
    }

    private void remove(OpenLife life) {
        open = new HashMap<>(open);
        open.remove(life.trade().slot());
    }

    private void remove(ClosedLife life) {
        awaiting = awaiting.stream().filter(other -> other != life).toList();
    }

    private void add(ClosedLife life) {
        awaiting = Stream.concat(awaiting.stream(), Stream.of(life)).sorted(Comparator.comparing(ClosedLife::trade, BY_CLOSE)).toList();
    }

    private void add(ConfirmedLife life, ClaimedRecord record) {
        recent = Stream.concat(recent.stream(), Stream.of(life)).sorted(Comparator.comparing(ConfirmedLife::trade, BY_CLOSE)).toList();
        claimed = new HashMap<>(claimed);
        claimed.put(record.key(), record);
    }

    private void touch(Optional<Trade> old, Trade now) {
        originals.putIfAbsent(now.id(), old);
        touched.put(now.id(), now);
    }
}
