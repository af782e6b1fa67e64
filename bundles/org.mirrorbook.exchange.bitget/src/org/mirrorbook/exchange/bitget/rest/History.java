package org.mirrorbook.exchange.bitget.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.wire.ClosingRows;
import org.mirrorbook.exchange.bitget.wire.FillRows;
import org.mirrorbook.exchange.bitget.wire.PositionRows;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/** Lists of the REST side, all their pages (protocol notes, Bitget 6.3). Blocks; thread-safe. */
public final class History {

    private static final String POSITIONS = "/api/v2/mix/position/all-position";
    private static final String RECORDS = "/api/v2/mix/position/history-position";
    private static final String FILLS = "/api/v2/mix/order/fills";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 2_000;

    /** The longest span that one question for fills may cover, by the stricter of the two endpoints. */
    private static final Duration FILL_SPAN = Duration.ofDays(7);

    private final BitgetRest rest;

    public History(BitgetRest rest) {
        this.rest = rest;
    }

    /** The open positions of a scope. */
    public List<PositionRow> positions(Scope scope) {
        var answer = rest.get(POSITIONS, 5, BitgetRest.query("productType", scope.product().code()));
        return understood(() -> PositionRows.read(scope, answer.rows("data")));
    }

    /**
     * The closing records with a close time at or after {@code since}, oldest close first, each once.
     *
     * <p>Pages go from the newest close back until one is wholly older. No start time is sent: it is not known whether the venue means the
     * start or the end of a life by it, and a life that began before must not be missed.
     */
    public List<ClosingRecord> closingRecords(Scope scope, Instant since) {
        var records = new LinkedHashMap<RecordKey, ClosingRecord>();
        pages(RECORDS, 20, "list", BitgetRest.query("productType", scope.product().code(), "limit", Integer.toString(PAGE)), rows -> {
            var page = rows.stream().map(row -> ClosingRows.ofRest(scope, row)).toList();
            var wanted = page.stream().filter(record -> !record.closedAt().isBefore(since)).toList();
            wanted.forEach(record -> records.putIfAbsent(record.key(), record));
            return !wanted.isEmpty();
        });
        return records.values().stream().sorted(Comparator.comparing(ClosingRecord::closedAt)).toList();
    }

    /** The fills from {@code since} to {@code until}, oldest first, each once. */
    public List<Fill> fills(Scope scope, Instant since, Instant until) {
        var fills = new LinkedHashMap<String, Fill>();
        var sides = new OrderSides(rest, scope);
        for (var from = since; !from.isAfter(until); from = from.plus(FILL_SPAN)) {
            var to = from.plus(FILL_SPAN).isBefore(until) ? from.plus(FILL_SPAN) : until;
            var query = BitgetRest.query("productType", scope.product().code(), "limit", Integer.toString(PAGE),
                    "startTime", Long.toString(from.toEpochMilli()), "endTime", Long.toString(to.toEpochMilli()));
            pages(FILLS, 10, "fillList", query, rows -> {
                FillRows.read(scope, rows.stream().map(sides::complete).toList()).stream()
                        .filter(fill -> !fill.at().isBefore(since) && !fill.at().isAfter(until))
                        .forEach(fill -> fills.putIfAbsent(fill.fillId(), fill));
                return true;
            });
        }
        var sorted = new ArrayList<>(fills.values());
        sorted.sort(Comparator.comparing(Fill::at).thenComparing(Fill::fillId, Comparator.comparingInt(String::length)
                .thenComparing(Comparator.naturalOrder())));
        return List.copyOf(sorted);
    }

    /** @param take of a page; answers whether older pages are wanted */
    private void pages(String path, int perSecond, String list, SortedMap<String, String> query, Function<List<WireRow>, Boolean> take) {
        var seen = new HashSet<String>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var data = rest.get(path, perSecond, query).row("data");
            var rows = data.rows(list);
            // a short page is no sign of the last one: the venue may cap pages lower than was asked
            if (rows.isEmpty() || !understood(() -> take.apply(rows))) {
                return;
            }
            var end = data.text("endId");
            // an end that comes again would be asked for without end
            if (end.isEmpty() || !seen.add(end.get())) {
                return;
            }
            query.put("idLessThan", end.get());
        }
    }

    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableFrame strange) {
            throw new VenueProblem(VenueProblem.Remedy.REPORT, Optional.of("UNREADABLE"),
                    "Bitget gave an answer that Mirrorbook does not understand (" + strange.getMessage() + ").");
        }
    }
}
