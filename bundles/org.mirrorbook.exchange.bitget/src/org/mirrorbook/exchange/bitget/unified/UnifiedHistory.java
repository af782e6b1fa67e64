package org.mirrorbook.exchange.bitget.unified;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.Questions;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.wire.StrangeWords;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/** Lists of the REST side of a unified account, all their pages (protocol notes, Bitget 7). Blocks; thread-safe. */
public final class UnifiedHistory implements Questions {

    private static final String POSITIONS = "/api/v3/position/current-position";
    private static final String RECORDS = "/api/v3/position/history-position";
    private static final String FILLS = "/api/v3/trade/fills";
    private static final String ORDERS = "/api/v3/trade/history-orders";
    private static final String STRATEGIES = "/api/v3/trade/unfilled-strategy-orders";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 2_000;

    /** How far back the lists reach, less a margin for the way there. */
    private static final Duration LOOKBACK = Duration.ofDays(90).minusMinutes(5);
    private static final Duration RECORD_SPAN = Duration.ofDays(30);
    /** The venue names none for these; the shortest of all its lists is taken. */
    private static final Duration TRADE_SPAN = Duration.ofDays(7);

    /** An order may have waited for its price; it is listed by the time when it was placed. */
    private static final Duration RESTED = Duration.ofDays(1);

    /** Ids grow, and are no numbers that fit everywhere. */
    private static final Comparator<String> BY_AGE = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final BitgetRest rest;
    private final VenueClock clock;
    private final HoldMode mode;
    private final StrangeWords words = new StrangeWords();

    public UnifiedHistory(BitgetRest rest, VenueClock clock, HoldMode mode) {
        this.rest = rest;
        this.clock = clock;
        this.mode = mode;
    }

    @Override
    public List<PositionRow> positions(Scope scope) {
        var answer = rest.get(POSITIONS, 20, BitgetRest.query("category", scope.product().code()));
        return BitgetRest.understood(() -> {
            var at = answer.time("requestTime").orElseGet(clock::now);
            // the list is null when nothing is open
            return list(answer.row("data")).stream().filter(row -> !UnifiedPositions.isGone(row))
                    .map(row -> UnifiedPositions.ofRest(scope, row, at)).toList();
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>All spans are asked, as far back as the venue remembers: it is not known whether it means the start or the end of a life by the
     * times of a question, and a life that began long before it ended must not be missed. Within a span pages go from the newest close back
     * until one is wholly older.
     */
    @Override
    public List<ClosingRecord> closingRecords(Scope scope, Instant since) {
        var records = new LinkedHashMap<RecordKey, ClosingRecord>();
        // a record of this very moment is not to be missed for a clock that is a little slow
        var now = clock.now().plusSeconds(60);
        for (var span : Span.back(now.minus(LOOKBACK), now, RECORD_SPAN)) {
            pages(RECORDS, 20, scope, span, rows -> {
                var page = rows.stream().map(row -> UnifiedRecords.read(scope, row)).toList();
                var wanted = page.stream().filter(record -> !record.closedAt().isBefore(since)).toList();
                // a row that closed nothing is no life
                wanted.stream().filter(record -> record.closeSize().signum() != 0)
                        .forEach(record -> records.putIfAbsent(record.key(), record));
                return !wanted.isEmpty();
            });
        }
        return records.values().stream().sorted(Comparator.comparing(ClosingRecord::closedAt)).toList();
    }

    @Override
    public List<Fill> fills(Scope scope, Instant since, Instant until) {
        var fills = new LinkedHashMap<String, Fill>();
        each(FILLS, scope, since, until, row -> Optional.of(row).filter(UnifiedFills::isOne)
                .map(one -> UnifiedFills.read(scope, one, mode.isHedge(one)))
                .filter(fill -> within(fill.at(), since, until))
                .ifPresent(fill -> fills.putIfAbsent(fill.fillId(), fill)));
        return fills.values().stream().sorted(Comparator.comparing(Fill::at).thenComparing(Fill::fillId, BY_AGE)).toList();
    }

    @Override
    public List<OrderNote> closeReasons(Scope scope, Instant since, Instant until) {
        var notes = new LinkedHashMap<String, OrderNote>();
        each(ORDERS, scope, remembered(since).minus(RESTED), until, row -> UnifiedOrders.closing(scope, row, mode.isHedge(row))
                .filter(note -> within(note.at(), since, until))
                .ifPresent(note -> notes.putIfAbsent(note.orderId(), note)));
        return notes.values().stream().sorted(Comparator.comparing(OrderNote::at).thenComparing(OrderNote::orderId, BY_AGE)).toList();
    }

    /** {@inheritDoc} The list is short, has no pages, and is told without an object around it. */
    @Override
    public List<ProtectiveOrder> protections(Scope scope) {
        var answer = rest.get(STRATEGIES, 20, BitgetRest.query("category", scope.product().code(), "type", "tpsl"));
        return BitgetRest.understood(() -> {
            var orders = new LinkedHashMap<String, ProtectiveOrder>();
            answer.rows("data").stream().flatMap(row -> UnifiedProtections.waiting(scope, row, words::tell).stream())
                    .forEach(order -> orders.putIfAbsent(order.orderId(), order));
            return List.copyOf(orders.values());
        });
    }

    /** The same time, or the earliest that the venue remembers. */
    private Instant remembered(Instant since) {
        var earliest = clock.now().minus(LOOKBACK);
        return since.isBefore(earliest) ? earliest : since;
    }

    /** Gives all rows of a time, newest span first. */
    private void each(String path, Scope scope, Instant since, Instant until, Consumer<WireRow> take) {
        for (var span : Span.back(remembered(since), until, TRADE_SPAN)) {
            pages(path, 10, scope, span, rows -> {
                rows.forEach(take);
                return true;
            });
        }
    }

    /** @param take of a page; answers whether older pages are wanted */
    private void pages(String path, int perSecond, Scope scope, Span span, Predicate<List<WireRow>> take) {
        var query = BitgetRest.query("category", scope.product().code(), "limit", Integer.toString(PAGE),
                "startTime", Long.toString(span.from().toEpochMilli()), "endTime", Long.toString(span.to().toEpochMilli()));
        var seen = new HashSet<String>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = rest.get(path, perSecond, query);
            var next = BitgetRest.understood(() -> {
                var data = answer.row("data");
                var rows = list(data);
                // a short page is no sign of the last one: the venue may cap pages lower than was asked
                return rows.isEmpty() || !take.test(rows) ? Optional.<String>empty() : data.name("cursor");
            });
            // a cursor that comes again would be asked for without end
            if (next.isEmpty() || !seen.add(next.get())) {
                return;
            }
            query.put("cursor", next.get());
        }
        throw new VenueProblem(VenueProblem.Remedy.REPORT, Optional.of("ENDLESS"),
                "Bitget's list " + path + " did not come to an end after " + MOST_PAGES + " pages.");
    }

    /** An empty list may be null, but a list under another name is not an empty one. */
    private static List<WireRow> list(WireRow data) {
        if (!data.lists().isEmpty() && !data.lists().containsKey("list")) {
            throw new UnreadableFrame("list is missing");
        }
        return data.rows("list");
    }

    private static boolean within(Instant at, Instant since, Instant until) {
        return !at.isBefore(since) && !at.isAfter(until);
    }
}
