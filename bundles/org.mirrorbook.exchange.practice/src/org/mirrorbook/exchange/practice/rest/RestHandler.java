package org.mirrorbook.exchange.practice.rest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests from Jetty to the lane and replies back. Called by Jetty's threads. */
public final class RestHandler extends Handler.Abstract {

    /** Computes a reply; called on the lane. */
    public interface Answerer {
        RestReply answer(RestRequest request);
    }

    private final Logger logger = LoggerFactory.getLogger(RestHandler.class);
    private final Executor lane;
    private final Answerer answerer;

    public RestHandler(Executor lane, Answerer answerer) {
        this.lane = lane;
        this.answerer = answerer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RestRequest asked = read(request);
        CompletableFuture.supplyAsync(() -> answerer.answer(asked), lane).whenComplete((reply, failure) -> {
            if (failure != null) {
                logger.error("The practice exchange could not answer {}", asked, failure);
                Response.writeError(request, response, callback, failure);
                return;
            }
            response.setStatus(reply.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json;charset=UTF-8");
            Content.Sink.write(response, true, reply.body(), callback);
        });
        return true;
    }

    private static RestRequest read(Request request) throws Exception {
        Map<String, String> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.put(field.getLowerCaseName(), field.getValue() == null ? "" : field.getValue());
        }
        Map<String, String> parameters = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            parameters.put(field.getName(), field.getValue());
        }
        String query = request.getHttpURI().getQuery();
        return new RestRequest(request.getMethod().toUpperCase(Locale.ROOT), request.getHttpURI().getPath(), query == null ? "" : query,
                Map.copyOf(parameters), Map.copyOf(headers), Content.Source.asString(request, StandardCharsets.UTF_8));
    }
}
