package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An order that waits for the mark price to reach its trigger, and then closes at market.
 *
 * @param side of the position it belongs to
 * @param size in the base coin; zero for the whole position
 * @param executed the order that it has become
 */
public record PlanOrder(long orderId, String clientOid, Contract contract, HoldSide side, PositionMode mode, MarginMode marginMode,
        PlanKind kind, BigDecimal trigger, BigDecimal size, State state, Optional<Long> executed, long cTime, long uTime) {

    /** The states of a plan; the words differ between stream and REST in nothing that is used here. */
    public enum State {
        LIVE("live"), EXECUTED("executed"), FAILED("fail_execute"), CANCELLED("cancelled");

        private final String wire;

        State(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    static PlanOrder live(long orderId, String clientOid, Position position, PlanKind kind, BigDecimal trigger, BigDecimal size, long at) {
        return new PlanOrder(orderId, clientOid.isEmpty() ? Long.toString(orderId + 1) : clientOid, position.contract(), position.side(),
                position.mode(), position.marginMode(), kind, trigger, size, State.LIVE, Optional.empty(), at, at);
    }

    PlanOrder became(State changed, Optional<Long> order, long at) {
        return new PlanOrder(orderId, clientOid, contract, side, mode, marginMode, kind, trigger, size, changed, order, cTime, at);
    }

    /** The same order under its own id, waiting for another price or with another size. */
    PlanOrder moved(BigDecimal to, BigDecimal newSize, long at) {
        return new PlanOrder(orderId, clientOid, contract, side, mode, marginMode, kind, to, newSize, state, executed, cTime, at);
    }

    /** Whether the mark has reached the trigger: profits lie above for a long position, losses below. */
    boolean isReached(BigDecimal mark) {
        boolean above = kind.isProfit() == (side == HoldSide.LONG);
        return above ? mark.compareTo(trigger) >= 0 : mark.compareTo(trigger) <= 0;
    }

    boolean isOf(Position position) {
        return contract.equals(position.contract()) && side == position.side();
    }
}
