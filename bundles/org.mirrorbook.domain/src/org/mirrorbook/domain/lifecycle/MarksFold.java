package org.mirrorbook.domain.lifecycle;

import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.statistics.OpenProfit;

/**
 * Takes sampled mark prices over into open trades: open profit and excursions, no structure and so no change (docs/lifecycle.md, rule 12).
 */
final class MarksFold {

    void fold(BookDraft draft, MarksSampled sampled) {
        for (var sample : sampled.samples()) {
            draft.held(sample.trade()).filter(Trade::isOpen).ifPresent(trade -> {
                var profit = OpenProfit.of(trade, sample.price());
                var marked = trade.with(trade.result().withUnrealised(Optional.of(profit)))
                        .with(further(trade.excursions(), sample.excursions()));
                if (!marked.equals(trade)) {
                    draft.replace(marked);
                }
            });
        }
    }

    /** How far it went is never taken back, whatever a sample forgot. */
    private static Excursions further(Excursions known, Excursions sampled) {
        var up = sampled.favourable().map(known::with).orElse(known);
        var both = sampled.adverse().map(up::with).orElse(up);
        return sampled.gap() ? both.withGap() : both;
    }
}
