package org.mirrorbook.journal.jpa;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;

/** Puts executions, read in one query for many trades, to their trades. */
final class Executions {

    private final Map<String, List<Execution>> byTrade;

    /** @param rows ordered by trade and ordinal */
    Executions(Stream<ExecutionRow> rows) {
        byTrade = rows.collect(Collectors.groupingBy(row -> row.tradeId, Collectors.mapping(ExecutionRow::execution, Collectors.toList())));
    }

    Trade trade(TradeRow row) {
        return row.trade(byTrade.getOrDefault(row.id, List.of()));
    }
}
