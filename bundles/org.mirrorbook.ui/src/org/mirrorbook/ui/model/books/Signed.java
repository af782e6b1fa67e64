package org.mirrorbook.ui.model.books;

import java.math.BigDecimal;

import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Tone;

/** By how much the exchange says more: every digit, signed, in the colour of its sign. */
final class Signed {

    private Signed() {
    }

    static Cell exact(BigDecimal amount, Figures figures) {
        var digits = figures.exact(amount);
        return Cell.of(amount.signum() > 0 && !figures.hidesMoney() ? "+" + digits : digits)
                .in(amount.signum() > 0 ? Tone.PROFIT : amount.signum() < 0 ? Tone.LOSS : Tone.TEXT);
    }
}
