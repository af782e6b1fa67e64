package org.mirrorbook.ui.model.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.statistics.OpenProfit;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.mirror.LivePosition;

/** What follows from an open position: figures that no message tells. */
record LiveFacts(LivePosition position, RiskReading reading) {

    private static final int DIGITS = 6;

    static LiveFacts of(LivePosition position) {
        return new LiveFacts(position, RiskReading.of(position.trade()));
    }

    Trade trade() {
        return position.trade();
    }

    AccountId account() {
        return trade().slot().scope().account();
    }

    String coin() {
        return trade().slot().marginCoin();
    }

    boolean isLive() {
        return position.link() == LinkState.LIVE;
    }

    /** Open profit as a share of the margin that is held. */
    Optional<BigDecimal> returnOnMargin() {
        return trade().result().unrealised().flatMap(profit -> trade().terms().margin().filter(margin -> margin.signum() > 0)
                .map(margin -> profit.divide(margin, DIGITS, RoundingMode.HALF_EVEN)));
    }

    /** How far the price is from liquidation, as a share of the price; zero where it is there or beyond. */
    Optional<BigDecimal> toLiquidation() {
        return position.mark().filter(mark -> mark.signum() > 0).flatMap(mark -> position.liquidation().map(price -> {
            var way = trade().slot().side() == Side.LONG ? mark.subtract(price) : price.subtract(mark);
            return way.max(BigDecimal.ZERO).divide(mark, DIGITS, RoundingMode.HALF_EVEN);
        }));
    }

    /** The stop that stands now: none where the live one was taken away. */
    Optional<Quote> stop() {
        return reading.stopLoss().filter(quote -> quote.price().isPresent()).filter(LiveFacts::stands);
    }

    private static boolean stands(Quote quote) {
        return quote.source() != ProtectionSource.LIVE || quote.moves().stream().filter(move -> move.source() == ProtectionSource.LIVE)
                .reduce((one, two) -> two).flatMap(ProtectionMove::price).isPresent();
    }

    /** Whether an order at the venue would close it. */
    boolean hasLiveStop() {
        return stop().filter(quote -> quote.source() == ProtectionSource.LIVE).isPresent();
    }

    /** What the open size comes to at its stop. */
    Optional<BigDecimal> atStop() {
        return stop().flatMap(Quote::price).filter(price -> price.signum() > 0).map(price -> OpenProfit.of(trade(), price));
    }

    /** An amount as a multiple of what is risked. */
    Optional<BigDecimal> inR(BigDecimal amount) {
        return reading.riskAmount().map(risked -> amount.divide(risked.amount(), DIGITS, RoundingMode.HALF_EVEN));
    }
}
