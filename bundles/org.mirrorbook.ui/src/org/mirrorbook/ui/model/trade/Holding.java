package org.mirrorbook.ui.model.trade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.statistics.OpenProfit;

/**
 * What was held after an execution, and what it had brought until then. Averages are rounded to 34 digits: they are for display alone, the
 * journal's own figures come from the trade.
 *
 * @param entry average; zero where nothing is held
 * @param realised gross profit so far, in the margin coin
 * @param fees so far, in the margin coin, negative when paid
 */
record Holding(Slot slot, BigDecimal size, BigDecimal entry, BigDecimal realised, BigDecimal fees) {

    private static Holding nothing(Slot slot) {
        return new Holding(slot, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** The holdings of a trade, each from when it was so. Where no execution is known, the trade's own size and entry from its begin. */
    static TreeMap<Instant, Holding> of(Trade trade) {
        var holdings = new TreeMap<Instant, Holding>();
        var held = nothing(trade.slot());
        if (trade.executions().isEmpty()) {
            var terms = trade.terms();
            holdings.put(trade.openedAt(), new Holding(trade.slot(), terms.quantity(), terms.effectiveEntry(), BigDecimal.ZERO,
                    BigDecimal.ZERO));
        }
        for (var execution : inOrder(trade)) {
            held = held.after(execution, trade.terms().effectiveEntry());
            holdings.put(execution.at(), held);
        }
        return holdings;
    }

    /** Executions oldest first; those of one moment stay in the order of the journal. */
    static List<Execution> inOrder(Trade trade) {
        return trade.executions().stream().sorted(Comparator.comparing(Execution::at)).toList();
    }

    /** @param guess price of an entry whose own is not known */
    private Holding after(Execution execution, BigDecimal guess) {
        var paid = fees.add(feeOf(execution, slot.marginCoin()));
        if (execution.kind().grows()) {
            var price = execution.price().orElse(guess);
            var grown = size.add(execution.quantity());
            var average = size.multiply(entry).add(execution.quantity().multiply(price)).divide(grown, MathContext.DECIMAL128);
            return new Holding(slot, grown, average, realised, paid);
        }
        var left = size.subtract(execution.quantity()).max(BigDecimal.ZERO);
        return new Holding(slot, left, left.signum() == 0 ? BigDecimal.ZERO : entry, realised.add(profitOf(execution)), paid);
    }

    private BigDecimal profitOf(Execution execution) {
        return execution.pnl().or(() -> execution.price().filter(price -> entry.signum() > 0)
                .map(price -> OpenProfit.of(slot, execution.quantity(), entry, price))).orElse(BigDecimal.ZERO);
    }

    static BigDecimal feeOf(Execution execution, String coin) {
        return execution.fees().stream().filter(fee -> fee.currency().equals(coin)).map(fee -> fee.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isEmpty() {
        return size.signum() == 0;
    }

    /** Gross profit of all, if what is held were closed at that price. */
    BigDecimal grossAt(BigDecimal price) {
        return isEmpty() ? realised : realised.add(OpenProfit.of(slot, size, entry, price));
    }

    /** The same after the fees that were paid until then. */
    BigDecimal netAt(BigDecimal price) {
        return grossAt(price).add(fees);
    }

    /**
     * Where the loss of what is held is that amount: {@code entry − sign × amount / size}; of inverse contracts, which pay in the coin,
     * {@code entry × size / (size + sign × amount)} (docs/lifecycle.md, rule 11).
     */
    Optional<BigDecimal> priceOfLoss(BigDecimal amount) {
        if (isEmpty()) {
            return Optional.empty();
        }
        var signed = slot.side().sign().multiply(amount);
        var dividend = slot.scope().product().inverse() ? entry.multiply(size) : entry.multiply(size).subtract(signed);
        var divisor = slot.scope().product().inverse() ? size.add(signed) : size;
        return divisor.signum() <= 0 ? Optional.empty()
                : Optional.of(dividend.divide(divisor, MathContext.DECIMAL128)).filter(price -> price.signum() > 0);
    }
}
