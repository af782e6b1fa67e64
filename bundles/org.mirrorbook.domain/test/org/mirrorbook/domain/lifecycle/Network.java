package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Observation.AccountConverted;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionsListed;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.domain.statistics.OpenProfit;

/**
 * What lies between a venue and a journal: delays, doubles, losses and cuts, drawn from a seed. The journal is what the transitions say:
 * each trade in its newest form.
 */
final class Network {

    /** What may go wrong. */
    record Weather(double loss, double doubles, double disorder, double cuts, double restarts, double wrongEmpty) {

        static final Weather CALM = new Weather(0, 0, 0, 0, 0, 0);
        static final Weather ROUGH = new Weather(0.15, 0.15, 0.1, 0.06, 0, 0.04);
        /** As rough, but an empty list is always true: without ids a row that changed after a wrong one cannot be told from a new life. */
        static final Weather ROUGH_WITHOUT_IDS = new Weather(0.15, 0.15, 0.1, 0.06, 0, 0);
        static final Weather STORM_WITHOUT_IDS = new Weather(0.35, 0.2, 0.2, 0.12, 0.4, 0);
        static final Weather STORM = new Weather(0.35, 0.2, 0.2, 0.12, 0.4, 0.06);
    }

    static final RiskUnit UNIT = new RiskUnit.Fixed(new Money(BigDecimal.valueOf(7), "USDT"));

    private record Delivery(Instant arrival, long number, Observation seen) {
    }

    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private final Venue venue;
    private final Random random;
    /** For what came to these histories later, so that each seed goes on meaning what it meant. */
    private final Random extra;
    private final Weather weather;
    private boolean wordByWord;
    private final List<Delivery> underway = new ArrayList<>();
    private final Map<TradeId, Trade> journal = new LinkedHashMap<>();
    private final Replay replay = new Replay();
    private final List<Observation> delivered = new ArrayList<>();
    private Book book = Book.empty(Given.ACCOUNT, Given.START);
    private Instant lastPush = Given.START;
    private Instant lastWord = Given.START;
    private Instant lastRecord = Given.START;
    private long connection;
    private boolean connected;
    private int toldFills;
    private int toldRecords;
    private int toldChanges;
    private int toldOrders;
    private BreakEvenRule rule = BreakEvenRule.none();
    private long number;

    /** @param wordByWord whether the stream names only what changed, after the first list */
    Network(Venue venue, Random random, Random extra, Weather weather, boolean wordByWord) {
        this.venue = venue;
        this.random = random;
        this.extra = extra;
        this.weather = weather;
        this.wordByWord = wordByWord;
    }

    /** What the lane tells whenever it has opened a book. */
    void settings(Instant now) {
        fold(new RiskUnitSet(Given.ACCOUNT, Optional.of(UNIT), now));
        fold(new BreakEvenRuleSet(rule, now));
    }

    /** Now and then the user plans a stop or sets another rule; marks come, and the account is told of. */
    void perhapsMore(Instant now) {
        for (var life : List.copyOf(book.open().values())) {
            var price = BigDecimal.valueOf(80_000 + extra.nextInt(40_000), 3);
            switch (extra.nextInt(5)) {
                case 0 -> fold(new PlanSet(life.trade(), kind(), extra.nextInt(4) == 0 ? Optional.empty() : Optional.of(price), now));
                case 1, 2 -> mark(life.trade(), price, now);
                default -> {
                }
            }
        }
        if (extra.nextInt(10) == 0) {
            rule = new BreakEvenRule(rule.version() + 1, BigDecimal.valueOf(extra.nextInt(40), 1), BigDecimal.valueOf(extra.nextInt(4), 1));
            fold(new BreakEvenRuleSet(rule, now));
        }
        journal.values().stream().filter(trade -> !trade.isOpen() && extra.nextInt(30) == 0).toList()
                .forEach(trade -> fold(new PlanSet(trade, kind(), Optional.of(BigDecimal.valueOf(90_000 + extra.nextInt(9_000), 3)), now)));
    }

    private ProtectionKind kind() {
        return extra.nextBoolean() ? ProtectionKind.STOP_LOSS : ProtectionKind.TAKE_PROFIT;
    }

    /** As a lane tells it: with what the trade reached before, as far as the tracker remembers it. */
    private void mark(Trade trade, BigDecimal price, Instant now) {
        var reached = new Excursion(OpenProfit.of(trade, price), price, now);
        var known = extra.nextInt(6) == 0 ? Excursions.none().withGap() : trade.excursions();
        fold(new MarksSampled(List.of(new MarkSample(trade.id(), price, now, known.with(reached))), now));
    }

    Book book() {
        return book;
    }

    Map<TradeId, Trade> journal() {
        return journal;
    }

    /** All that reached the journal, in order. */
    List<Observation> delivered() {
        return delivered;
    }

    boolean isConnected() {
        return connected;
    }

