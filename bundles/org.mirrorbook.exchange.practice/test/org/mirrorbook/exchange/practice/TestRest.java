package org.mirrorbook.exchange.practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.practice.keys.Signature;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;

/** Signed requests over a real connection. */
final class TestRest implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Json json = new Json();
    private final URI endpoint;
    private final ApiCredential credential;
    private final Clock clock;

    TestRest(URI endpoint, ApiCredential credential, Clock clock) {
        this.endpoint = endpoint;
        this.credential = credential;
        this.clock = clock;
    }

    /** The {@code data} of a request that must succeed. */
    JsonNode get(String pathAndQuery) throws IOException, InterruptedException {
        return data(exchange("GET", pathAndQuery, "", clock.millis()));
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return data(exchange("POST", path, body, clock.millis()));
    }

    HttpResponse<String> exchange(String method, String pathAndQuery, String body, long timestamp)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + pathAndQuery))
                .header("ACCESS-KEY", credential.apiKey())
                .header("ACCESS-PASSPHRASE", credential.passphrase())
                .header("ACCESS-TIMESTAMP", Long.toString(timestamp))
                .header("ACCESS-SIGN", Signature.of(timestamp + method + pathAndQuery + body, credential.secret()).base64())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** The venue's code of a request, whatever it is. */
    String code(String method, String pathAndQuery, String body) throws IOException, InterruptedException {
        return json.read(exchange(method, pathAndQuery, body, clock.millis()).body()).path("code").asString();
    }

    /** A market order in one-way mode. */
    void order(String symbol, String side, String size, boolean reduceOnly) throws IOException, InterruptedException {
        post("/api/v2/mix/order/place-order", "{\"symbol\":\"" + symbol + "\",\"productType\":\"USDT-FUTURES\",\"marginMode\":\"crossed\","
                + "\"marginCoin\":\"USDT\",\"size\":\"" + size + "\",\"side\":\"" + side + "\",\"orderType\":\"market\",\"reduceOnly\":\""
                + (reduceOnly ? "YES" : "NO") + "\"}");
    }

    private JsonNode data(HttpResponse<String> response) {
        JsonNode envelope = json.read(response.body());
        if (response.statusCode() != 200 || !envelope.path("code").asString().equals("00000")) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return envelope.path("data");
    }

    @Override
    public void close() {
        http.close();
    }
}
