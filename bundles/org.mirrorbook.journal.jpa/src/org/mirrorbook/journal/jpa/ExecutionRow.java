package org.mirrorbook.journal.jpa;

import static java.util.Optional.ofNullable;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Trade;

/** An {@link Execution} at its place in its trade. */
@Entity(name = "Execution")
@Table(name = "execution")
@IdClass(ExecutionRow.Key.class)
class ExecutionRow {

    /** @param ordinal from 0, in the order of the trade */
    record Key(String tradeId, int ordinal) {
    }

    @Id
    @Column(name = "trade_id")
    String tradeId;
    @Id
    int ordinal;
    String account;
    @Enumerated(EnumType.STRING)
    ExecutionKind kind;
    BigDecimal quantity;
    BigDecimal price;
    BigDecimal pnl;
    String fees;
    @Column(name = "executed_at")
    Instant executedAt;
    boolean inferred;
    @Column(name = "fill_id")
    String fillId;
    @Column(name = "order_id")
    String orderId;

    static ExecutionRow of(Trade trade, int ordinal) {
        var execution = trade.executions().get(ordinal);
        var row = new ExecutionRow();
        row.tradeId = trade.id().value();
        row.ordinal = ordinal;
        row.account = trade.slot().scope().account().value();
        row.kind = execution.kind();
        row.quantity = Fit.exact("executed quantity", execution.quantity());
        row.price = Fit.exact("execution price", execution.price());
        row.pnl = Fit.exact("profit of an execution", execution.pnl());
        row.fees = Amounts.write("fees of an execution", execution.fees());
        row.executedAt = execution.at();
        row.inferred = execution.inferred();
        row.fillId = Fit.text("fill id", execution.fillId(), 64);
        row.orderId = Fit.text("order id", execution.orderId(), 64);
        return row;
    }

    Execution execution() {
        return new Execution(kind, quantity, ofNullable(price), ofNullable(pnl), Amounts.read(fees), executedAt, inferred,
                ofNullable(fillId), ofNullable(orderId));
    }
}
