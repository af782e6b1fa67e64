package org.mirrorbook.ui.model.evidence;

import java.util.stream.Stream;

import org.mirrorbook.ui.model.evidence.Json.Struct;

/**
 * An order as a message tells it, classic or unified (protocol notes, Bitget 5.2). Orders make no figure of the journal, so nothing of them
 * is folded but why they closed: what they say is read here from the message itself.
 */
record OrderRows(Struct row) {

    /** The orders that are named in a message. */
    static Stream<OrderRows> in(String text) {
        return text.contains("orderId") ? Json.of(text).stream().flatMap(Json::structs).filter(one -> one.text("orderId").isPresent())
                .map(OrderRows::new) : Stream.empty();
    }

    String id() {
        return word("orderId");
    }

    String status() {
        return row.text("status").or(() -> row.text("orderStatus")).or(() -> row.text("state")).orElse("");
    }

    /** Tells an order's message from its next one. */
    String state() {
        return id() + " " + status() + " " + word("accBaseVolume") + word("cumExecQty") + word("baseVolume");
    }

    String word(String name) {
        return row.text(name).orElse("");
    }
}
