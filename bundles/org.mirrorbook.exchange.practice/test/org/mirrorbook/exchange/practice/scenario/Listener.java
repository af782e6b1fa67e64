package org.mirrorbook.exchange.practice.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.practice.keys.Signature;
import org.mirrorbook.exchange.practice.stream.Peer;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The other end of a connection in a {@link World}: keeps what it is told. */
final class Listener implements Peer {

    private final World world;
    private final Json json = new Json();
    private final List<String> frames = new ArrayList<>();
    private boolean dropped;
    private boolean closed;

    Listener(World world) {
        this.world = world;
    }

    @Override
    public void send(String text) {
        frames.add(text);
    }

    @Override
    public void send(byte[] bytes) {
        frames.add("<" + bytes.length + " bytes>");
    }

    @Override
    public void close(int code, String reason) {
        closed = true;
    }

    @Override
    public void drop() {
        dropped = true;
    }

    /** Whether the line broke without a goodbye. */
    boolean isDropped() {
        return dropped;
    }

    boolean isClosed() {
        return closed;
    }

    void say(String text) {
        world.hub().received(this, text.replace('\'', '"'), world.now());
    }

    void login() {
        login(Long.toString(world.now() / 1_000));
    }

    void login(String timestamp) {
        ApiCredential credential = world.credential();
        say("{'op':'login','args':[{'apiKey':'" + credential.apiKey() + "','passphrase':'" + credential.passphrase() + "','timestamp':'"
                + timestamp + "','sign':'" + Signature.ofLogin(timestamp, credential.secret()).base64() + "'}]}");
    }

    void subscribe(String... channels) {
        for (String channel : channels) {
            say("{'op':'subscribe','args':[{'instType':'USDT-FUTURES','channel':'" + channel + "','"
                    + (channel.equals("account") ? "coin" : "instId") + "':'default'}]}");
        }
    }

    void forget() {
        frames.clear();
    }

    List<String> frames() {
        return List.copyOf(frames);
    }

    /** The last frame, as JSON. */
    JsonNode last() {
        return json.read(frames.getLast());
    }

    /** All pushes of that channel or topic, in the order in which they came. */
    List<JsonNode> pushes(String channel) {
        return frames.stream().filter(frame -> frame.startsWith("{\"")).flatMap(this::whole)
                .filter(message -> message.path("arg").path("channel").asString(message.path("arg").path("topic").asString(""))
                        .equals(channel) && message.path("data").isArray())
                .toList();
    }

    /** The frame as JSON; nothing where garbage was sent. */
    private Stream<JsonNode> whole(String frame) {
        try {
            return Stream.of(json.read(frame));
        } catch (JacksonException garbage) {
            return Stream.empty();
        }
    }

    /** The rows of all pushes of that channel. */
    List<JsonNode> rows(String channel) {
        return pushes(channel).stream().flatMap(push -> push.path("data").valueStream()).toList();
    }

    /** One field of all rows of that channel. */
    List<String> told(String channel, String field) {
        return rows(channel).stream().map(row -> row.path(field).asString("")).toList();
    }

    /** What is open, as the last push of positions tells it. */
    JsonNode positions() {
        return pushes("positions").getLast().path("data");
    }
}
