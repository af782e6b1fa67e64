package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.statistics.OpenProfit;

/** What the user typed as the planned stop or target of a trade, and what it would mean. */
public record PlanForm(Trade trade, ProtectionKind kind, String text) {

    public PlanForm {
        requireNonNull(trade);
        requireNonNull(kind);
        text = text.strip();
    }

    /** The price that is planned now. */
    public static Optional<BigDecimal> planned(Trade trade, ProtectionKind kind) {
        return newest(trade, kind, ProtectionSource.PLANNED);
    }

    private static Optional<BigDecimal> newest(Trade trade, ProtectionKind kind, ProtectionSource source) {
        return trade.risk().of(kind).moves().stream().filter(move -> move.source() == source).reduce((one, two) -> two)
                .flatMap(ProtectionMove::price);
    }

    /** The facts that the user needs beside the field. */
    public String facts(Figures figures) {
        var slot = trade.slot();
        var entry = NLS.bind(Messages.PlanForm_facts,
                new Object[] {slot.instrument(), slot.side().name(), figures.size(trade.lifeQuantity()),
                        figures.price(trade.terms().effectiveEntry())});
        var there = newest(trade, kind, ProtectionSource.LIVE);
        var words = kind == ProtectionKind.STOP_LOSS ? Messages.PlanForm_liveStop : Messages.PlanForm_liveTarget;
        return there.map(price -> entry + " " + NLS.bind(words, figures.price(price))).orElse(entry);
    }

    /** What is wrong with it, as a sentence; nothing is wrong with an empty field, but nothing can be kept. */
    public Optional<String> problem() {
        return text.isEmpty() || price().isPresent() ? Optional.empty() : Optional.of(Messages.PlanForm_price);
    }

    /** The price, positive. */
    public Optional<BigDecimal> price() {
        return Typed.positive(text);
    }

    /** What it would come to if the price were reached; a warning on the wrong side of the entry. */
    public Cell meaning(Figures figures) {
        if (price().isEmpty()) {
            return Cell.of("");
        }
        var slot = trade.slot();
        var profit = OpenProfit.of(slot, trade.lifeQuantity(), trade.terms().effectiveEntry(), price().get());
        boolean stop = kind == ProtectionKind.STOP_LOSS;
        if (stop ? profit.signum() >= 0 : profit.signum() <= 0) {
            return Cell.of(stop ? Messages.PlanForm_noRisk : Messages.PlanForm_noProfit).in(Tone.WARN).with(Shape.ALERT);
        }
        var amount = figures.signed(profit, slot.marginCoin()) + " " + slot.marginCoin();
        return Cell.of(NLS.bind(stop ? Messages.PlanForm_loss : Messages.PlanForm_profit, amount)).in(stop ? Tone.LOSS : Tone.PROFIT)
                .with(stop ? Shape.DOWN : Shape.UP);
    }
}
