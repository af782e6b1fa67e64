package org.mirrorbook.ui.model.live;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;

/** What positions of one currency come to. What is not known of one counts as nothing, and is said where the sum is shown. */
record LiveSums(String coin, BigDecimal unrealised, BigDecimal realised, BigDecimal margin) {

    /** @param positions at least one, all of one coin */
    static LiveSums of(List<LiveFacts> positions) {
        return new LiveSums(positions.getFirst().coin(), sum(positions, one -> one.trade().result().unrealised().orElse(BigDecimal.ZERO)),
                sum(positions, one -> one.trade().result().realised()),
                sum(positions, one -> one.trade().terms().margin().orElse(BigDecimal.ZERO)));
    }

    static BigDecimal sum(List<LiveFacts> positions, Function<LiveFacts, BigDecimal> amount) {
        return positions.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Cell unrealised(Figures figures) {
        return figures.profit(unrealised, coin);
    }

    Cell realised(Figures figures) {
        return figures.profit(realised, coin).with(Shape.NONE);
    }

    Cell margin(Figures figures) {
        return Cell.of(figures.margin(margin, coin)).tip(figures.size(margin) + " " + coin);
    }
}
