package org.mirrorbook.exchange.practice.scenario;

import org.mirrorbook.exchange.practice.rest.RestReply;
import org.mirrorbook.exchange.practice.rest.RestRequest;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes steps over HTTP: {@code POST /practice/do} with one step as its body, which happens at once, whatever its {@code at} says.
 * Nothing is signed, for the exchange listens to its own machine alone; what a browser sends on behalf of a page is refused. Used on the
 * exchange's lane only.
 */
public final class ControlDesk {

    /** What all addresses of the control begin with. */
    public static final String PREFIX = "/practice/";

    private final Json json;
    private final StepReader reader;
    private final Director director;

    public ControlDesk(Json json, StepReader reader, Director director) {
        this.json = json;
        this.reader = reader;
        this.director = director;
    }

    /**
     * The reply to the request.
     *
     * @param now in ms since 1970
     */
    public RestReply answer(RestRequest request, long now) {
        if (!request.headers().getOrDefault("origin", "").isEmpty()) {
            return reply(403, "40014", "Web pages have no say here", now);
        }
        if (!request.path().equals(PREFIX + "do") || !request.method().equals("POST")) {
            return reply(404, "40404", "There is POST " + PREFIX + "do, with one step as its body", now);
        }
        try {
            director.perform(reader.read(json.read(request.body()), "step"), now);
            return reply(200, "00000", "success", now);
        } catch (JacksonException noJson) {
            return reply(400, "40017", "The body is no JSON; a step is an object such as {\"do\":\"close\",\"symbol\":\"BTCUSDT\"}.", now);
        } catch (ScenarioProblem problem) {
            return reply(400, "40017", problem.getMessage(), now);
        }
    }

    private RestReply reply(int status, String code, String message, long now) {
        ObjectNode envelope = json.object();
        envelope.put("code", code);
        envelope.put("msg", message);
        envelope.put("requestTime", now);
        return new RestReply(status, json.write(envelope));
    }
}
