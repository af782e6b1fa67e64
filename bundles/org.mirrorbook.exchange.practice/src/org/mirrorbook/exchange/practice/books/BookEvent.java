package org.mirrorbook.exchange.practice.books;

/** What happened in the books of one account, in the order in which it happened. */
public sealed interface BookEvent {

    /** An order was accepted, filled or canceled; its state says which. */
    record OrderMoved(Order order) implements BookEvent {
    }

    /** An execution. */
    record Executed(Fill fill) implements BookEvent {
    }

    /** Something about the positions of the product changed, be it only what is reserved by an order. */
    record PositionsMoved(ProductType product) implements BookEvent {
    }

    /** The wallet of the product's margin coin changed. */
    record FundsMoved(ProductType product) implements BookEvent {
    }

    /** A take-profit or stop-loss was placed, executed or cancelled; its state says which. */
    record PlanMoved(PlanOrder plan) implements BookEvent {
    }

    /** A position was reduced to settle the loss of somebody else. */
    record Deleveraged(Fill fill) implements BookEvent {
    }

    /** A life is over. */
    record LifeEnded(ClosedLife closed) implements BookEvent {
    }

    /** The classic account has become a unified one; its books go on as they are. */
    record Converted() implements BookEvent {
    }
}
