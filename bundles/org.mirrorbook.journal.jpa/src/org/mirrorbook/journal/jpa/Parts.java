package org.mirrorbook.journal.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.Protection;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;

/** Puts executions, stops and targets, read in one query each for many trades, to their trades. */
final class Parts {

    private record Kind(String trade, ProtectionKind kind) {
    }

    private final Map<String, List<Execution>> executions;
    private final Map<Kind, List<ProtectionMove>> moves;

    /** @param executions of each trade by ordinal, and {@code moves} of each trade and kind too */
    Parts(List<ExecutionRow> executions, List<ProtectionRow> moves) {
        this.executions = executions.stream().collect(groupingBy(row -> row.tradeId, mapping(ExecutionRow::execution, toList())));
        this.moves = moves.stream().collect(groupingBy(row -> new Kind(row.tradeId, row.kind), mapping(ProtectionRow::move, toList())));
    }

    Trade trade(TradeRow row) {
        return row.trade(executions.getOrDefault(row.id, List.of()), protection(row, ProtectionKind.STOP_LOSS),
                protection(row, ProtectionKind.TAKE_PROFIT));
    }

    private Protection protection(TradeRow row, ProtectionKind kind) {
        return new Protection(moves.getOrDefault(new Kind(row.id, kind), List.of()));
    }
}
