package org.mirrorbook.domain.reconciliation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.reconciliation.Comparison.Net;

/**
 * Lays an account's journal beside the venue's own books, life by life (docs/lifecycle.md, rule 13). A function of what it is given: no
 * clock, no I/O, safe for use by any thread.
 *
 * <p>Both sides are read one after the other, and whoever reads while trades are going on looks twice before he believes a difference.
 * Only what a venue lists late is not missed at once: a trade that ended less than a minute ago, and one that still waits for its final
 * figures less than ten minutes after its close.
 */
public final class BooksComparison {

    private static final Duration JUST_NOW = Duration.ofMinutes(1);
    /** Venues list what ended late, some by minutes. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** What is traded in one place; its margin mode and coin change when the account becomes of another kind. */
    private record Market(Scope scope, String instrument, Side side) {

        static Market of(Slot slot) {
            return new Market(slot.scope(), slot.instrument(), slot.side());
        }
    }

    private final Instant since;
    private final Instant until;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Net> nets = new TreeMap<>();
    private int compared;
    private int open;

    private BooksComparison(Instant since, Instant until) {
        this.since = since;
        this.until = until;
    }

    /**
     * @param since closes before that time are not compared
     * @param until when both sides were read
     * @param trades of the journal that are open or closed at or after {@code since}; withdrawn ones do not exist
     * @param books of each scope that was asked; trades of other scopes are not compared
     */
    public static Comparison of(AccountId account, Instant since, Instant until, Collection<Trade> trades, Map<Scope, VenueBooks> books) {
        var comparison = new BooksComparison(since, until);
        var known = trades.stream().filter(trade -> trade.standing() != Standing.WITHDRAWN)
                .filter(trade -> books.containsKey(trade.slot().scope())).toList();
        comparison.compareOpen(comparison.compareEnded(known, books.values()), books.values());
        comparison.differences.sort(Comparator.comparing((Difference difference) -> difference.closedAt().orElse(Instant.MAX))
                .thenComparing(difference -> difference.slot().instrument()).thenComparing(difference -> difference.slot().side()));
        return new Comparison(account, since, until, comparison.compared, comparison.differences, comparison.open,
                List.copyOf(comparison.nets.values()));
    }

    /** Returns the trades that the journal has as open and of which no record says otherwise. */
    private List<Trade> compareEnded(List<Trade> trades, Collection<VenueBooks> books) {
        var records = new LinkedHashMap<Market, List<ClosingRecord>>();
        books.stream().flatMap(book -> book.ended().stream()).distinct().filter(record -> !record.closedAt().isBefore(since))
                .filter(record -> !record.closedAt().isAfter(until))
                .forEach(record -> records.computeIfAbsent(Market.of(record.slot()), market -> new ArrayList<>()).add(record));
        var ours = new LinkedHashMap<Market, List<Trade>>();
        trades.forEach(trade -> ours.computeIfAbsent(Market.of(trade.slot()), market -> new ArrayList<>()).add(trade));
        records.keySet().forEach(market -> ours.computeIfAbsent(market, none -> new ArrayList<>()));
        var open = new ArrayList<Trade>();
        ours.forEach((market, some) -> {
            var pairing = Pairing.of(records.getOrDefault(market, List.of()), some);
            pairing.pairs().forEach(this::pair);
            pairing.records().forEach(this::onlyExchange);
            pairing.trades().stream().filter(trade -> !trade.isOpen()).forEach(this::onlyJournal);
            pairing.trades().stream().filter(Trade::isOpen).forEach(open::add);
        });
        return open;
    }

    private void pair(ClosingRecord record, Trade trade) {
        var fields = FieldComparison.between(trade, record);
        ended(record.slot().marginCoin(), trade.result().net(), record.net());
        if (!fields.isEmpty()) {
            differences.add(new Difference(Difference.Kind.FIGURES, trade.slot(), Optional.of(record.closedAt()), fields,
                    Optional.of(trade), Optional.of(record), Optional.empty()));
        }
    }

    private void ended(String coin, BigDecimal journal, BigDecimal exchange) {
        compared++;
        nets.merge(coin, new Net(coin, journal, exchange), (one, two) -> new Net(coin, one.journal().add(two.journal()),
                one.exchange().add(two.exchange())));
    }

    private void onlyExchange(ClosingRecord record) {
        ended(record.slot().marginCoin(), BigDecimal.ZERO, record.net());
        differences.add(new Difference(Difference.Kind.ONLY_EXCHANGE, record.slot(), Optional.of(record.closedAt()), List.of(),
                Optional.empty(), Optional.of(record), Optional.empty()));
    }

    private void onlyJournal(Trade trade) {
        var closedAt = trade.exit().orElseThrow().closedAt();
        var patience = trade.certainty() == Certainty.PROVISIONAL ? LATE : JUST_NOW;
        if (!closedAt.isBefore(since) && !isYounger(closedAt, patience)) {
            ended(trade.slot().marginCoin(), trade.result().net(), BigDecimal.ZERO);
            differences.add(new Difference(Difference.Kind.ONLY_JOURNAL, trade.slot(), Optional.of(closedAt), List.of(),
                    Optional.of(trade), Optional.empty(), Optional.empty()));
        }
    }

    private void compareOpen(List<Trade> trades, Collection<VenueBooks> books) {
        var rows = new LinkedHashMap<Slot, PositionRow>();
        books.stream().flatMap(book -> book.open().stream()).forEach(row -> rows.merge(row.slot(), row,
                (one, two) -> two.updatedAt().isBefore(one.updatedAt()) ? one : two));
        for (var trade : trades) {
            var row = Optional.ofNullable(rows.remove(trade.slot()));
            var fields = row.map(one -> FieldComparison.between(trade, one)).orElse(List.of());
            open++;
            if (row.isEmpty() || !fields.isEmpty()) {
                differences.add(new Difference(row.isEmpty() ? Difference.Kind.ONLY_JOURNAL : Difference.Kind.FIGURES, trade.slot(),
                        Optional.empty(), fields, Optional.of(trade), Optional.empty(), row));
            }
        }
        open += rows.size();
        compared += open;
        rows.values().forEach(row -> differences.add(new Difference(Difference.Kind.ONLY_EXCHANGE, row.slot(), Optional.empty(), List.of(),
                Optional.empty(), Optional.empty(), Optional.of(row))));
    }

    private boolean isYounger(Instant closedAt, Duration age) {
        return closedAt.isAfter(until.minus(age));
    }
}
