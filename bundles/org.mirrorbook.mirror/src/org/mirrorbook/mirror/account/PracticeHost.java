package org.mirrorbook.mirror.account;

import org.mirrorbook.exchange.PracticeExchange;

/** Runs the practice exchange inside this product, at most one. A service inside this bundle; thread-safe. */
public interface PracticeHost {

    /**
     * The running exchange; started if need be, which blocks for some seconds.
     *
     * @throws org.mirrorbook.exchange.VenueProblem when there is none in this installation, or it does not start
     */
    PracticeExchange open();
}
