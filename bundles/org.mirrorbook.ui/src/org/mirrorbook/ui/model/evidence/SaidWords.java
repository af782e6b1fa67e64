package org.mirrorbook.ui.model.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.AccountConverted;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.CorrectionOrdered;
import org.mirrorbook.domain.lifecycle.Observation.EntryOrdered;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionsListed;
import org.mirrorbook.domain.lifecycle.Observation.RecordOverdue;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.ui.model.Figures;

/** What a message said about a trade, in words. Figures have all their digits. */
final class SaidWords {

    private static final String JOIN = ", ";
    private static final int MOST = 3;

    private final Trade trade;
    private final Figures figures;

    SaidWords(Trade trade, Figures figures) {
        this.trade = trade;
        this.figures = figures;
    }

    String of(Step step) {
        if (!step.isRecorded()) {
            return step.number() == 0 ? Messages.Said_noMessage : Messages.Said_notKept;
        }
        var said = step.said().stream().map(this::of).filter(Predicate.not(String::isEmpty)).distinct().toList();
        if (said.isEmpty()) {
            return step.text().map(this::ofText).orElse("");
        }
        var first = said.stream().limit(MOST).collect(Collectors.joining("; "));
        return said.size() > MOST ? NLS.bind(Messages.Said_more, first, said.size() - MOST) : first;
    }

    private String of(Observation seen) {
        return switch (seen) {
            case FillSeen fill -> fill(fill.fill());
            case SnapshotSeen snapshot -> snapshot.rows().stream().filter(row -> row.slot().isBeside(trade.slot())).findFirst()
                    .map(this::row).orElseGet(() -> gone(snapshot.rows().size()));
            case PositionSeen position -> row(position.row());
            case PositionGone none -> NLS.bind(Messages.Said_zero, slot());
            case OrderSeen order -> NLS.bind(Messages.Said_reason, ReasonWords.of(order.order().reason()));
            case ProtectionSeen order -> order(order.order());
            case ProtectionsListed listed -> NLS.bind(Messages.Said_listed, listed.orders().size());
            case ClosingRecordSeen record -> record(record.record());
            case EntryOrdered entry -> record(entry.record());
            case HistoryRead history -> Messages.Said_history;
            case LinkLost lost -> Messages.Said_lost;
            case RecordOverdue overdue -> Messages.Said_overdue;
            case AccountConverted converted -> Messages.Said_converted;
            case EquitySeen equity -> NLS.bind(Messages.Said_equity, money(equity.equity()));
            case MarksSampled marks -> marks.samples().stream().filter(sample -> sample.trade().equals(trade.id())).findFirst()
                    .map(sample -> NLS.bind(isHighest(sample.excursions().favourable().map(far -> far.amount()))
                            ? Messages.Said_best : Messages.Said_worst, figures.digits(sample.price()))).orElse("");
            case RiskUnitSet unit -> Messages.Said_unit;
            case BreakEvenRuleSet rule -> Messages.Said_rule;
            case PlanSet plan -> plan(plan);
            case CorrectionOrdered order -> Messages.Said_correct;
        };
    }

    private boolean isHighest(Optional<BigDecimal> amount) {
        return amount.isPresent() && amount.equals(trade.excursions().favourable().map(far -> far.amount()));
    }

    private String fill(Fill fill) {
        var words = new ArrayList<String>();
        words.add(NLS.bind(Messages.Said_fill, new Object[] {fill.buys() ? Messages.Said_bought : Messages.Said_sold,
                figures.size(fill.quantity()), figures.digits(fill.price())}));
        if (fill.pnl().signum() != 0) {
            words.add(NLS.bind(Messages.Said_profit, figures.size(fill.pnl())));
        }
        fill.fees().forEach(fee -> words.add(NLS.bind(Messages.Said_fee, feeOf(fee))));
        return String.join(JOIN, words);
    }

