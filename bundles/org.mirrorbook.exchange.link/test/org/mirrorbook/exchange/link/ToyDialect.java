package org.mirrorbook.exchange.link;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.exchange.VenueProblem;

/** A venue that says what it means. */
final class ToyDialect implements Dialect {
    VenueProblem problem;
    long connection;
    int signIns;
    private final URI address;

    ToyDialect() {
        this(URI.create("wss://toy"));
    }

    ToyDialect(URI address) {
        this.address = address;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public String signIn(boolean compareClocks) {
        if (problem != null) {
            throw problem;
        }
        signIns++;
        return "login";
    }

    @Override
    public List<String> subscribe(Set<String> topics) {
        return topics.stream().sorted().map(topic -> "subscribe " + topic).toList();
    }

    @Override
    public List<String> unsubscribe(Set<String> topics) {
        return topics.stream().sorted().map(topic -> "unsubscribe " + topic).toList();
    }

    @Override
    public String ping() {
        return "ping";
    }

    @Override
    public LinkMessage read(String text, long number, Instant receivedAt) {
        connection = number;
        var batch = new ObservationBatch(new RawMessage(receivedAt, "toy", text), List.of());
        return switch (text.split(" ")[0]) {
            case "pong" -> new LinkMessage.Pong();
            case "signed" -> new LinkMessage.SignedIn();
            case "ack" -> new LinkMessage.Acknowledged("p");
            case "snapshot" -> new LinkMessage.Observed(batch, Optional.of("p"));
            case "batch" -> new LinkMessage.Observed(batch, Optional.empty());
            case "nonsense" -> new LinkMessage.Unreadable("toys", text, false);
            case "garbled" -> new LinkMessage.Unreadable("p", text, true);
            default -> throw new IllegalStateException(text);
        };
    }
}
