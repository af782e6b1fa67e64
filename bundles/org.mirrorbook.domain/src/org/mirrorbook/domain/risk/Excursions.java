package org.mirrorbook.domain.risk;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The largest open profit and the largest open loss of a trade while it was open, by mark prices, each of the size held at that moment.
 *
 * @param favourable MFE; absent when no price came
 * @param adverse MAE; absent when no price came
 * @param gap whether prices were missing for a part of the trade's life, so that either may have been larger
 */
public record Excursions(Optional<Excursion> favourable, Optional<Excursion> adverse, boolean gap) {

    public Excursions {
        requireNonNull(favourable);
        requireNonNull(adverse);
    }

    /** Before the first price. */
    public static Excursions none() {
        return new Excursions(Optional.empty(), Optional.empty(), false);
    }

    /** The same, and prices were missing. */
    public Excursions withGap() {
        return gap ? this : new Excursions(favourable, adverse, true);
    }

    /** After one more price: what went further stands. */
    public Excursions with(Excursion now) {
        boolean further = favourable.isEmpty() || now.amount().compareTo(favourable.get().amount()) > 0;
        boolean deeper = adverse.isEmpty() || now.amount().compareTo(adverse.get().amount()) < 0;
        return further || deeper
                ? new Excursions(further ? Optional.of(now) : favourable, deeper ? Optional.of(now) : adverse, gap) : this;
    }
}
