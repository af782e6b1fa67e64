package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.risk.RiskUnit;

/** What the user said that 1R is in an account. */
public record RiskUnitForm(Kind kind, String number, String coin) {

    /** How 1R is told. */
    public enum Kind {
        NONE, FIXED, PERCENT
    }

    public RiskUnitForm {
        requireNonNull(kind);
        number = number.strip();
        coin = coin.strip().toUpperCase(Locale.ROOT);
    }

    /** As it is kept. */
    public static RiskUnitForm of(Optional<RiskUnit> unit) {
        return unit.map(kept -> switch (kept) {
            case RiskUnit.Fixed fixed -> new RiskUnitForm(Kind.FIXED, fixed.amount().amount().toPlainString(), fixed.amount().currency());
            case RiskUnit.OfEquity part -> new RiskUnitForm(Kind.PERCENT, part.percent().toPlainString(), "");
        }).orElse(new RiskUnitForm(Kind.NONE, "", ""));
    }

    /** What is missing or wrong, as a sentence. */
    public Optional<String> problem() {
        return switch (kind) {
            case NONE -> Optional.empty();
            case FIXED -> Typed.positive(number).isEmpty() ? Optional.of(Messages.RiskUnit_amount)
                    : coin.matches("[A-Z0-9]{2,12}") ? Optional.empty() : Optional.of(Messages.RiskUnit_coin);
            case PERCENT -> Typed.positive(number).filter(percent -> percent.compareTo(BigDecimal.valueOf(100)) <= 0).isPresent()
                    ? Optional.empty() : Optional.of(Messages.RiskUnit_percent);
        };
    }

    /** Without problem only. */
    public Optional<RiskUnit> unit() {
        return switch (kind) {
            case NONE -> Optional.empty();
            case FIXED -> Optional.of(new RiskUnit.Fixed(new Money(Typed.positive(number).orElseThrow(), coin)));
            case PERCENT -> Optional.of(new RiskUnit.OfEquity(Typed.positive(number).orElseThrow()));
        };
    }

    /** {@code 250.00 USDT}, {@code 1 %}; the dash where nothing was said. */
    static Cell cell(Optional<RiskUnit> unit, Figures figures) {
        return unit.map(kept -> switch (kept) {
            case RiskUnit.Fixed fixed -> Cell.of(figures.money(fixed.amount().amount(), fixed.amount().currency()) + " "
                    + fixed.amount().currency()).tip(Messages.RiskUnit_fixed_tip);
            case RiskUnit.OfEquity part -> Cell.of(NLS.bind(Messages.RiskUnit_share, figures.digits(part.percent())))
                    .tip(Messages.RiskUnit_share_tip);
        }).orElse(Cell.of(Figures.ABSENT).tip(Messages.RiskUnit_none_tip));
    }
}
