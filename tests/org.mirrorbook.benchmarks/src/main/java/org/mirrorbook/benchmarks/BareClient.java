package org.mirrorbook.benchmarks;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.WebSocketClient;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The least that a client of the venue can do in Java and still know each figure exactly: Jetty's socket, Jackson's streaming parser, each
 * number a BigDecimal. Argument: the venue's address. Ends when its standard input does, and says {@code heard PUSHES} of five rows.
 */
public final class BareClient implements Session.Listener.AutoDemanding {

    private final JsonFactory json = new JsonFactory();
    private Session session;
    private long figures;
    private volatile long pushes;

    public static void main(String[] given) throws Exception {
        var client = new WebSocketClient();
        client.setIdleTimeout(Duration.ZERO);
        client.setMaxTextMessageSize(8 << 20);
        client.start();
        var bare = new BareClient();
        client.connect(bare, URI.create(given[0].replace("http", "ws") + "/v2/ws/private")).get();
        while (System.in.read() >= 0) {
            // ends with its parent
        }
        // the first one is the snapshot
        System.out.println("heard " + (bare.pushes - 1));
        System.exit(0);
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        send("{\"op\":\"login\",\"args\":[{}]}");
        send("{\"op\":\"subscribe\",\"args\":[{\"instType\":\"USDT-FUTURES\",\"channel\":\"positions\",\"instId\":\"default\"}]}");
    }

    private void send(String text) {
        session.sendText(text, Callback.NOOP);
    }

    @Override
    public void onWebSocketText(String text) {
        parse(text);
        if (text.startsWith("{\"action\"")) {
            pushes++;
        }
    }

    /** Reads every figure of a message. */
    public long parse(String text) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            String name = "";
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    name = parser.currentName();
                } else if (token == JsonToken.VALUE_STRING) {
                    figure(name, parser.getString());
                } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                    figures += parser.getDecimalValue().signum();
                }
            }
        }
        return figures;
    }

    private void figure(String name, String text) {
        switch (name) {
            case "marginSize", "total", "available", "frozen", "openPriceAvg", "achievedProfits", "unrealizedPL", "unrealizedPLR",
                    "liquidationPrice", "keepMarginRate", "marginRate", "breakEvenPrice", "totalFee", "deductedFee", "markPrice" -> {
                if (!text.isEmpty()) {
                    figures += new BigDecimal(text).signum();
                }
            }
            case "cTime", "uTime" -> figures += Long.parseLong(text) & 1;
            default -> {
                // a word
            }
        }
    }
}
