package org.mirrorbook.exchange.practice;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.practice.keys.Signature;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;

/** A client of its own make, so that the exchange is not judged by its own code: the JDK's WebSocket and a queue of what came. */
final class TestSocket implements WebSocket.Listener, AutoCloseable {

    private static final String CLOSED = "<closed>";
    private static final long PATIENCE_SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final Json json = new Json();
    private final WebSocket socket;

    TestSocket(URI endpoint, String path) {
        URI address = URI.create("ws://" + endpoint.getHost() + ":" + endpoint.getPort() + path);
        this.socket = http.newWebSocketBuilder().buildAsync(address, this).join();
    }

    /** A private socket that has signed in. */
    static TestSocket signedIn(URI endpoint, ApiCredential credential, Clock clock) throws InterruptedException {
        TestSocket socket = new TestSocket(endpoint, "/v2/ws/private");
        socket.login(credential, Long.toString(clock.millis() / 1_000));
        socket.await(message -> message.path("event").asString("").equals("login"));
        return socket;
    }

    void login(ApiCredential credential, String timestamp) {
        send("{\"op\":\"login\",\"args\":[{\"apiKey\":\"" + credential.apiKey() + "\",\"passphrase\":\"" + credential.passphrase()
                + "\",\"timestamp\":\"" + timestamp + "\",\"sign\":\"" + Signature.ofLogin(timestamp, credential.secret()).base64()
                + "\"}]}");
    }

    void subscribe(String product, String... channels) {
        List<String> args = new ArrayList<>();
        for (String channel : channels) {
            args.add("{\"instType\":\"" + product + "\",\"channel\":\"" + channel + "\",\""
                    + (channel.equals("account") ? "coin" : "instId") + "\":\"default\"}");
        }
        send("{\"op\":\"subscribe\",\"args\":[" + String.join(",", args) + "]}");
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The next message as it is. */
    String next() throws InterruptedException {
        String text = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("Nothing arrived within " + PATIENCE_SECONDS + " s");
        }
        return text;
    }

    /** The next JSON message that the test waits for; others are passed over. */
    JsonNode await(Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            String text = next();
            if (text.equals(CLOSED)) {
                throw new AssertionError("The connection was closed");
            }
            if (text.startsWith("{")) {
                JsonNode message = json.read(text);
                if (wanted.test(message)) {
                    return message;
                }
            }
        }
    }

    /** The next push of the channel. */
    JsonNode push(String channel) throws InterruptedException {
        return await(message -> message.path("action").asString("").equals("snapshot")
                && message.path("arg").path("channel").asString("").equals(channel));
    }

    /** Waits until the server has closed the connection. */
    void awaitClose() throws InterruptedException {
        String text = next();
        while (!text.equals(CLOSED)) {
            text = next();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            arrived.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        arrived.add(CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        arrived.add(CLOSED);
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
