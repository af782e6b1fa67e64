package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;

/** The figures of an ended trade: a guess that says what it rests on, then the venue's own (docs/lifecycle.md, rule 7). */
final class Closing {

    private Closing() {
    }

    /**
     * The trade closed without a record. Its last steps, which close the row's size, are there already.
     *
     * @param row the last one seen of the life
     */
    static Trade provisional(Trade trade, PositionRow row, Instant closedAt, Certainty certainty, boolean found) {
        var steps = new Steps(trade.executions());
        var closing = steps.list().subList(steps.tailThatCloses(row.size()), steps.list().size());
        var exits = closing.stream().filter(step -> !step.kind().grows()).toList();
        var filled = !closing.isEmpty() && closing.stream().noneMatch(Execution::inferred);
        var price = filled ? Figures.average(exits) : row.figures().markPrice();
        var basis = filled ? Exit.Basis.FILLS : price.isPresent() ? Exit.Basis.MARK : Exit.Basis.UNKNOWN;
        var soFar = Figures.result(trade, row);
        var result = new Result(soFar.realised().add(profit(trade, row, closing, basis)), Optional.empty(), fees(trade, row, closing),
                soFar.funding(), Optional.empty(), Optional.empty(), Optional.empty(), soFar.otherFees());
        var exit = new Exit(price, basis, closedAt, reason(trade));
        return trade.closed(exit, certainty, withQuantity(trade.terms(), steps.growth()), result, found);
    }

    /** What the close adds to the profit realised before; where the row does not tell that, the steps were counted already. */
    private static BigDecimal profit(Trade trade, PositionRow row, List<Execution> closing, Exit.Basis basis) {
        return switch (basis) {
            case FILLS -> row.figures().realised().isPresent() ? new Steps(closing).knownProfit() : BigDecimal.ZERO;
            case MARK -> atMark(row);
            case RECORD, UNKNOWN -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal atMark(PositionRow row) {
        if (row.slot().scope().product().inverse()) {
            return row.figures().unrealised().orElse(BigDecimal.ZERO);
        }
        var distance = row.figures().markPrice().orElseThrow().subtract(row.entryPrice());
        return distance.multiply(row.size()).multiply(row.slot().side().sign());
    }

    /** Fees of the row and, as far as fills tell them, of the close. */
    private static BigDecimal fees(Trade trade, PositionRow row, List<Execution> closing) {
        var coin = trade.slot().marginCoin();
        return row.figures().fees().map(fees -> fees.add(new Steps(closing).feesIn(coin)))
                .orElseGet(() -> new Steps(trade.executions()).feesIn(coin));
    }

    /** The trade with the record's figures, digit by digit. */
    static Trade confirmed(Trade trade, ClosingRecord record, boolean found) {
        var terms = new Terms(trade.terms().plannedEntry(), record.openAverage(), record.openSize(), trade.terms().leverage(),
                trade.terms().margin());
        var result = new Result(record.gross(), Optional.empty(), record.openFee().add(record.closeFee()), record.funding(),
                Optional.of(record.openFee()), Optional.of(record.closeFee()), record.reportedNet(),
                new Steps(trade.executions()).feesNotIn(trade.slot().marginCoin()));
        var exit = new Exit(Optional.of(record.closeAverage()), Exit.Basis.RECORD, record.closedAt(), reason(trade));
        return trade.closed(exit, Certainty.CONFIRMED, terms, result, found);
    }

    /** The inferred last step with the price and profit that the record leaves for it, where all other exits are known. */
    static Steps pricedBy(ClosingRecord record, Steps steps) {
        var last = steps.list().getLast();
        if (!last.inferred() || last.kind().grows()) {
            return steps;
        }
        var others = steps.list().subList(0, steps.list().size() - 1).stream().filter(step -> !step.kind().grows()).toList();
        var profit = others.stream().allMatch(step -> step.pnl().isPresent())
                ? Optional.of(record.gross().subtract(new Steps(others).knownProfit())) : Optional.<BigDecimal>empty();
        var priced = Steps.inferred(Steps.change(last), price(record, others, last), profit, last.at());
        return steps.replacing(steps.list().size() - 1, List.of(priced));
    }

    private static Optional<BigDecimal> price(ClosingRecord record, List<Execution> others, Execution last) {
        if (others.isEmpty()) {
            return Optional.of(record.closeAverage());
        }
        if (record.slot().scope().product().inverse() || others.stream().anyMatch(step -> step.price().isEmpty())) {
            return Optional.empty();
        }
        var value = others.stream().map(step -> step.quantity().multiply(step.price().get())).reduce(BigDecimal.ZERO, BigDecimal::add);
        var left = record.closeAverage().multiply(record.openSize()).subtract(value);
        return Optional.of(Figures.quotient(left, last.quantity())).filter(price -> price.signum() > 0);
    }

    /** What was known of it before does not depend on figures. */
    private static Optional<CloseReason> reason(Trade trade) {
        return trade.exit().flatMap(Exit::reason);
    }

    private static Terms withQuantity(Terms terms, BigDecimal quantity) {
        return new Terms(terms.plannedEntry(), terms.effectiveEntry(), Exact.of(quantity), terms.leverage(), terms.margin());
    }
}
