package org.mirrorbook.domain.statistics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;

/**
 * The stop or the target of a trade, with where it comes from.
 *
 * @param price the last one of that source, also when it was taken away since
 * @param source on which everything rests that is derived from it
 * @param first the first one of that source
 * @param moves all settings of any source, oldest first; none of them is estimated
 */
public record Quote(Optional<BigDecimal> price, ProtectionSource source, Optional<BigDecimal> first, List<ProtectionMove> moves) {

    public Quote {
        price = Exact.of(price);
        requireNonNull(source);
        first = Exact.of(first);
        moves = List.copyOf(moves);
    }
}
