package org.mirrorbook.mirror.lane;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.lifecycle.Transition;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.component.LiveDirectory;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** A lane with everything around it played by a story: time passes, messages come and commits fail when the story says so. */
final class Stage {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final AccountId ACCOUNT = new AccountId("a-1");
    static final Scope USDT = new Scope(ACCOUNT, "test", Environment.LIVE, new Product("USDT-FUTURES", false));
    static final Scope COIN = new Scope(ACCOUNT, "test", Environment.LIVE, new Product("COIN-FUTURES", true));

    /** Commits, facts and calls of the connector, in the order in which they happened. */
    final List<String> diary = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Duration> rests = new ArrayList<>();
    final ManualClock clock = new ManualClock(NOON);
    final ManualTimer timer = new ManualTimer(clock);
    final MemoryJournal journal;
    final PlainLifecycle lifecycle = new PlainLifecycle();
    final LiveDirectory directory = new LiveDirectory();
    /** What goes wrong when the lane wants its connector. */
    final Deque<RuntimeException> openings = new ArrayDeque<>();
    final StageConnector connector = new StageConnector(Set.of(USDT), diary);
    final MemoryOwnership ownership = new MemoryOwnership();
    final MemoryKinds kinds;
    BreakEvenRule rule = BreakEvenRule.none();
    Optional<RiskUnit> riskUnit = Optional.empty();
    final LaneQueue queue;
    final Lane lane;
    long connection = 1;
    /** How far the venue's clock is ahead of ours. */
    Duration venueAhead = Duration.ZERO;

    /** As in the product, but history is read once after an alignment, so that stories can count their questions. */
    private static final Patience ONCE = Patience.usual().withLate(List.of());

    Stage() {
        this(4096);
    }

    Stage(int bound) {
        this.journal = new MemoryJournal(diary);
        this.kinds = new MemoryKinds(diary);
        this.queue = new LaneQueue(bound);
        this.lane = lane(lifecycle, ONCE);
    }

    /** A restart on the journal of another stage, or the first start on a new one; with the product's own lifecycle. */
    Stage(Optional<Stage> former) {
        this(4096, former);
    }

    /** The first start on a new journal, with the product's own lifecycle and this patience. */
    Stage(Patience patience) {
        this(4096, Optional.empty(), patience);
    }

    Stage(int bound, Optional<Stage> former) {
        this(bound, former, ONCE);
    }

    private Stage(int bound, Optional<Stage> former, Patience patience) {
        this.journal = former.map(stage -> stage.journal).orElseGet(() -> new MemoryJournal(diary));
        this.kinds = new MemoryKinds(diary);
        former.ifPresent(stage -> kinds.kind = stage.kinds.kind);
        this.queue = new LaneQueue(bound);
        this.lane = lane(new PositionLifecycle()::apply, patience);
        former.ifPresent(stage -> clock.set(stage.clock.instant()));
        this.connection = former.map(stage -> stage.connection + 1).orElse(1L);
    }

    private Lane lane(BiFunction<Book, Observation, Transition> fold, Patience patience) {
        var account = new LaneAccount(ACCOUNT, "main", false);
        var services = new Bookkeeper.Services(journal, journal, fold, (id, now) -> settings(now), clock);
        var bookkeeper = new Bookkeeper(account, services, rests::add, patience);
        return new Lane(account, queue, bookkeeper, ownership, kinds, sink -> open(), directory, new Facts(bus(), account, clock), timer,
                clock, patience);
    }

    private List<Observation> settings(Instant now) {
        return List.of(new BreakEvenRuleSet(rule, now), new RiskUnitSet(ACCOUNT, riskUnit, now));
    }

    private Connector open() {
        if (!openings.isEmpty()) {
            throw openings.removeFirst();
        }
        return connector;
    }

    private EventAdmin bus() {
        return new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                events.add(event);
                diary.add(event.getTopic().substring(event.getTopic().lastIndexOf('/') + 1));
            }

            @Override
            public void sendEvent(Event event) {
                throw new AssertionError("would block the lane on its receivers");
            }
        };
    }

    /** The lane does what is queued, and what that queues. */
    void turn() {
        while (queue.workOff(lane::work)) {
            // what was worked on may have left more
        }
    }

    void start() {
        lane.post(lane::start);
        turn();
    }

    /** Starts, and is live with these rows. */
    void startLive(PositionRow... rows) {
        start();
        snapshot(rows);
        link(LinkState.LIVE);
        turn();
    }

    void pass(Duration duration) {
        timer.pass(duration, this::turn);
    }

    boolean hear(Observation... seen) {
        return lane.accept(new ObservationBatch(new RawMessage(clock.instant(), "positions", "{}"), List.of(seen)));
    }

    boolean snapshot(PositionRow... rows) {
        return snapshot(USDT, rows);
    }

    boolean snapshot(Scope scope, PositionRow... rows) {
        return hear(new SnapshotSeen(scope, connection, clock.instant().plus(venueAhead), clock.instant(), List.of(rows)));
    }

    void link(LinkState state) {
        lane.accept(LinkStatus.of(state, clock.instant()));
    }

    void link(LinkState state, String code, String reason) {
        lane.accept(new LinkStatus(state, Optional.of(code), reason, clock.instant(), Optional.empty()));
    }

    /** The connector found out that the account is of this kind. */
    void kind(String kind) {
        lane.accept(new AccountFacts(Optional.of(kind), KeyRights.unknown(), Optional.empty(), clock.instant()));
    }

    void mark(String symbol, String price) {
        lane.accept(new MarkSeen(new Instrument(USDT, symbol), new BigDecimal(price), clock.instant(), clock.instant()));
    }

    List<LivePosition> shown() {
        return directory.view().positions();
    }

    List<Event> events(String topic) {
        return events.stream().filter(event -> event.getTopic().equals(topic)).toList();
    }

    static Slot slot(Scope scope, String symbol, Side side) {
        return new Slot(scope, symbol, side, MarginMode.CROSSED, scope.product().inverse() ? "BTC" : "USDT");
    }

    static PositionRow row(String symbol, String size, String entry) {
        return row(slot(USDT, symbol, Side.LONG), size, entry, Optional.empty());
    }

    static PositionRow row(Slot slot, String size, String entry, Optional<String> unrealised) {
        var figures = new RowFigures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                unrealised.map(BigDecimal::new),
                Optional.empty(), Optional.empty(), Optional.empty());
        return new PositionRow(slot, LifeMark.ofLife("p-" + slot.instrument(), NOON), new BigDecimal(size), new BigDecimal(entry), figures,
                NOON);
    }

    static ClosingRecord record(String symbol, Instant closedAt) {
        var one = BigDecimal.ONE;
        return new ClosingRecord(slot(USDT, symbol, Side.LONG), LifeMark.ofLife("p-" + symbol, NOON), closedAt, one, one, one, one,
                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
    }
}
