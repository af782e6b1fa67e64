package org.mirrorbook.benchmarks;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a venue answers: a classic account with a key that reads, the open positions of whose key it is, and no history. */
final class VenueAnswers extends Handler.Abstract.NonBlocking {

    private final Function<String, Positions> accounts;
    private final LongAdder asked = new LongAdder();

    /** @param accounts the positions of a key */
    VenueAnswers(Function<String, Positions> accounts) {
        this.accounts = accounts;
    }

    /** How many questions there were. */
    long asked() {
        return asked.sum();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        asked.increment();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(response, true, answer(request.getHttpURI().getPath(), String.valueOf(request.getHttpURI().getQuery()),
                String.valueOf(request.getHeaders().get("ACCESS-KEY"))), callback);
        return true;
    }

    private String answer(String path, String query, String key) {
        var now = System.currentTimeMillis();
        return switch (path) {
            case "/api/v2/public/time" -> ok("{\"serverTime\":\"" + now + "\"}");
            case "/api/v3/account/settings" -> "{\"code\":\"40084\",\"msg\":\"classic account\",\"requestTime\":" + now + ",\"data\":null}";
            case "/api/v2/spot/account/info" -> ok("{\"userId\":\"1\",\"authorities\":[\"cpor\",\"coor\"],\"ips\":\"127.0.0.1\"}");
            case "/api/v2/mix/position/all-position" -> ok(query.contains("USDT-FUTURES") ? accounts.apply(key).listed() : "[]");
            case "/api/v2/mix/order/fills", "/api/v2/mix/order/fill-history" -> ok("{\"fillList\":[],\"endId\":null}");
            case "/api/v2/mix/order/orders-history", "/api/v2/mix/order/orders-plan-pending" -> ok("{\"entrustedList\":[],\"endId\":null}");
            default -> ok("{\"list\":[],\"endId\":null}");
        };
    }

    private static String ok(String data) {
        return "{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":" + System.currentTimeMillis() + ",\"data\":" + data + "}";
    }
}
