package org.mirrorbook.exchange.bitget.unified;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.mirrorbook.exchange.bitget.stream.Answers;
import org.mirrorbook.exchange.bitget.stream.Unheard;
import org.mirrorbook.exchange.bitget.wire.Frame;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.link.Dialect;
import org.mirrorbook.exchange.link.LinkMessage;

/**
 * The private socket of a unified account (protocol notes, Bitget 2 and 7): sign-in and heartbeat as for a classic one, topics in place of
 * channels, and one list of positions for all products.
 *
 * <p>Each push becomes one batch, so that it is recorded, with what it says about positions. One that is not understood is counted; where
 * it may have told of positions, the connection is given up, for the snapshot of the next one says what is true.
 */
public final class UnifiedDialect implements Dialect {

    private static final String ACCOUNT = "UTA";

    /** The venue does not have the topic, or has it with other parameters (protocol notes, Bitget 2.5). */
    private static final Set<String> NO_SUCH_TOPIC = Set.of("30001", "30016");

    private static final Pattern NAME = Pattern.compile("[a-z-]{1,32}");
    private static final Pattern NAMED = Pattern.compile("\"topic\"\\s*:\\s*\"([a-z-]{1,32})\"");

    private final URI address;
    private final Function<Boolean, String> signIn;
    private final Answers answers;
    private final Unheard unheard;
    private final UnifiedPushes pushes;
    private final WireReader reader = new WireReader();

    /** @param signIn makes the sign-in message; told whether to compare clocks first */
    public UnifiedDialect(URI address, Products products, HoldMode mode, VenueErrors errors, Function<Boolean, String> signIn,
            Unheard unheard) {
        this.address = address;
        this.signIn = signIn;
        this.answers = new Answers(errors);
        this.unheard = unheard;
        this.pushes = new UnifiedPushes(new Categories(products), mode, unheard);
    }

    /** All topics of an account. */
    public static Set<String> topics() {
        return UnifiedPushes.TOPICS.stream().map(UnifiedDialect::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Those whose first push is a complete snapshot. */
    public static Set<String> aligning() {
        return Set.of(name(UnifiedPushes.POSITIONS));
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
        return messages("subscribe", topics);
    }

    @Override
    public List<String> unsubscribe(Set<String> topics) {
        return messages("unsubscribe", topics);
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
        String topic = named(text).orElse("unknown");
        try {
            var frame = new Frame(reader.read(text));
            var told = frame.envelope().row("arg").text("topic");
            if (frame.event().isPresent()) {
                return answer(frame, told);
            }
            if (told.isEmpty()) {
                // without its topic nobody can say what a push told of
                return unheard.refuse("none", text, "neither an event nor a push", frame.action().isPresent());
            }
            topic = told.get();
            if (!NAME.matcher(topic).matches()) {
                return unheard.refuse(topic, text, "a push that nobody asked for", false);
            }
            return pushes.read(topic, frame, text, connection, receivedAt);
        } catch (UnreadableFrame refused) {
            boolean mayTellOfLives = topic.equals("unknown") ? text.startsWith("{") && !text.contains("\"event\"")
                    : UnifiedPushes.tellsOfLives(topic);
            return unheard.refuse(topic, text, refused.getMessage(), mayTellOfLives);
        }
    }

    /** The account can be mirrored without any topic but that of its positions. */
    private LinkMessage answer(Frame frame, Optional<String> topic) {
        var event = frame.event().orElseThrow();
        if (event.equals("subscribe") && topic.isPresent()) {
            return new LinkMessage.Acknowledged(name(topic.get()));
        }
        boolean declined = event.equals("error") && topic.filter(name -> !name.equals(UnifiedPushes.POSITIONS)).isPresent()
                && frame.code().filter(NO_SUCH_TOPIC::contains).isPresent();
        return declined ? new LinkMessage.Declined(name(topic.get()), "Bitget does not send the topic " + topic.get()
                + "; positions are mirrored without it.") : answers.read(frame);
    }

    private static String name(String topic) {
        return ACCOUNT + "/" + topic;
    }

    private static List<String> messages(String operation, Collection<String> names) {
        var arguments = names.stream().sorted().map(name -> name.substring(ACCOUNT.length() + 1))
                .map(topic -> "{\"instType\":\"" + ACCOUNT + "\",\"topic\":\"" + topic + "\""
                        + (topic.equals(UnifiedPushes.PROTECTIONS) ? ",\"symbol\":\"default\"}" : "}")).toList();
        return arguments.isEmpty() ? List.of() : List.of("{\"op\":\"" + operation + "\",\"args\":[" + String.join(",", arguments) + "]}");
    }

    /** The topic that a text names which could not be read as a whole. */
    private static Optional<String> named(String text) {
        var match = NAMED.matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
