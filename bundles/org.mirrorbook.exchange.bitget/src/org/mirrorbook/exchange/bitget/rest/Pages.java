package org.mirrorbook.exchange.bitget.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.wire.StrangeWords;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Answers of the REST side, page by page (protocol notes, Bitget 6.2 and 6.3). Blocks; thread-safe.
 */
final class Pages {

    static final int ROWS = 100;

    /** How far back lists reach, less a margin for the way there; a question that begins before is refused as a whole. */
    private static final Duration LOOKBACK = Duration.ofDays(90).minusMinutes(5);

    private static final int MOST_PAGES = 2_000;

    private final BitgetRest rest;
    private final StrangeWords words = new StrangeWords();

    Pages(BitgetRest rest) {
        this.rest = rest;
    }

    /** The query of a scope's list. */
    static SortedMap<String, String> query(Scope scope, String... pairs) {
        var query = BitgetRest.query(pairs);
        query.put("productType", scope.product().code());
        return query;
    }

    /** The same time, or the earliest that the venue remembers. */
    Instant remembered(Instant since) {
        var earliest = rest.now().minus(LOOKBACK);
        return since.isBefore(earliest) ? earliest : since;
    }

    /**
     * An answer's envelope, read.
     *
     * @throws VenueProblem when there was none, or it was not understood
     */
    <T> T one(Endpoint endpoint, SortedMap<String, String> query, Function<WireRow, T> reading) {
        return understood(() -> reading.apply(rest.get(endpoint.path, endpoint.perSecond, query)));
    }

    /**
     * All pages of a list, in the venue's order.
     *
     * @param take of a page; answers whether further pages are wanted
     */
    void all(Endpoint endpoint, String list, SortedMap<String, String> query, Predicate<List<WireRow>> take) {
        query.put("limit", Integer.toString(ROWS));
        var seen = new HashSet<String>();
        for (int page = 0; page < MOST_PAGES; page++) {
            var next = one(endpoint, query, envelope -> {
                var data = envelope.row("data");
                var rows = rows(data, list);
                // a short page is no sign of the last one: the venue may cap pages lower than was asked
                return rows.isEmpty() || !take.test(rows) ? Optional.<String>empty() : data.name("endId");
            });
            // an end that comes again would be asked for without end
            if (next.isEmpty() || !seen.add(next.get())) {
                return;
            }
            query.put("idLessThan", next.get());
        }
        throw new VenueProblem(VenueProblem.Remedy.REPORT, Optional.of("ENDLESS"),
                "Bitget's list " + endpoint.path + " did not come to an end after " + MOST_PAGES + " pages.");
    }

    /** An empty list may be null, but a list under another name is not an empty one. */
    private static List<WireRow> rows(WireRow data, String list) {
        if (!data.lists().isEmpty() && !data.lists().containsKey(list)) {
            throw new UnreadableFrame(list + " is missing");
        }
        return data.rows(list);
    }

    /** Tells, once each, of words that nobody documents. */
    void strange(String what) {
        words.tell(what);
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
