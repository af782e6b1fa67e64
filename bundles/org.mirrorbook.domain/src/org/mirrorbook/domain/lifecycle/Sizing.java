package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.JournalChange.RiskSized;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.risk.RiskUnit;

/**
 * What 1R is for a trade: by the unit of risk when it is entered, and never again (docs/lifecycle.md, rule 11). A part of the equity counts
 * where the equity was told before the trade began, or so soon after that it is what the account was worth then.
 */
final class Sizing {

    /** The push of the account often comes after that of the position. */
    private static final Duration SOON = Duration.ofSeconds(10);

    void fold(BookDraft draft, RiskUnitSet set) {
        if (set.account().equals(draft.account()) && !set.unit().equals(draft.around().unit())) {
            draft.around(draft.around().with(set.unit()));
        }
    }

    void fold(BookDraft draft, EquitySeen seen) {
        draft.around(draft.around().with(seen));
        if (draft.around().unit().filter(RiskUnit.OfEquity.class::isInstance).isPresent()) {
            draft.openIn(seen.scope()).stream().map(OpenLife::trade).filter(trade -> !seen.at().isBefore(trade.openedAt()))
                    .sorted(BookDraft.BY_START).forEach(trade -> size(draft, trade, seen.at()));
        }
    }

    /** Sizes what began with this observation. */
    void settle(BookDraft draft) {
        draft.begun().forEach(trade -> size(draft, trade, trade.openedAt()));
    }

    private static void size(BookDraft draft, Trade trade, Instant at) {
        if (trade.risk().oneR().isEmpty()) {
            oneR(draft.around(), trade).ifPresent(oneR -> {
                draft.replace(trade.with(trade.risk().withOneR(oneR)));
                draft.emit(new RiskSized(trade.id(), at, oneR));
            });
        }
    }

    private static Optional<Money> oneR(Surroundings around, Trade trade) {
        var coin = trade.slot().marginCoin();
        return around.unit().flatMap(unit -> switch (unit) {
            case RiskUnit.Fixed fixed -> Optional.of(fixed.amount()).filter(amount -> amount.currency().equals(coin));
            case RiskUnit.OfEquity part -> around.equity(trade.slot().scope(), coin)
                    .filter(equity -> !equity.at().isAfter(trade.openedAt().plus(SOON)))
                    .map(equity -> part(equity.equity().amount(), part.percent())).filter(amount -> amount.signum() > 0)
                    .map(amount -> new Money(amount, coin));
        });
    }

    private static BigDecimal part(BigDecimal equity, BigDecimal percent) {
        return equity.multiply(percent).movePointLeft(2);
    }
}
