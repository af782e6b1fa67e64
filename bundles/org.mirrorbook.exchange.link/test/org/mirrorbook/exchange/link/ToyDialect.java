package org.mirrorbook.exchange.link;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.exchange.VenueProblem;

/** A venue that says what it means. */
final class ToyDialect implements Dialect {
    volatile VenueProblem problem;
    /** While there is one, the venue is asked before a sign-in and does not answer. */
    volatile CountDownLatch silence;
    final CountDownLatch asking = new CountDownLatch(1);
    volatile boolean gaveUp;
    volatile long connection;
    final Set<Long> heardConnections = ConcurrentHashMap.newKeySet();
    final List<Boolean> signIns = new CopyOnWriteArrayList<>();
    private final Supplier<URI> address;

    ToyDialect() {
        this(() -> URI.create("wss://toy"));
    }

    ToyDialect(Supplier<URI> address) {
        this.address = address;
    }

    @Override
    public URI address() {
        return address.get();
    }

    @Override
    public String signIn(boolean compareClocks) {
        if (problem != null) {
            throw problem;
        }
        if (silence != null) {
            asking.countDown();
            try {
                silence.await();
            } catch (InterruptedException interrupted) {
                gaveUp = true;
                throw new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("STOPPED"), "Given up.");
            }
        }
        signIns.add(compareClocks);
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
        heardConnections.add(number);
        var batch = new ObservationBatch(new RawMessage(receivedAt, "toy", text),
                List.of(new Observation.LinkLost(number, receivedAt)));
        return switch (text.split(" ")[0]) {
            case "pong" -> new LinkMessage.Pong();
            case "signed" -> new LinkMessage.SignedIn();
            case "ack" -> new LinkMessage.Acknowledged(text.endsWith("q") ? "q" : "p");
            case "refused" -> new LinkMessage.Failed(new LinkTrouble(LinkTrouble.Kind.ATTENTION, Optional.of("30015"), "Wrong secret."));
            case "late" -> new LinkMessage.Failed(new LinkTrouble(LinkTrouble.Kind.CLOCK, Optional.of("30014"), "Clocks differ."));
            case "snapshot" -> new LinkMessage.Observed(batch, Optional.of("p"));
            case "batch" -> new LinkMessage.Observed(batch, Optional.empty());
            case "nonsense" -> new LinkMessage.Unreadable("toys", text, false);
            case "garbled" -> new LinkMessage.Unreadable("p", text, true);
            default -> throw new IllegalStateException(text);
        };
    }
}
