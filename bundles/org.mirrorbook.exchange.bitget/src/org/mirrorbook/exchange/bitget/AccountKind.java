package org.mirrorbook.exchange.bitget;

import java.util.Set;

import org.mirrorbook.exchange.bitget.rest.Kind;
import org.mirrorbook.exchange.bitget.rest.Questions;
import org.mirrorbook.exchange.link.Dialect;

/**
 * All that differs between a classic and a unified account: what its private socket speaks, and what its REST side is asked.
 *
 * @param topics all that are wanted
 */
record AccountKind(Kind kind, Dialect dialect, Set<String> topics, Questions questions) {

    AccountKind {
        topics = Set.copyOf(topics);
    }
}
