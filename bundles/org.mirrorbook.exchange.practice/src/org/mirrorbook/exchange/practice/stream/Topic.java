package org.mirrorbook.exchange.practice.stream;

import org.mirrorbook.exchange.practice.books.ProductType;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a client subscribed to.
 *
 * @param subject {@code default}, a symbol, a coin, or empty
 * @param arg as the client wrote it: acknowledgement and pushes repeat it
 */
record Topic(ProductType product, Channel channel, String subject, ObjectNode arg) {

    static final String EVERYTHING = "default";

    boolean sameAs(Topic other) {
        return product == other.product && channel == other.channel && subject.equals(other.subject);
    }

    /** Whether rows of that symbol or coin belong into this topic. */
    boolean covers(String name) {
        return subject.equals(EVERYTHING) || subject.isEmpty() || subject.equals(name);
    }
}
