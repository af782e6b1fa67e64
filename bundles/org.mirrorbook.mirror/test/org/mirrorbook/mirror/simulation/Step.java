package org.mirrorbook.mirror.simulation;

import java.util.Optional;

import org.mirrorbook.domain.risk.ProtectionKind;

/**
 * One thing that happens in a simulated world. Steps are data: a world can be run again with some of them left out, and a step that makes
 * no sense without another one does nothing.
 *
 * <p>Each begins with a pause in milliseconds and brings its own dice, from which all that is left to chance is drawn until the next step.
 */
sealed interface Step {

    long pause();

    long dice();

    /** What an order does to a position. */
    enum Act {
        GROW, REDUCE, CLOSE,
        /** Closed and opened again a millisecond later. */
        REOPEN,
        /** One way: through zero into the other direction; in hedge mode a close. */
        FLIP,
        /** The stop or target order closes it, where there is one. */
        TRIGGER, LIQUIDATE
    }

    /** What of the journal fails. */
    enum Part {
        APPEND, FLUSH, COMMIT, LOAD, LEASE,
        /** The transaction is done, but the answer is lost. */
        COMMITTED
    }

    /** @param pieces in so many fills */
    record Order(long pause, long dice, int market, Act act, int quantity, int price, int pieces) implements Step {
    }

    record Funding(long pause, long dice, int market, int amount) implements Step {
    }

    /** @param price absent: taken back */
    record Protect(long pause, long dice, int market, ProtectionKind kind, Optional<Integer> price) implements Step {
    }

    record Price(long pause, long dice, int market, int price) implements Step {
    }

    /** The user types a stop or a target. */
    record Plan(long pause, long dice, int market, ProtectionKind kind, int price) implements Step {
    }

    /** The socket is dead at once, with all that was underway; the connector notices later. */
    record Cut(long pause, long dice, long noticed) implements Step {
    }

    /** The next connection is there before this one ends. */
    record HandOver(long pause, long dice) implements Step {
    }

    /** So many pushes are lost though the socket lives. */
    record Lose(long pause, long dice, int pushes) implements Step {
    }

    /** A list without any position, which is wrong. */
    record WrongList(long pause, long dice, int scope) implements Step {
    }

    /** The process dies at the n-th thing that it asks of journal or recording from now on; 0: at once. It comes back after a while. */
    record Die(long pause, long dice, int operation, long away) implements Step {
    }

    /** The process is stopped in good order, and started again after a while. */
    record Stop(long pause, long dice, long away) implements Step {
    }

    record Trouble(long pause, long dice, Part part, boolean retry, int times) implements Step {
    }

    /** The lane does nothing for a while; its queue fills. */
    record Busy(long pause, long dice, long millis) implements Step {
    }

    /** So many questions fail, or get their answer late. */
    record Venue(long pause, long dice, int failures, long late) implements Step {
    }

    /** The user wants all aligned anew. */
    record Sync(long pause, long dice) implements Step {
    }

    record ClockBack(long pause, long dice, int seconds) implements Step {
    }
}
