package org.mirrorbook.journal.jpa;

import static java.util.Optional.ofNullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Fingerprint;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.CloseReason;

/** A {@link Trade} without its executions. Cached, so that replacing it needs no read and writes only the columns that changed. */
@Entity(name = "Trade")
@Table(name = "trade")
@Cacheable
class TradeRow {

    @Id
    String id;
    String fingerprint;
    @Enumerated(EnumType.STRING)
    TradeSource source;
    @Embedded
    SlotColumns slot;
    @Column(name = "position_id")
    String positionId;
    @Column(name = "opened_at")
    Instant openedAt;
    @Enumerated(EnumType.STRING)
    TradeStatus status;
    @Enumerated(EnumType.STRING)
    Certainty certainty;
    @Column(name = "planned_entry")
    BigDecimal plannedEntry;
    @Column(name = "effective_entry")
    BigDecimal effectiveEntry;
    BigDecimal quantity;
    BigDecimal leverage;
    BigDecimal margin;
    BigDecimal realised;
    BigDecimal unrealised;
    BigDecimal fees;
    BigDecimal funding;
    @Column(name = "open_fee")
    BigDecimal openFee;
    @Column(name = "close_fee")
    BigDecimal closeFee;
    @Column(name = "reported_net")
    BigDecimal reportedNet;
    @Column(name = "other_fees")
    String otherFees;
    @Column(name = "exit_price")
    BigDecimal exitPrice;
    @Enumerated(EnumType.STRING)
    @Column(name = "exit_basis")
    Exit.Basis exitBasis;
    @Column(name = "closed_at")
    Instant closedAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "close_reason")
    CloseReason closeReason;
    @Column(name = "was_found")
    boolean found;

    static TradeRow of(Trade trade) {
        var row = new TradeRow();
        row.id = trade.id().value();
        row.fingerprint = Fit.text("fingerprint", trade.fingerprint().value(), 300);
        row.source = trade.source();
        row.slot = SlotColumns.of(trade.slot());
        row.positionId = Fit.text("position id", trade.positionId(), 64);
        row.openedAt = trade.openedAt();
        row.status = trade.status();
        row.certainty = trade.certainty();
        row.found = trade.found();
        row.put(trade.terms());
        row.put(trade.result());
        trade.exit().ifPresent(row::put);
        return row;
    }

    private void put(Terms terms) {
        plannedEntry = Fit.exact("planned entry", terms.plannedEntry());
        effectiveEntry = Fit.exact("effective entry", terms.effectiveEntry());
        quantity = Fit.exact("quantity", terms.quantity());
        leverage = Fit.exact("leverage", terms.leverage());
        margin = Fit.rounded("margin", terms.margin());
    }

    private void put(Result result) {
        realised = Fit.exact("realised profit", result.realised());
        unrealised = Fit.rounded("unrealised profit", result.unrealised());
        fees = Fit.exact("fees", result.fees());
        funding = Fit.exact("funding", result.funding());
        openFee = Fit.exact("open fee", result.openFee());
        closeFee = Fit.exact("close fee", result.closeFee());
        reportedNet = Fit.exact("reported net profit", result.reportedNet());
        otherFees = Amounts.write("other fees", result.otherFees());
    }

    private void put(Exit exit) {
        exitPrice = Fit.exact("exit price", exit.price());
        exitBasis = exit.basis();
        closedAt = exit.closedAt();
        closeReason = exit.reason().orElse(null);
    }

    Trade trade(List<Execution> executions) {
        var terms = new Terms(plannedEntry, effectiveEntry, quantity, ofNullable(leverage), ofNullable(margin));
        var result = new Result(realised, ofNullable(unrealised), fees, funding, ofNullable(openFee), ofNullable(closeFee),
                ofNullable(reportedNet), Amounts.read(otherFees));
        var exit = closedAt == null ? Optional.<Exit>empty()
                : Optional.of(new Exit(ofNullable(exitPrice), exitBasis, closedAt, ofNullable(closeReason)));
        return new Trade(new TradeId(id), new Fingerprint(fingerprint), source, slot.slot(), ofNullable(positionId), openedAt, status,
                certainty, terms, result, exit, found, executions);
    }
}
