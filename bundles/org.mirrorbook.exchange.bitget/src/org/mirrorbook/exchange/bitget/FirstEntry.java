package org.mirrorbook.exchange.bitget;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.mirrorbook.exchange.VenueProblem;

/**
 * Lets questions in that are asked before any link was there, or without one: the first of them enters as a link would, comparing clocks,
 * finding the kind of account and asking what the key may do; those that come meanwhile wait for it. What fails is tried anew by the next
 * question. Thread-safe.
 */
final class FirstEntry {

    private final Supplier<Admission> entrance;
    private final Consumer<Admission> entered;
    private final ReentrantLock entering = new ReentrantLock();
    private volatile boolean done;

    /** @param entered hears who was let in, before any question goes on */
    FirstEntry(Supplier<Admission> entrance, Consumer<Admission> entered) {
        this.entrance = entrance;
        this.entered = entered;
    }

    /** Somebody else entered. */
    void done() {
        done = true;
    }

    /**
     * Enters, unless that was done. Blocks.
     *
     * @throws VenueProblem when something was not answered, or the key is refused
     */
    void ensure() {
        if (done) {
            return;
        }
        try {
            entering.lockInterruptibly();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("STOPPED"), "The question was given up.");
        }
        try {
            if (!done) {
                var admission = entrance.get();
                if (!done) {
                    entered.accept(admission);
                    done = true;
                }
            }
        } finally {
            entering.unlock();
        }
    }
}