    private boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** The venue did something: it pushes the whole list or each change, and what is new of fills and records. */
    void push(Instant now) {
        var fills = venue.fills().subList(toldFills, venue.fills().size());
        var records = venue.ended().subList(toldRecords, venue.ended().size());
        var changes = venue.changes().subList(toldChanges, venue.changes().size());
        toldChanges = venue.changes().size();
        toldFills = venue.fills().size();
        toldRecords = venue.ended().size();
        var orders = venue.orderWords().subList(toldOrders, venue.orderWords().size());
        toldOrders = venue.orderWords().size();
        if (!connected) {
            return;
        }
        if (happens(weather.wrongEmpty())) {
            snapshot(now.plusMillis(20), List.of());
        }
        if (wordByWord) {
            changes.forEach(this::word);
        } else {
            snapshot(now.plusMillis(40), venue.rows());
        }
        // an order that is lost is found again only by the list after the next connect: streams lose them only when they are cut
        for (var order : orders) {
            var arrival = now.plusMillis(extra.nextInt(800));
            underway.add(new Delivery(arrival, number++, new ProtectionSeen(order, arrival)));
        }
        for (var fill : fills) {
            send(now.plusMillis(random.nextInt(3000)), new FillSeen(fill, now));
        }
        for (var ended : records) {
            // records of a slot keep their order: the feed gives them oldest close first
            lastRecord = Given.later(lastRecord, now.plusMillis(random.nextInt(6000)));
            send(lastRecord, new ClosingRecordSeen(ended.record(), now));
        }
    }

    /** The order of its words is the order of their times, so that no two of one slot have the same. */
    private void word(Venue.Change change) {
        lastWord = Given.later(lastWord.plusMillis(1), change.at());
        var time = lastWord;
        var arrival = arrivalOf(time);
        send(arrival, change.row().<Observation>map(row -> new PositionSeen(connection, time, arrival, row))
                .orElseGet(() -> new PositionGone(change.slot(), connection, time, arrival)));
    }

    private void snapshot(Instant venueTime, List<PositionRow> rows) {
        var arrival = arrivalOf(venueTime);
        send(arrival, new SnapshotSeen(Given.USDT, connection, venueTime, arrival, rows));
    }

    private Instant arrivalOf(Instant venueTime) {
        var arrival = venueTime.plusMillis(random.nextInt(400));
        if (!happens(weather.disorder())) {
            arrival = Given.later(lastPush, arrival);
            lastPush = arrival;
        }
        return arrival;
    }

    private void send(Instant arrival, Observation seen) {
        if (happens(weather.loss())) {
            return;
        }
        underway.add(new Delivery(arrival, number++, seen));
        if (happens(weather.doubles())) {
            underway.add(new Delivery(arrival.plusMillis(random.nextInt(2000)), number++, seen));
        }
    }

    /** Time passes: what has arrived is folded. */
    void deliver(Instant now) {
        underway.sort(Comparator.comparing(Delivery::arrival).thenComparing(Delivery::number));
        while (!underway.isEmpty() && !underway.getFirst().arrival().isAfter(now)) {
            fold(underway.removeFirst().seen());
        }
    }

    void perhapsCut(Instant now) {
        if (connected && happens(weather.cuts())) {
            cut(now);
        }
    }

    /** The link is gone with all that was underway; sometimes the process with it. */
    void cut(Instant now) {
        underway.clear();
        connected = false;
        if (happens(weather.restarts())) {
            book = book.kept();
            settings(now);
        } else {
            fold(new LinkLost(connection, now));
        }
    }

    /** Now and then the next connection is there before the last one ended; what that one has underway comes all the same. */
    void perhapsHandOver(Instant now) {
        if (connected && happens(weather.cuts())) {
            connection++;
            // where single slots are told of, it may leave it at what the last one told, if nothing of that is on its way
            if (!wordByWord || !underway.isEmpty() || random.nextBoolean()) {
                fold(new SnapshotSeen(Given.USDT, connection, now, now, venue.rows()));
            }
        }
    }

    /** The venue changes the kind of the account; the next connection speaks the other one, word by word. */
    void convert(Instant now) {
        if (connected) {
            cut(now);
        }
        venue.convert();
        toldChanges = venue.changes().size();
        wordByWord = true;
        fold(new AccountConverted(Given.ACCOUNT, now));
    }

    /** Snapshot, then history: records oldest first, then fills, newest or oldest first. */
    void connect(Instant now) {
        connected = true;
        connection++;
        lastPush = now;
        if (delivered.isEmpty()) {
            settings(now);
        }
        fold(new SnapshotSeen(Given.USDT, connection, now, now, venue.rows()));
        fold(new ProtectionsListed(Given.USDT, venue.waiting(), now));
        venue.ended().forEach(ended -> fold(new ClosingRecordSeen(ended.record(), now)));
        fold(new HistoryRead(Given.USDT, now, now));
        var fills = venue.fills();
        (random.nextBoolean() ? fills : fills.reversed()).forEach(fill -> fold(new FillSeen(fill, now)));
    }

    private void fold(Observation seen) {
        var before = book;
        var done = lifecycle.apply(before, seen);
        Laws.hold(before, seen, done);
        done.trades().forEach(trade -> journal.put(trade.id(), trade));
        replay.fold(done);
        book = done.after();
        delivered.add(seen);
    }
}
