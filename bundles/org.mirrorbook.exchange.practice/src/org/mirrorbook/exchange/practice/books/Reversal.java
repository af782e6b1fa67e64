package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The orders that turn a position round in one action: one in one-way mode, two in hedge mode (protocol notes, Bitget 3.5). */
public final class Reversal {

    private Reversal() {
    }

    /**
     * The orders, to be executed together.
     *
     * @param part how much is closed and opened on the other side; all of it otherwise. In one-way mode it is the size of the new side.
     */
    public static List<OrderRequest> of(Position position, Optional<BigDecimal> part) {
        BigDecimal size = part.orElse(position.total());
        if (position.mode() == PositionMode.ONE_WAY) {
            return List.of(OrderRequest.flipping(position, size).because(OrderCause.REVERSAL));
        }
        return List.of(OrderRequest.closing(position, size.min(position.total())).because(OrderCause.REVERSAL),
                OrderRequest.opening(position.contract(), position.mode(), position.marginMode(), position.side().opposite(), size)
                        .because(OrderCause.REVERSAL));
    }
}
