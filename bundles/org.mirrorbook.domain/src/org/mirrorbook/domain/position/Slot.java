package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

/**
 * The place where at most one position is open at any time. Lives of a position follow one another in it.
 *
 * @param instrument the symbol as the venue spells it, such as {@code BTCUSDT}
 * @param marginCoin the coin of margin, profit and cost
 */
public record Slot(Scope scope, String instrument, Side side, MarginMode marginMode, String marginCoin) {

    public Slot {
        requireNonNull(scope);
        requireNonNull(instrument);
        requireNonNull(side);
        requireNonNull(marginMode);
        requireNonNull(marginCoin);
    }

    /** Written out, as that of {@link Scope}. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Slot that && side == that.side && marginMode == that.marginMode
                && instrument.equals(that.instrument) && marginCoin.equals(that.marginCoin) && scope.equals(that.scope);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * scope.hashCode() + instrument.hashCode()) + 2 * side.ordinal() + marginMode.ordinal();
    }

    /** Whether both are of one instrument and side, whatever backs the position: what stays the same when an account changes its kind. */
    public boolean isBeside(Slot other) {
        return scope.equals(other.scope) && instrument.equals(other.instrument) && side == other.side;
    }

    /** The slot of the other direction, into which a one-way position flips. */
    public Slot opposite() {
        return new Slot(scope, instrument, side.opposite(), marginMode, marginCoin);
    }
}
