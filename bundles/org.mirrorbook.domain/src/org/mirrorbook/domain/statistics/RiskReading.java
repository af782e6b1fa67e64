package org.mirrorbook.domain.statistics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.risk.Protection;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;

/**
 * What a trade risked, read from what was said and seen of it: the one place where R is worked out (docs/lifecycle.md, rule 11).
 *
 * @param stopLoss the planned one, unless it was taken away; else the live one; else the one that 1R amounts to
 * @param takeProfit the planned one, else the live one; never estimated
 * @param riskAmount loss of the whole life at the stop that counts, positive, in the margin coin: at the newest planned stop, or the first
 *        live one, or 1R. Absent without a stop, and where that stop is on the profit side of the entry
 * @param rMultiple net profit, of an open trade so far, as a multiple of the amount at risk; four digits, half-even
 */
public record RiskReading(Optional<Quote> stopLoss, Optional<Quote> takeProfit, Optional<Money> riskAmount,
        Optional<BigDecimal> rMultiple) {

    private static final int PRICE_DIGITS = 18;
    private static final int MULTIPLE_DIGITS = 4;

    public RiskReading {
        requireNonNull(stopLoss);
        requireNonNull(takeProfit);
        requireNonNull(riskAmount);
        rMultiple = Exact.of(rMultiple);
    }

    /** What is known of that trade now. */
    public static RiskReading of(Trade trade) {
        var stop = said(trade.risk().stopLoss()).or(() -> estimated(trade));
        var risked = stop.flatMap(quote -> riskedAt(trade, quote));
        var multiple = risked.map(amount -> trade.result().net().divide(amount, MULTIPLE_DIGITS, RoundingMode.HALF_EVEN));
        return new RiskReading(stop, said(trade.risk().takeProfit()),
                risked.map(amount -> new Money(amount, trade.slot().marginCoin())), multiple);
    }

    /** Whether it rests on nothing but the account's unit of risk. */
    public boolean isEstimated() {
        return stopLoss.filter(stop -> stop.source() == ProtectionSource.ESTIMATED).isPresent();
    }

    private static Optional<Quote> said(Protection protection) {
        return planned(protection.moves()).or(() -> quote(protection.moves(), ProtectionSource.LIVE));
    }

    private static Optional<Quote> planned(List<ProtectionMove> moves) {
        var newest = moves.stream().filter(move -> move.source() == ProtectionSource.PLANNED).reduce((one, two) -> two);
        return newest.flatMap(ProtectionMove::price).flatMap(price -> quote(moves, ProtectionSource.PLANNED));
    }

    private static Optional<Quote> quote(List<ProtectionMove> moves, ProtectionSource source) {
        var prices = moves.stream().filter(move -> move.source() == source).flatMap(move -> move.price().stream()).toList();
        return prices.isEmpty() ? Optional.empty()
                : Optional.of(new Quote(Optional.of(prices.getLast()), source, Optional.of(prices.getFirst()), moves));
    }

    /**
     * Where the loss is 1R: {@code entry − sign × 1R / quantity}; of inverse contracts, which pay in the coin, {@code entry × quantity /
     * (quantity + sign × 1R)}. No stop where that is no price.
     */
    private static Optional<Quote> estimated(Trade trade) {
        var slot = trade.slot();
        var entry = trade.terms().effectiveEntry();
        var quantity = trade.lifeQuantity();
        return trade.risk().oneR().filter(oneR -> oneR.currency().equals(slot.marginCoin())).filter(oneR -> quantity.signum() > 0)
                .flatMap(oneR -> {
                    var signed = slot.side().sign().multiply(oneR.amount());
                    return slot.scope().product().inverse() ? quotient(entry.multiply(quantity), quantity.add(signed))
                            : quotient(entry.multiply(quantity).subtract(signed), quantity);
                })
                .filter(price -> price.signum() > 0)
                .map(price -> new Quote(Optional.of(price), ProtectionSource.ESTIMATED, Optional.of(price),
                        trade.risk().stopLoss().moves()));
    }

    private static Optional<BigDecimal> quotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() <= 0 ? Optional.empty()
                : Optional.of(Exact.of(dividend.divide(divisor, PRICE_DIGITS, RoundingMode.HALF_EVEN)));
    }

    private static Optional<BigDecimal> riskedAt(Trade trade, Quote stop) {
        return switch (stop.source()) {
            case ESTIMATED -> trade.risk().oneR().map(Money::amount);
            case PLANNED -> stop.price().flatMap(price -> lossAt(trade, price));
            case LIVE -> stop.first().flatMap(price -> lossAt(trade, price));
        };
    }

    private static Optional<BigDecimal> lossAt(Trade trade, BigDecimal price) {
        return Optional.of(price).filter(stop -> stop.signum() > 0)
                .map(stop -> OpenProfit.of(trade.slot(), trade.lifeQuantity(), trade.terms().effectiveEntry(), stop).negate())
                .filter(loss -> loss.signum() > 0);
    }
}
