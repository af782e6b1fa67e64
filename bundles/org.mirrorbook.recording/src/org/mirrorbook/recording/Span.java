package org.mirrorbook.recording;

import org.mirrorbook.journal.Cancellation;

/**
 * Which inputs somebody wants, by their numbers.
 *
 * @param to included
 */
record Span(long from, long to, Cancellation cancellation) {

    static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE, new Cancellation());

    boolean has(long number) {
        return number >= from && number <= to;
    }

    boolean endsBefore(long number) {
        return number > to;
    }
}
