package org.mirrorbook.certification.bitget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.mirrorbook.exchange.ApiCredential;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** REST of the practice exchange as anybody may call it, with a signature of its own making (protocol notes, Bitget 6.1). */
final class PracticeRest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI endpoint;
    private final ApiCredential credential;

    PracticeRest(URI endpoint, ApiCredential credential) {
        this.endpoint = endpoint;
        this.credential = credential;
    }

    /** One step of a scenario, done at once (docs/practice.md). */
    void perform(ObjectNode step) {
        send(HttpRequest.newBuilder(endpoint.resolve("/practice/do")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(step))).build());
    }

    JsonNode read(String text) {
        return json.readTree(text);
    }

    ObjectNode step(String verb) {
        return json.createObjectNode().put("do", verb);
    }

    /** The data of a signed question, with parameters in the order of their names. */
    JsonNode ask(String pathAndQuery) {
        var time = send(HttpRequest.newBuilder(endpoint.resolve("/api/v2/public/time")).build()).path("serverTime").asString();
        return send(HttpRequest.newBuilder(endpoint.resolve(pathAndQuery)).header("ACCESS-KEY", credential.apiKey())
                .header("ACCESS-SIGN", sign(time + "GET" + pathAndQuery)).header("ACCESS-TIMESTAMP", time)
                .header("ACCESS-PASSPHRASE", credential.passphrase()).build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = json.readTree(client.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("code").asString().equals("00000")) {
                throw new AssertionError(request.method() + " " + request.uri().getPath() + " was refused: " + answer);
            }
            return answer.path("data");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the practice exchange", interrupted);
        }
    }

    private String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(credential.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no HMAC-SHA256", missing);
        }
    }
}
