package org.mirrorbook.product.tests;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The practice exchange as a process of its own, and its history as any client of the venue would ask for it. */
final class PracticeProcess implements AutoCloseable {

    private static final List<String> PRODUCTS = List.of("USDT-FUTURES", "USDC-FUTURES", "COIN-FUTURES");

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Running process;
    private final JsonNode told;

    PracticeProcess(Product product, String... arguments) throws IOException {
        process = product.startPlain(arguments);
        told = json.readTree(process.line("the address of the practice exchange", line -> true));
    }

    String endpoint() {
        return told.get("endpoint").stringValue();
    }

    /** Address and key in one line, as it printed them. */
    String told() {
        return told.toString();
    }

    /** The key as {@code accounts add} takes it. */
    String key() {
        return key(told.get("secret").stringValue());
    }

    /** The same with another secret. */
    String key(String secret) {
        return json.createObjectNode().put("apiKey", told.get("apiKey").stringValue()).put("secret", secret)
                .put("passphrase", told.get("passphrase").stringValue()).toString();
    }

    /** Every closed life of a classic account, by position id. */
    Map<String, JsonNode> history() throws IOException, InterruptedException {
        return history("/api/v2/mix/position/history-position?productType=", "endId", "idLessThan");
    }

    /** Every closed life of a unified account, by position id. */
    Map<String, JsonNode> unifiedHistory() throws IOException, InterruptedException {
        return history("/api/v3/position/history-position?category=", "cursor", "cursor");
    }

    /** Read page by page to the end, which is an empty one. */
    private Map<String, JsonNode> history(String path, String mark, String next) throws IOException, InterruptedException {
        var lives = new TreeMap<String, JsonNode>();
        for (var product : PRODUCTS) {
            var from = "";
            while (true) {
                var data = get(path + product + "&limit=100" + from).get("data");
                if (data.get("list").isEmpty()) {
                    break;
                }
                for (var life : data.get("list")) {
                    lives.put(life.get("positionId").stringValue(), life);
                }
                from = "&" + next + "=" + data.get(mark).stringValue();
            }
        }
        return lives;
    }

    /** Has a step happen at once (docs/practice.md); tells whether it could be done. */
    boolean happens(String step) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(endpoint() + "/practice/do")).POST(BodyPublishers.ofString(step)).build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 && answer.statusCode() != 400) {
            throw new AssertionError("the practice exchange answered " + answer.statusCode() + " to " + step + ": " + answer.body());
        }
        return answer.statusCode() == 200;
    }

    Running process() {
        return process;
    }

    @Override
    public void close() {
        http.close();
        if (process.alive()) {
            // killed, it would leave its temporary folder behind
            process.terminate().exitCode();
        }
        process.close();
    }

    static BigDecimal number(JsonNode row, String name) {
        return new BigDecimal(row.get(name).stringValue());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var millis = Long.toString(System.currentTimeMillis());
        var request = HttpRequest.newBuilder(URI.create(endpoint() + path))
                .header("ACCESS-KEY", told.get("apiKey").stringValue())
                .header("ACCESS-PASSPHRASE", told.get("passphrase").stringValue())
                .header("ACCESS-TIMESTAMP", millis)
                .header("ACCESS-SIGN", signature(millis + "GET" + path))
                .build();
        var answer = json.readTree(http.send(request, BodyHandlers.ofString()).body());
        if (!"00000".equals(answer.get("code").stringValue())) {
            throw new AssertionError("the practice exchange answered " + answer);
        }
        return answer;
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(told.get("secret").stringValue().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JVM can sign", e);
        }
    }
}
