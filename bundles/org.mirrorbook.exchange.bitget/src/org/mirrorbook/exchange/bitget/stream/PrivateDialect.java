package org.mirrorbook.exchange.bitget.stream;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.exchange.bitget.wire.ClosingRows;
import org.mirrorbook.exchange.bitget.wire.FillRows;
import org.mirrorbook.exchange.bitget.wire.Frame;
import org.mirrorbook.exchange.bitget.wire.PositionRows;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.bitget.wire.Topic;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.link.Dialect;
import org.mirrorbook.exchange.link.LinkMessage;
import org.mirrorbook.exchange.link.LinkTrouble;

/**
 * The private socket of a classic account: sign-in, positions, closing records, fills (protocol notes, Bitget 2 to 5).
 *
 * <p>Each push becomes one batch. One whose states or figures are not understood is not half read and not passed over: the connection is
 * given up, and the snapshot of the next one says what is true. What belongs to no channel of ours is counted and passed over.
 */
public final class PrivateDialect implements Dialect {

    private static final String POSITIONS = "positions";
    private static final String HISTORY = "positions-history";
    private static final String FILLS = "fill";

    private final URI address;
    private final Products products;
    private final Function<Boolean, String> signIn;
    private final Answers answers;
    private final Unheard unheard;
    private final WireReader reader = new WireReader();

    /** @param signIn makes the sign-in message; told whether to compare clocks first */
    public PrivateDialect(URI address, Products products, VenueErrors errors, Function<Boolean, String> signIn, Unheard unheard) {
        this.address = address;
        this.products = products;
        this.signIn = signIn;
        this.answers = new Answers(errors);
        this.unheard = unheard;
    }

    /** All topics of an account. */
    public static Set<String> topics(Products products) {
        var topics = new HashSet<>(aligning(products));
        topics.addAll(products.topics(HISTORY));
        topics.addAll(products.topics(FILLS));
        return topics;
    }

    /** Those whose first push is a complete snapshot. */
    public static Set<String> aligning(Products products) {
        return products.topics(POSITIONS);
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public String signIn(boolean compareClocks) {
        return signIn.apply(compareClocks);
    }

    @Override
    public List<String> subscribe(Set<String> topics) {
        return Answers.messages("subscribe", topics);
    }

    @Override
    public List<String> unsubscribe(Set<String> topics) {
        return Answers.messages("unsubscribe", topics);
    }

    @Override
    public String ping() {
        return Answers.PING;
    }

    @Override
    public LinkMessage read(String text, long connection, Instant receivedAt) {
        if (text.equals(Answers.PONG)) {
            return new LinkMessage.Pong();
        }
        Frame frame;
        try {
            frame = new Frame(reader.read(text));
        } catch (UnreadableFrame malformed) {
            unheard.note("unknown", text, malformed.getMessage());
            // whatever it was: if it may have been a push of ours, a silent gap is worse than a new connection
            return text.contains("\"positions") || text.contains("\"fill\"") ? unreadable("of positions") : new LinkMessage.Nothing();
        }
        if (frame.event().isPresent()) {
            return answers.read(frame);
        }
        var topic = frame.topic();
        var scope = topic.map(Topic::product).flatMap(products::scope);
        if (topic.isEmpty() || scope.isEmpty() || !Set.of(POSITIONS, HISTORY, FILLS).contains(topic.get().channel())) {
            if (topic.isEmpty()) {
                unheard.note("none", text, "neither an event nor a push");
            }
            return new LinkMessage.Nothing();
        }
        try {
            return push(topic.get(), scope.get(), frame, new RawMessage(receivedAt, topic.get().channel(), text), connection);
        } catch (UnreadableFrame refused) {
            unheard.note(topic.get().channel(), text, refused.getMessage());
            return unreadable("on the channel " + topic.get().channel() + " (" + refused.getMessage() + ")");
        }
    }

    private static LinkMessage push(Topic topic, Scope scope, Frame frame, RawMessage raw, long connection) {
        return switch (topic.channel()) {
            case POSITIONS -> {
                var snapshot = new Observation.SnapshotSeen(scope, connection, frame.at(), raw.receivedAt(),
                        PositionRows.read(scope, frame.rows()));
                yield new LinkMessage.Observed(new ObservationBatch(raw, List.of(snapshot)),
                        Optional.of(new Topic(scope.product().code(), POSITIONS, Topic.ALL).name()));
            }
            case HISTORY -> observed(raw, frame.rows().stream().map(row -> ClosingRows.ofStream(scope, row))
                    .map(record -> new Observation.ClosingRecordSeen(record, raw.receivedAt())).toList());
            default -> observed(raw, FillRows.read(scope, frame.rows()).stream()
                    .map(fill -> new Observation.FillSeen(fill, raw.receivedAt())).toList());
        };
    }

    private static LinkMessage observed(RawMessage raw, List<? extends Observation> seen) {
        return new LinkMessage.Observed(new ObservationBatch(raw, List.copyOf(seen)), Optional.empty());
    }

    private static LinkMessage unreadable(String where) {
        return new LinkMessage.Failed(LinkTrouble.retry("UNREADABLE",
                "Bitget sent a message " + where + " that Mirrorbook does not understand; the positions are read again."));
    }
}
