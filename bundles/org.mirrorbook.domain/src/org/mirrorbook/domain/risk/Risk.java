package org.mirrorbook.domain.risk;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import org.mirrorbook.domain.money.Money;

/**
 * What a trade risks, as far as it was said or seen.
 *
 * @param oneR the account's unit of risk when the trade was entered, positive, in the margin coin; absent where the account has none, or it
 *         is a part of an equity that was not known
 */
public record Risk(Protection stopLoss, Protection takeProfit, Optional<Money> oneR) {

    public Risk {
        requireNonNull(stopLoss);
        requireNonNull(takeProfit);
        requireNonNull(oneR);
    }

    /** Nothing is known. */
    public static Risk none() {
        return new Risk(Protection.none(), Protection.none(), Optional.empty());
    }

    /** Stop or target. */
    public Protection of(ProtectionKind kind) {
        return kind == ProtectionKind.STOP_LOSS ? stopLoss : takeProfit;
    }

    /** The same with one more move. */
    public Risk with(ProtectionKind kind, ProtectionMove move) {
        return kind == ProtectionKind.STOP_LOSS ? new Risk(stopLoss.with(move), takeProfit, oneR)
                : new Risk(stopLoss, takeProfit.with(move), oneR);
    }

    public Risk withOneR(Money oneR) {
        return new Risk(stopLoss, takeProfit, Optional.of(oneR));
    }
}