    private String feeOf(Money fee) {
        return fee.currency().equals(trade.slot().marginCoin()) ? figures.size(fee.amount()) : money(fee);
    }

    private String row(PositionRow row) {
        var words = new ArrayList<String>();
        var said = row.figures();
        words.add(NLS.bind(Messages.Said_row, new Object[] {slot(), figures.size(row.size()), figures.digits(row.entryPrice())}));
        said.leverage().ifPresent(leverage -> words.add(figures.leverage(leverage)));
        add(words, Messages.Said_realised, said.realised());
        add(words, Messages.Said_fees, said.fees());
        add(words, Messages.Said_funding, said.funding());
        return String.join(JOIN, words);
    }

    private void add(List<String> words, String pattern, Optional<BigDecimal> amount) {
        amount.filter(some -> some.signum() != 0).ifPresent(some -> words.add(NLS.bind(pattern, figures.size(some))));
    }

    private String gone(int rows) {
        return rows == 0 ? NLS.bind(Messages.Said_none, slot())
                : NLS.bind(rows == 1 ? Messages.Said_goneOfOne : Messages.Said_gone, rows, slot());
    }

    private String slot() {
        return trade.slot().instrument() + " " + trade.slot().side().name().toLowerCase(Locale.ROOT);
    }

    private String order(ProtectiveOrder order) {
        var state = switch (order.state()) {
            case WAITING -> Messages.Said_waits;
            case TRIGGERED -> Messages.Said_triggered;
            case GONE -> Messages.Said_takenBack;
        };
        return NLS.bind(order.size().isPresent() ? Messages.Said_orderOf : Messages.Said_order, new Object[] {kind(order.kind()),
                order.price().map(figures::digits).orElse(Messages.Said_trailing), state, order.size().map(figures::size).orElse("")});
    }

    private static String kind(ProtectionKind kind) {
        return kind == ProtectionKind.STOP_LOSS ? Messages.Said_stop : Messages.Said_target;
    }

    private String plan(PlanSet plan) {
        return NLS.bind(plan.price().isPresent() ? Messages.Said_plan : Messages.Said_unplan, kind(plan.kind()),
                plan.price().map(figures::digits).orElse(""));
    }

    private String record(ClosingRecord record) {
        return NLS.bind(Messages.Said_record, new Object[] {figures.size(record.gross()), figures.size(record.openFee()),
                figures.size(record.closeFee()), figures.size(record.funding())});
    }

    private String money(Money money) {
        return figures.size(money.amount()) + " " + money.currency();
    }

    /** Of a message of which nothing was folded: what it says of the trade's own orders, or what it is. */
    private String ofText(String text) {
        var own = trade.executions().stream().map(Execution::orderId).flatMap(Optional::stream).toList();
        var orders = OrderRows.in(text).filter(order -> own.contains(order.id())).toList();
        if (orders.isEmpty()) {
            return Json.of(text).isPresent() ? Messages.Said_answer : "";
        }
        var words = orders.stream().map(this::order).distinct().limit(MOST).collect(Collectors.joining("; "));
        return words;
    }

    private String order(OrderRows order) {
        var words = new ArrayList<String>();
        words.add(String.join(" ", List.of(order.word("orderType"), order.word("side"), size(order))).strip());
        words.add(order.word("tradeSide").replace('_', ' '));
        words.add(order.status().replace('_', ' '));
        order.row().figure("priceAvg", "avgPrice").filter(price -> price.signum() > 0)
                .ifPresent(price -> words.add(NLS.bind(Messages.Said_at, figures.digits(price))));
        order.row().figure("fillFee", "fee").filter(fee -> fee.signum() != 0)
                .ifPresent(fee -> words.add(NLS.bind(Messages.Said_fee, figures.size(fee))));
        return words.stream().filter(Predicate.not(String::isBlank)).collect(Collectors.joining(JOIN));
    }

    private String size(OrderRows order) {
        return order.row().figure("size", "qty", "baseVolume").map(figures::size).orElse("");
    }
}
