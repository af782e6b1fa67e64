package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;

/**
 * One execution at the venue. It carries no position id (protocol notes, Bitget 5.4): it finds its life by scope, instrument, direction
 * and time, and one fill may close one life and open the next.
 *
 * @param fillId the venue's id of the execution; unique for the account
 * @param buys whether the order bought: opens or adds to a long, reduces a short
 * @param effect whether it opens or closes, where the venue says so; absent in one-way mode, where the open position decides
 * @param quantity executed, positive
 * @param pnl gross profit that this execution realised, in the margin coin
 * @param fees each in its own coin, negative when paid, positive for a rebate
 * @param reason why it closes, where the fill itself says so (a liquidation does); an {@link OrderNote} may tell otherwise
 */
public record Fill(
        Scope scope,
        String instrument,
        String fillId,
        String orderId,
        boolean buys,
        Optional<Effect> effect,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal pnl,
        List<Money> fees,
        Instant at,
        Optional<CloseReason> reason) {

    /** What an execution does to the position of its side. */
    public enum Effect {
        OPEN, CLOSE
    }

    public Fill {
        requireNonNull(scope);
        requireNonNull(instrument);
        requireNonNull(fillId);
        requireNonNull(orderId);
        requireNonNull(effect);
        quantity = Exact.of(quantity);
        price = Exact.of(price);
        pnl = Exact.of(pnl);
        fees = List.copyOf(fees);
        requireNonNull(at);
        requireNonNull(reason);
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("a fill has a positive quantity");
        }
    }

    /** A fill that does not say why it closes. */
    public Fill(Scope scope, String instrument, String fillId, String orderId, boolean buys, Optional<Effect> effect, BigDecimal quantity,
            BigDecimal price, BigDecimal pnl, List<Money> fees, Instant at) {
        this(scope, instrument, fillId, orderId, buys, effect, quantity, price, pnl, fees, at, Optional.empty());
    }

    /** Signed change that this fill makes to a position of that side, or nothing when it cannot concern it. */
    public Optional<BigDecimal> changeOf(Side side) {
        boolean grows = buys == (side == Side.LONG);
        if (effect.isPresent() && grows != (effect.get() == Effect.OPEN)) {
            return Optional.empty();
        }
        return Optional.of(grows ? quantity : quantity.negate());
    }

    /** A part of this fill, or what a part leaves of it. */
    public Fill part(BigDecimal quantity, BigDecimal pnl, List<Money> fees) {
        return new Fill(scope, instrument, fillId, orderId, buys, effect, quantity, price, pnl, fees, at, reason);
    }
}
