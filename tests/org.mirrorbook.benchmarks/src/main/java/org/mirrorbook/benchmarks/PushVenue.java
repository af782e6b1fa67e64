package org.mirrorbook.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/**
 * A venue that does one thing: it signs anybody in and pushes the same five positions, with other marks, profits and margins each time, as
 * often as it is told. A process of its own, so that what it costs is not counted.
 *
 * <p>Arguments: pushes a second, pushes to warm up by, pushes to measure. Prints its address, then {@code warm} and {@code done} when the
 * client of the first private socket was sent so many. Ends when its standard input does.
 */
public final class PushVenue {

    private final int rate;
    private final long warm;
    private final long measured;
    private final Positions positions = new Positions(5);

    private PushVenue(int rate, long warm, long measured) {
        this.rate = rate;
        this.warm = warm;
        this.measured = measured;
    }

    public static void main(String[] given) throws Exception {
        new PushVenue(Integer.parseInt(given[0]), Long.parseLong(given[1]), Long.parseLong(given[2])).run();
    }

    private void run() throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var upgrade = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.setMaxOutgoingFrames(-1);
            container.addMapping("/v2/ws/private", (request, response, callback) -> new PrivateSocket());
            container.addMapping("/v2/ws/public", (request, response, callback) -> new QuietSocket());
        });
        upgrade.setHandler(new Rest());
        server.setHandler(upgrade);
        server.start();
        say(URI.create("http://127.0.0.1:" + connector.getLocalPort()).toString());
        while (System.in.read() >= 0) {
            // ends with its parent
        }
        server.stop();
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Answers what a client asks before it subscribes, and lists the five positions. */
    private final class Rest extends Handler.Abstract.NonBlocking {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            var path = request.getHttpURI().getPath();
            var query = String.valueOf(request.getHttpURI().getQuery());
            Content.Sink.write(response, true, answer(path, query), callback);
            return true;
        }

        private String answer(String path, String query) {
            var now = System.currentTimeMillis();
            return switch (path) {
                case "/api/v2/public/time" -> ok("{\"serverTime\":\"" + now + "\"}");
                case "/api/v3/account/settings" -> "{\"code\":\"40084\",\"msg\":\"classic account\",\"requestTime\":" + now + ",\"data\":null}";
                case "/api/v2/spot/account/info" -> ok("{\"userId\":\"1\",\"authorities\":[\"cpor\",\"coor\"],\"ips\":\"127.0.0.1\"}");
                case "/api/v2/mix/position/all-position" -> ok(query.contains("USDT-FUTURES") ? positions.listed() : "[]");
                case "/api/v2/mix/order/fills", "/api/v2/mix/order/fill-history" -> ok("{\"fillList\":[],\"endId\":null}");
                case "/api/v2/mix/order/orders-history", "/api/v2/mix/order/orders-plan-pending" ->
                    ok("{\"entrustedList\":[],\"endId\":null}");
                default -> ok("{\"list\":[],\"endId\":null}");
            };
        }

        private static String ok(String data) {
            return "{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":" + System.currentTimeMillis() + ",\"data\":" + data + "}";
        }
    }

    /** Public channels are acknowledged and stay quiet. */
    public static class QuietSocket implements Session.Listener.AutoDemanding {

        Session session;

        @Override
        public void onWebSocketOpen(Session opened) {
            session = opened;
        }

        @Override
        public void onWebSocketText(String text) {
            if (text.equals("ping")) {
                send("pong");
            } else if (text.contains("\"login\"")) {
                send("{\"event\":\"login\",\"code\":0}");
            } else if (text.contains("\"subscribe\"")) {
                for (var arg : text.substring(text.indexOf('[') + 1, text.lastIndexOf(']')).split("(?<=}),")) {
                    send("{\"event\":\"subscribe\",\"arg\":" + arg + "}");
                    subscribed(arg);
                }
            }
        }

        void subscribed(String arg) {
            // nothing is pushed
        }

        final void send(String text) {
            session.sendText(text, org.eclipse.jetty.websocket.api.Callback.NOOP);
        }
    }

    /** Snapshots for every product, then the pushes. */
    public final class PrivateSocket extends QuietSocket {

        private boolean pushing;

        @Override
        void subscribed(String arg) {
            if (!arg.contains("\"positions\"")) {
                return;
            }
            boolean linear = arg.contains("USDT-FUTURES");
            send(linear ? positions.push(0) : "{\"action\":\"snapshot\",\"arg\":" + arg + ",\"data\":[],\"ts\":" + System.currentTimeMillis() + "}");
            if (linear && !pushing) {
                pushing = true;
                Thread.ofPlatform().daemon().start(this::push);
            }
        }

        /** Paced, each push waiting until the one before it is written: a client that is slower is waited for and not flooded. */
        private void push() {
            long start = System.nanoTime();
            for (long n = 1; n <= warm + measured && session.isOpen(); n++) {
                long due = start + n * 1_000_000_000L / rate;
                long ahead = due - System.nanoTime();
                if (ahead > 0) {
                    LockSupport.parkNanos(ahead);
                }
                var written = new CompletableFuture<Void>();
                session.sendText(positions.push(n), org.eclipse.jetty.websocket.api.Callback.from(() -> written.complete(null),
                        written::completeExceptionally));
                written.exceptionally(gone -> null).join();
                if (n == warm) {
                    say("warm");
                }
            }
            say("done " + (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** Five open positions whose marks move. */
    static final class Positions {

        private static final String[] SYMBOLS = {"BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "DOGEUSDT"};
        private final int rows;
        private final long opened = System.currentTimeMillis() - 60_000;

        Positions(int rows) {
            this.rows = rows;
        }

        String push(long n) {
            var text = new StringBuilder(4000);
            text.append("{\"action\":\"snapshot\",\"arg\":{\"instType\":\"USDT-FUTURES\",\"channel\":\"positions\",\"instId\":\"default\"},\"data\":[");
            for (int i = 0; i < rows; i++) {
                if (i > 0) {
                    text.append(',');
                }
                row(text, i, n, "instId");
            }
            return text.append("],\"ts\":").append(System.currentTimeMillis()).append('}').toString();
        }

        String listed() {
            var text = new StringBuilder("[");
            for (int i = 0; i < rows; i++) {
                if (i > 0) {
                    text.append(',');
                }
                row(text, i, 0, "symbol");
            }
            return text.append(']').toString();
        }

        /** 0.5 held at 100; the mark goes round between 100.00 and 109.99, the profit with it. */
        private void row(StringBuilder text, int i, long n, String symbol) {
            long cents = (n * 7 + i * 131) % 1000;
            var mark = decimal(10_000 + cents, 2);
            text.append("{\"posId\":\"").append(1_000_000_000_000L + i).append("\",\"").append(symbol).append("\":\"").append(SYMBOLS[i])
                    .append("\",\"marginCoin\":\"USDT\",\"marginSize\":\"").append(decimal(250_000 + cents, 5))
                    .append("\",\"marginMode\":\"crossed\",\"holdSide\":\"").append(i % 2 == 0 ? "long" : "short")
                    .append("\",\"posMode\":\"hedge_mode\",\"total\":\"0.5\",\"available\":\"0.5\",\"frozen\":\"0\",")
                    .append("\"openPriceAvg\":\"100\",\"leverage\":20,\"achievedProfits\":\"0\",\"unrealizedPL\":\"")
                    .append(i % 2 == 0 ? "" : "-").append(decimal(cents * 5, 3)).append("\",\"unrealizedPLR\":\"")
                    .append(decimal(cents * 2, 3)).append("\",\"liquidationPrice\":\"17.629684814834\",\"keepMarginRate\":\"0.004\",")
                    .append("\"marginRate\":\"").append(decimal(7_000_000 + cents, 9)).append("\",\"breakEvenPrice\":\"100.12\",")
                    .append("\"totalFee\":\"\",\"deductedFee\":\"0.03\",\"markPrice\":\"").append(mark)
                    .append("\",\"assetMode\":\"single\",\"autoMargin\":\"off\",\"cTime\":\"").append(opened + i).append("\",\"uTime\":\"")
                    .append(opened + 1000 + n).append("\"}");
        }

        private static String decimal(long unscaled, int scale) {
            return java.math.BigDecimal.valueOf(unscaled, scale).toPlainString();
        }
    }

}
