package org.mirrorbook.exchange.bitget.stream;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.mirrorbook.exchange.bitget.wire.Frame;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.bitget.wire.Topic;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.link.Dialect;
import org.mirrorbook.exchange.link.LinkMessage;

/**
 * The private socket of a classic account (protocol notes, Bitget 2 to 5): positions, closing records, orders, fills, trigger orders and
 * balances of all product types.
 *
 * <p>Each push becomes one batch, so that it is recorded, with what it says about positions. One whose states or figures are not understood
 * is not half read and not passed over: it is counted, and where it may have told of positions the connection is given up, for the snapshot
 * of the next one says what is true. Events and fields that are not known change nothing.
 */
public final class PrivateDialect implements Dialect {

    /** A channel that the venue does not have, or has with other parameters (protocol notes, Bitget 2.5). */
    private static final Set<String> NO_SUCH_CHANNEL = Set.of("30001", "30016");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final URI address;
    private final Products products;
    private final Function<Boolean, String> signIn;
    private final Answers answers;
    private final Unheard unheard;
    private final Pushes pushes;
    private final WireReader reader = new WireReader();

    /** @param signIn makes the sign-in message; told whether to compare clocks first */
    public PrivateDialect(URI address, Products products, VenueErrors errors, Function<Boolean, String> signIn, Unheard unheard) {
        this.address = address;
        this.products = products;
        this.signIn = signIn;
        this.answers = new Answers(errors);
        this.unheard = unheard;
        this.pushes = new Pushes(unheard);
    }

    /** All topics of an account. */
    public static Set<String> topics(Products products) {
        return Arrays.stream(Channel.values()).filter(channel -> channel.wanted)
                .flatMap(channel -> products.topics(channel.code).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Those whose first push is a complete snapshot. */
    public static Set<String> aligning(Products products) {
        return products.topics(Channel.POSITIONS.code);
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
        if (text.startsWith(BYTE_ORDER_MARK)) {
            unheard.note("any", text, "begins with a byte order mark, which says nothing");
        }
        try {
            var frame = new Frame(reader.read(text));
            return frame.event().isPresent() ? answer(frame) : push(frame, text, connection, receivedAt);
        } catch (UnreadableFrame malformed) {
            return unreadable(text, malformed);
        }
    }

    private LinkMessage push(Frame frame, String text, long connection, Instant receivedAt) {
        var topic = frame.topic();
        if (topic.isEmpty()) {
            // without its channel nobody can say what a push told of
            boolean push = frame.action().isPresent() || frame.envelope().lists().containsKey("arg");
            return unheard.refuse("none", text, "neither an event nor a push", push);
        }
        var channel = topic.flatMap(name -> Channel.of(name.channel()));
        var scope = topic.map(Topic::product).flatMap(products::scope);
        if (channel.isEmpty() || scope.isEmpty()) {
            // of which product a push was that names none, nobody can say
            boolean mayTellOfLives = topic.get().product().isEmpty() && channel.filter(one -> one.tellsOfLives).isPresent();
            return unheard.refuse(topic.get().channel(), text, "a push that nobody asked for", mayTellOfLives);
        }
        return pushes.read(channel.get(), scope.get(), frame, text, connection, receivedAt);
    }

    /** An account can be mirrored without its balances and its trigger orders. */
    private LinkMessage answer(Frame frame) {
        var topic = frame.topic();
        boolean optional = topic.flatMap(name -> Channel.of(name.channel())).filter(Channel::optional).isPresent();
        return optional && frame.event().filter("error"::equals).isPresent() && frame.code().filter(NO_SUCH_CHANNEL::contains).isPresent()
                ? new LinkMessage.Declined(topic.get().name(), "Bitget does not send the channel " + topic.get().channel() + " of "
                        + topic.get().product() + "; positions are mirrored without it.")
                : answers.read(frame);
    }

    /** Whatever it was: where it may have been a push that tells of positions, a silent gap is worse than a new connection. */
    private LinkMessage unreadable(String text, UnreadableFrame why) {
        var named = Channel.named(text);
        boolean mayTellOfLives = named.isPresent()
                ? Channel.of(named.get()).map(channel -> channel.tellsOfLives).orElse(true)
                : text.startsWith("{") && !text.contains("\"event\"");
        return unheard.refuse(named.orElse("unknown"), text, why.getMessage(), mayTellOfLives);
    }
}
