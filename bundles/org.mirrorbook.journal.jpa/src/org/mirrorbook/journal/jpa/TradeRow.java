package org.mirrorbook.journal.jpa;

import static java.util.Optional.ofNullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.Protection;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;

/** A {@link Trade} without its executions and without the moves of its stop and target. */
@Entity(name = "Trade")
@Table(name = "trade")
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
    @Enumerated(EnumType.STRING)
    Standing standing;
    /** Of a closed trade: what lists are narrowed by, and what the break-even rule judges. */
    BigDecimal net;
    @Column(name = "one_r")
    BigDecimal oneR;
    @Column(name = "one_r_coin")
    String oneRCoin;
    @Column(name = "risk_amount")
    BigDecimal riskAmount;
    /** On which stop the amount at risk rests. */
    @Enumerated(EnumType.STRING)
    @Column(name = "risk_source")
    ProtectionSource riskSource;
    @Column(name = "r_multiple")
    BigDecimal rMultiple;
    @Column(name = "mfe_amount")
    BigDecimal mfeAmount;
    @Column(name = "mfe_price")
    BigDecimal mfePrice;
    @Column(name = "mfe_at")
    Instant mfeAt;
    @Column(name = "mae_amount")
    BigDecimal maeAmount;
    @Column(name = "mae_price")
    BigDecimal maePrice;
    @Column(name = "mae_at")
    Instant maeAt;
    @Column(name = "mark_gap")
    boolean markGap;
    /** The version of the break-even rule by which the status was given. */
    @Column(name = "rule_version")
    int ruleVersion;

    /** @param ruleVersion of the rule that judged the trade */
    static TradeRow of(Trade trade, int ruleVersion) {
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
        row.standing = trade.standing();
        row.net = trade.exit().isPresent() ? Fit.exact("net profit", trade.result().net()) : null;
        row.put(trade.risk());
        row.put(RiskReading.of(trade));
        row.put(trade.excursions());
        row.ruleVersion = ruleVersion;
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

    private void put(Risk risk) {
        oneR = Fit.exact("unit of risk", risk.oneR().map(Money::amount));
        oneRCoin = Fit.text("coin of the unit of risk", risk.oneR().map(Money::currency), 32);
    }

    private void put(RiskReading reading) {
        riskAmount = Fit.rounded("amount at risk", reading.riskAmount().map(Money::amount));
        riskSource = reading.riskAmount().flatMap(amount -> reading.stopLoss()).map(Quote::source).orElse(null);
        // of an open trade it moves with every price
        rMultiple = exitBasis == null ? null : Fit.exact("R multiple", reading.rMultiple());
    }

    private void put(Excursions excursions) {
        excursions.favourable().ifPresent(far -> {
            mfeAmount = Fit.rounded("largest open profit", Optional.of(far.amount()));
            mfePrice = Fit.rounded("price of the largest open profit", Optional.of(far.price()));
            mfeAt = far.at();
        });
        excursions.adverse().ifPresent(far -> {
            maeAmount = Fit.rounded("largest open loss", Optional.of(far.amount()));
            maePrice = Fit.rounded("price of the largest open loss", Optional.of(far.price()));
            maeAt = far.at();
        });
        markGap = excursions.gap();
    }

    /**
     * @param executions oldest first
     * @param stopLoss all its settings
     * @param takeProfit all its settings
     */
    Trade trade(List<Execution> executions, Protection stopLoss, Protection takeProfit) {
        var terms = new Terms(plannedEntry, effectiveEntry, quantity, ofNullable(leverage), ofNullable(margin));
        var result = new Result(realised, ofNullable(unrealised), fees, funding, ofNullable(openFee), ofNullable(closeFee),
                ofNullable(reportedNet), Amounts.read(otherFees));
        var exit = closedAt == null ? Optional.<Exit>empty()
                : Optional.of(new Exit(ofNullable(exitPrice), exitBasis, closedAt, ofNullable(closeReason)));
        return new Trade(new TradeId(id), new Fingerprint(fingerprint), source, slot.slot(), ofNullable(positionId), openedAt, status,
                certainty, terms, result, exit, found, standing,
                new Risk(stopLoss, takeProfit, ofNullable(oneR).map(amount -> new Money(amount, oneRCoin))),
                new Excursions(excursion(mfeAmount, mfePrice, mfeAt), excursion(maeAmount, maePrice, maeAt), markGap), executions);
    }

    private static Optional<Excursion> excursion(BigDecimal amount, BigDecimal price, Instant at) {
        return ofNullable(amount).map(present -> new Excursion(present, price, at));
    }
}
