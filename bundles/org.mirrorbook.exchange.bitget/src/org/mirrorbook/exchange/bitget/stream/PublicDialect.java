package org.mirrorbook.exchange.bitget.stream;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.bitget.wire.Frame;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.bitget.wire.Topic;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.link.Dialect;
import org.mirrorbook.exchange.link.LinkMessage;

/**
 * The public socket: mark prices of the channel {@code ticker}, since positions are not pushed when only the price moves (protocol notes,
 * Bitget 3.1). Needs no key. A price that is not understood is passed over: the next one comes within a second.
 */
public final class PublicDialect implements Dialect {

    private static final String TICKER = "ticker";

    private final URI address;
    private final Products products;
    private final Answers answers;
    private final Unheard unheard;
    private final WireReader reader = new WireReader();

    public PublicDialect(URI address, Products products, VenueErrors errors, Unheard unheard) {
        this.address = address;
        this.products = products;
        this.answers = new Answers(errors);
        this.unheard = unheard;
    }

    /** The topics of instruments; one whose symbol cannot be asked for goes without a price. */
    public static Set<String> topics(Set<Instrument> instruments) {
        return instruments.stream().map(instrument -> new Topic(instrument.scope().product().code(), TICKER, instrument.symbol()))
                .filter(Topic::canBeAskedFor).map(Topic::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public String signIn(boolean compareClocks) {
        throw new IllegalStateException("prices need no key");
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
        try {
            var frame = new Frame(reader.read(text));
            if (frame.event().isPresent()) {
                return answer(frame);
            }
            return frame.topic().filter(topic -> topic.channel().equals(TICKER)).map(topic -> marks(frame, topic, receivedAt))
                    .orElseGet(LinkMessage.Nothing::new);
        } catch (UnreadableFrame malformed) {
            return unheard.refuse(TICKER, text, malformed.getMessage(), false);
        }
    }

    /** An instrument that has no ticker costs its own price, not everybody's. */
    private LinkMessage answer(Frame frame) {
        var topic = frame.topic();
        return frame.event().filter("error"::equals).isPresent() && topic.isPresent()
                ? new LinkMessage.Declined(topic.get().name(), "Bitget sends no prices of " + topic.get().instrument() + ".")
                : answers.read(frame);
    }

    private LinkMessage marks(Frame frame, Topic topic, Instant receivedAt) {
        var scope = products.scope(topic.product());
        if (scope.isEmpty()) {
            return new LinkMessage.Nothing();
        }
        return new LinkMessage.Marks(frame.rows().stream()
                .filter(row -> row.decimal("markPrice").filter(price -> price.signum() > 0).isPresent())
                .map(row -> new MarkSeen(new Instrument(scope.get(), row.text("instId").orElse(topic.instrument())),
                row.needDecimal("markPrice"), row.time("ts").orElseGet(frame::at), receivedAt))
                .toList());
    }
}
