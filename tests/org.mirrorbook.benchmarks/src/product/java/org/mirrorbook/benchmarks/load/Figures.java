package org.mirrorbook.benchmarks.load;

import java.util.concurrent.atomic.LongAdder;

/** What all accounts together showed since the last {@link #clear()}. */
final class Figures {

    /** From the socket to the first view that has it. */
    final Delays shown = new Delays();
    /** The same, of pushes that changed structure alone: their commit is in it. */
    final Delays structural = new Delays();
    /** From the venue's making it to the socket's reading it, to a millisecond. */
    final Delays wire = new Delays();
    /** Pushes that never came. */
    final LongAdder missing = new LongAdder();
    /** Pushes that a lane did not take since its queue was full. */
    final LongAdder refused = new LongAdder();

    void clear() {
        shown.clear();
        structural.clear();
        wire.clear();
        missing.reset();
        refused.reset();
    }
}
