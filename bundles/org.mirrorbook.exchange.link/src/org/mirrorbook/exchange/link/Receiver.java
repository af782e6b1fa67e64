package org.mirrorbook.exchange.link;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.link.LinkNews.Acknowledged;
import org.mirrorbook.exchange.link.LinkNews.Aligned;
import org.mirrorbook.exchange.link.LinkNews.Lost;
import org.mirrorbook.exchange.link.LinkNews.Observed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what was read from a connection: gives the sink what is its, counts, and makes news for the machine of the rest.
 *
 * <p>A connection that is to relieve another is not heard yet. What it tells, the other tells too; only its newest snapshots are kept for
 * the hand-over, and not even they when something came after them that may change what they say.
 *
 * <p>Not thread-safe, except {@link #read}: its owner locks.
 */
final class Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private static final LinkTrouble OVERLOAD = LinkTrouble.retry("OVERLOAD",
            "More came from the exchange than could be written; the positions are read again.");
    private static final LinkTrouble UNREADABLE = LinkTrouble.retry("UNREADABLE",
            "The exchange sent a message that could not be read; the positions are read again.");

    private final String name;
    private final Dialect dialect;
    private final ObservationSink sink;
    private final HealthBook health;
    private final Map<String, ObservationBatch> held = new LinkedHashMap<>();

    Receiver(String name, Dialect dialect, ObservationSink sink, HealthBook health) {
        this.name = name;
        this.dialect = dialect;
        this.sink = sink;
        this.health = health;
    }

    /** Reads; what cannot even be refused in order is unreadable. */
    LinkMessage read(String text, long connection, Instant at) {
        try {
            return dialect.read(text, connection, at);
        } catch (RuntimeException | StackOverflowError failure) {
            // not with its message: that could quote what was received
            LOG.error("{}: a message of {} characters could not be read: {}", name, text.length(), failure.getClass().getName());
            return new LinkMessage.Unreadable("unknown", text, true);
        }
    }

    /** Takes in a message of the connection that the sink hears. */
    List<LinkNews> heard(long connection, LinkMessage message, Instant at) {
        health.message(at);
        return switch (message) {
            case LinkMessage.Observed observed -> observed(connection, observed, at);
            case LinkMessage.Marks marks -> {
                marks.marks().forEach(sink::accept);
                yield List.of();
            }
            default -> told(connection, message, at);
        };
    }

    /** Takes in a message of the connection that is to relieve the other. */
    List<LinkNews> heldBack(long connection, LinkMessage message, Instant at) {
        return switch (message) {
            case LinkMessage.Observed observed -> {
                if (tellsNothing(observed)) {
                    yield List.of();
                }
                if (observed.aligns().isEmpty()) {
                    held.clear();
                    yield List.of(new Observed(connection));
                }
                var topic = observed.aligns().get();
                held.remove(topic);
                held.put(topic, observed.batch());
                yield List.of(new Observed(connection), new Aligned(connection, topic));
            }
            case LinkMessage.Marks marks -> List.of();
            default -> told(connection, message, at);
        };
    }

    /** Forgets what was held back. */
    void forget() {
        held.clear();
    }

    /** Gives the sink what was held back. */
    List<LinkNews> handOver(long connection, Instant at) {
        var batches = List.copyOf(held.values());
        held.clear();
        for (var batch : batches) {
            if (!sink.accept(batch)) {
                return List.of(new Lost(connection, OVERLOAD));
            }
            health.snapshot(at);
        }
        return List.of();
    }

    /** Counts a message that was too large or of the wrong kind to be read at all, where that ended a connection. */
    void ended(LinkTrouble trouble, Instant at) {
        if (trouble.unread()) {
            health.unread(at, trouble.sentence());
        }
    }

    private List<LinkNews> observed(long connection, LinkMessage.Observed observed, Instant at) {
        if (!sink.accept(observed.batch())) {
            return List.of(new Lost(connection, OVERLOAD));
        }
        if (observed.aligns().isEmpty()) {
            return tellsNothing(observed) ? List.of() : List.of(new Observed(connection));
        }
        health.snapshot(at);
        return List.of(new Observed(connection), new Aligned(connection, observed.aligns().get()));
    }

    /** Whether a message is only for the recording. */
    private static boolean tellsNothing(LinkMessage.Observed observed) {
        return observed.aligns().isEmpty() && observed.batch().seen().isEmpty();
    }

    private List<LinkNews> told(long connection, LinkMessage message, Instant at) {
        return switch (message) {
            case LinkMessage.Pong pong -> List.of(new LinkNews.Pong(connection));
            case LinkMessage.SignedIn in -> List.of(new LinkNews.SignedIn(connection));
            case LinkMessage.Acknowledged ack -> List.of(new Acknowledged(connection, ack.topic()));
            case LinkMessage.Declined declined -> {
                LOG.warn("{}: {}", name, declined.sentence());
                yield List.of(new Acknowledged(connection, declined.topic()));
            }
            case LinkMessage.Failed failed -> List.of(new Lost(connection, failed.trouble()));
            case LinkMessage.Unreadable unreadable -> {
                health.unreadable(at, unreadable.channel(), unreadable.excerpt());
                yield unreadable.realign() ? List.of(new Lost(connection, UNREADABLE)) : List.of();
            }
            case LinkMessage.Observed observed -> List.of();
            case LinkMessage.Marks marks -> List.of();
            case LinkMessage.Nothing nothing -> List.of();
        };
    }
}
