package org.mirrorbook.exchange.bitget.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A WebSocket message of Bitget: the answer to a request, or a push (protocol notes, Bitget 2). */
public record Frame(WireRow envelope) {

    /** {@code login}, {@code subscribe}, {@code unsubscribe}, {@code error}; absent in a push. */
    public Optional<String> event() {
        return envelope.text("event");
    }

    /** {@code snapshot} in every push of a classic account. */
    public Optional<String> action() {
        return envelope.text("action");
    }

    /** Documented as a string, sent as a number. */
    public Optional<String> code() {
        return envelope.text("code");
    }

    public String message() {
        return envelope.text("msg").orElse("");
    }

    /** What was subscribed, where the message is about that. */
    public Optional<Topic> topic() {
        var arg = envelope.row("arg");
        return arg.text("channel").map(channel -> new Topic(arg.text("instType").orElse(""), channel,
                arg.text("instId").or(() -> arg.text("coin")).orElse(Topic.ALL)));
    }

    /**
     * The server's time of the message.
     *
     * @throws UnreadableFrame when it is absent: pushes of a scope are ordered by it
     */
    public Instant at() {
        return envelope.needTime("ts");
    }

    /**
     * The rows of a push; an empty list is a statement too.
     *
     * @throws UnreadableFrame when there is no list of objects: that is not the same as an empty one
     */
    public List<WireRow> rows() {
        var rows = envelope.rows("data");
        if (!envelope.lists().containsKey("data")) {
            throw new UnreadableFrame("data is missing");
        }
        return rows;
    }
}
