package org.mirrorbook.ui.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.journal.TradeStatistics;

/** The break-even rule as the user typed it. */
public record BreakEvenForm(String amountText, String fractionText) {

    private static final BigDecimal MOST_OF_R = BigDecimal.ONE;

    /** What is wrong, as a sentence. */
    public Optional<String> problem() {
        if (Typed.decimal(amountText).isEmpty()) {
            return Optional.of(Messages.BreakEven_amount);
        }
        return Typed.decimal(fractionText).filter(part -> part.compareTo(MOST_OF_R) <= 0).isEmpty()
                ? Optional.of(Messages.BreakEven_fraction) : Optional.empty();
    }

    /** Without problem only. */
    public BigDecimal amount() {
        return Typed.decimal(amountText).orElseThrow();
    }

    /** Without problem only: 0.1 is a tenth of 1R. */
    public BigDecimal fraction() {
        return Typed.decimal(fractionText).orElseThrow();
    }

    /** Whether it is another rule. */
    public boolean differsFrom(BreakEvenRule rule) {
        return problem().isEmpty() && (amount().compareTo(rule.amount()) != 0 || fraction().compareTo(rule.fractionOfR()) != 0);
    }

    /** Which rule is in force, and how many closed trades it judged as what. */
    public static List<Cell> judged(BreakEvenRule rule, List<TradeStatistics> statistics, Figures figures) {
        long closed = statistics.stream().mapToLong(one -> one.totals().closed()).sum();
        var words = NLS.bind(closed == 1 ? Messages.BreakEven_judgedOne : Messages.BreakEven_judged, figures.count(closed));
        return List.of(Cell.of(rule.version() == 0 ? Messages.BreakEven_none : NLS.bind(Messages.BreakEven_rule, rule.version())).bold(),
                Cell.label(words),
                Cell.of("WIN").on(Chip.WIN), count(statistics.stream().mapToLong(one -> one.totals().wins()).sum(), figures),
                Cell.of("LOSS").on(Chip.LOSS), count(statistics.stream().mapToLong(one -> one.totals().losses()).sum(), figures),
                Cell.of("BE").on(Chip.BE), count(statistics.stream().mapToLong(one -> one.totals().breakEvens()).sum(), figures));
    }

    private static Cell count(long number, Figures figures) {
        return Cell.of(figures.count(number));
    }
}
