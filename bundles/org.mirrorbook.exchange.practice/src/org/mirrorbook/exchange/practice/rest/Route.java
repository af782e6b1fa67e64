package org.mirrorbook.exchange.practice.rest;

import org.mirrorbook.exchange.practice.books.OrderRefused;

import tools.jackson.databind.JsonNode;

/**
 * What one address of the exchange does.
 *
 * @param signed whether only a signed request is let in
 */
record Route(boolean signed, Answer answer) {

    /** Makes the {@code data} of a reply. */
    interface Answer {
        JsonNode to(Call call) throws RestProblem, OrderRefused;
    }
}
