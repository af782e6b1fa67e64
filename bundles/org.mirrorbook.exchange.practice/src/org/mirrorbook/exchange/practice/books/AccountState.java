package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An account as it stands, without its ledger: all that is needed to go on from after a restart.
 *
 * @param kind null where the memory is older than kinds
 * @param plans null where the memory is older than plans
 */
public record AccountState(Map<String, BigDecimal> wallets, Map<ProductType, PositionMode> modes, Map<String, SymbolSettings> settings,
        List<Position> open, List<Order> pending, AccountKind kind, List<PlanOrder> plans) {
}
