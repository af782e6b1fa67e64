package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An order as somebody asks for it.
 *
 * @param mode the position mode the order is written for; the book refuses it when its own mode is another one
 * @param side market direction
 * @param closes in hedge mode: closes a position in place of opening one; in one-way mode: reduce only
 * @param size in the base coin, positive
 * @param clientOid the client's own id, or empty text
 * @param limit the worst price at which it may be filled; empty for a market order
 * @param presets what protects the position that it opens
 */
public record OrderRequest(Contract contract, PositionMode mode, MarginMode marginMode, OrderSide side, boolean closes, BigDecimal size,
        String clientOid, Optional<BigDecimal> limit, OrderCause cause, Presets presets) {

    /** Fills in what memories older than limit orders and presets do not know. */
    public OrderRequest {
        limit = limit == null ? Optional.empty() : limit;
        cause = cause == null ? OrderCause.MANUAL : cause;
        presets = presets == null ? Presets.none() : presets;
    }

    /** A market order that somebody wants. */
    public OrderRequest(Contract contract, PositionMode mode, MarginMode marginMode, OrderSide side, boolean closes, BigDecimal size,
            String clientOid) {
        this(contract, mode, marginMode, side, closes, size, clientOid, Optional.empty(), OrderCause.MANUAL, Presets.none());
    }

    /** An order that opens or adds to a position of that side. */
    public static OrderRequest opening(Contract contract, PositionMode mode, MarginMode marginMode, HoldSide side, BigDecimal size) {
        return new OrderRequest(contract, mode, marginMode, side.opening(), false, size, "");
    }

    /** An order that reduces or closes the position and never opens anything. */
    public static OrderRequest closing(Position position, BigDecimal size) {
        return new OrderRequest(position.contract(), position.mode(), position.marginMode(), position.side().opening().opposite(), true,
                size, "");
    }

    /** One-way mode: closes the position and opens the other side with the given size, in one order. */
    public static OrderRequest flipping(Position position, BigDecimal newSize) {
        return new OrderRequest(position.contract(), position.mode(), position.marginMode(), position.side().opening().opposite(), false,
                position.total().add(newSize), "");
    }

    /** The same under the client's own id. */
    public OrderRequest named(String ownId) {
        return new OrderRequest(contract, mode, marginMode, side, closes, size, ownId, limit, cause, presets);
    }

    /** The same, at that price or better. */
    public OrderRequest at(BigDecimal worst) {
        return new OrderRequest(contract, mode, marginMode, side, closes, size, clientOid, Optional.of(worst), cause, presets);
    }

    /** The same, with what is to protect the position that it opens. */
    public OrderRequest with(Presets protecting) {
        return new OrderRequest(contract, mode, marginMode, side, closes, size, clientOid, limit, cause, protecting);
    }

    public OrderRequest because(OrderCause reason) {
        return new OrderRequest(contract, mode, marginMode, side, closes, size, clientOid, limit, reason, presets);
    }

    /** The position side this order works on: in hedge mode a closing sell works on the long side. */
    public HoldSide holdSide() {
        return mode == PositionMode.HEDGE && closes ? side.opposite().opens() : side.opens();
    }

    /** Whether the order would be filled at these prices. */
    boolean crosses(Quote quote) {
        return limit.isEmpty() || (side == OrderSide.BUY ? quote.ask().compareTo(limit.get()) <= 0
                : quote.bid().compareTo(limit.get()) >= 0);
    }

    /** Whether it waits for its price to close a part or all of that position. */
    boolean restsToClose(Position position) {
        return closes && limit.isPresent() && contract.equals(position.contract()) && side == position.side().opening().opposite()
                && mode == position.mode();
    }
}
