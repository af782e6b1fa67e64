package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;

/**
 * A market order as somebody asks for it.
 *
 * @param mode the position mode the order is written for; the book refuses it when its own mode is another one
 * @param side market direction
 * @param closes in hedge mode: closes a position in place of opening one; in one-way mode: reduce only
 * @param size in the base coin, positive
 * @param clientOid the client's own id, or empty text
 */
public record OrderRequest(Contract contract, PositionMode mode, MarginMode marginMode, OrderSide side, boolean closes, BigDecimal size,
        String clientOid) {

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
        return new OrderRequest(contract, mode, marginMode, side, closes, size, ownId);
    }

    /** The position side this order works on: in hedge mode a closing sell works on the long side. */
    public HoldSide holdSide() {
        return mode == PositionMode.HEDGE && closes ? side.opposite().opens() : side.opens();
    }
}
