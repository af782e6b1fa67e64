package org.mirrorbook.exchange.practice.stream;

import org.mirrorbook.exchange.practice.books.AccountKind;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.stream.LoginCheck.Verdict;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers what clients say: ping, login, subscribe, unsubscribe. Used on the exchange's lane only. */
final class Desk {

    private static final int NORMAL_CLOSE = 1000;

    private final Json json;
    private final Floor floor;
    private final LoginCheck logins;
    private final TopicCheck topics;
    private final Pushes pushes;
    private final UnifiedDesk unified;
    private final Faults faults;

    Desk(Json json, Floor floor, LoginCheck logins, TopicCheck topics, Pushes pushes, UnifiedDesk unified, Faults faults) {
        this.json = json;
        this.floor = floor;
        this.logins = logins;
        this.topics = topics;
        this.pushes = pushes;
        this.unified = unified;
        this.faults = faults;
    }

    void received(Client client, String text, long now) {
        if (client.isRefused()) {
            return;
        }
        if (text.equals("ping")) {
            client.pinged(now);
            client.peer().send("pong");
            return;
        }
        JsonNode request;
        try {
            request = json.read(text);
        } catch (JacksonException noJson) {
            // told to the client, who alone can do something about it
            error(client, null, 30002, "Illegal request");
            return;
        }
        String op = Json.text(request, "op");
        switch (op) {
            case "login" -> login(client, request.path("args").path(0), now);
            case "subscribe", "unsubscribe" -> topics(client, op, request.path("args"), now);
            default -> error(client, null, 30003, "INVALID op:" + op);
        }
    }

    private void login(Client client, JsonNode login, long now) {
        if (client.isPublic()) {
            error(client, null, 30003, "INVALID op:login");
            return;
        }
        Verdict verdict = faults.takeLoginRefusal() ? new Verdict.Refused(30005, "error") : logins.judge(login, now);
        if (verdict instanceof Verdict.Accepted accepted && floor.account(accepted.account()).kind() != client.entrance().kind()) {
            verdict = wrongKind(floor.account(accepted.account()).kind());
        }
        switch (verdict) {
            case Verdict.Accepted accepted -> {
                client.signedIn(accepted.account());
                ObjectNode ack = json.object();
                ack.put("event", "login");
                ack.put("code", 0);
                client.peer().send(json.write(ack));
            }
            case Verdict.Refused refused -> {
                error(client, null, refused.code(), refused.message());
                client.refuse();
                client.peer().close(NORMAL_CLOSE, "login failed");
            }
            case Verdict.Silence silence -> {
                // as in production: a timestamp in milliseconds is met with nothing
            }
        }
    }

    /** What the venue answers here is not known; its REST codes say it in a way that every client has to understand anyway. */
    private static Verdict wrongKind(AccountKind kind) {
        return new Verdict.Refused(Integer.parseInt(kind.refusalCode()), kind.refusal());
    }

    private void topics(Client client, String op, JsonNode args, long now) {
        if (!client.isPublic() && client.account().isEmpty()) {
            error(client, null, 30004, "User not logged in/User must be logged in");
            return;
        }
        if (!args.isArray() || args.isEmpty()) {
            error(client, null, 30016, "Param error");
            return;
        }
        for (JsonNode arg : args) {
            try {
                if (client.entrance().isUnified()) {
                    unified.topic(client, op, arg, now);
                    continue;
                }
                Topic topic = topics.check(arg, client.isPublic());
                ObjectNode ack = json.object();
                ack.put("event", op);
                ack.set("arg", topic.arg());
                client.peer().send(json.write(ack));
                if (op.equals("subscribe")) {
                    client.subscribe(topic);
                    pushes.first(client, topic, now);
                } else {
                    client.unsubscribe(topic);
                }
            } catch (TopicCheck.Refused refused) {
                error(client, arg, refused.code(), refused.getMessage());
            }
        }
    }

    private void error(Client client, JsonNode arg, int code, String message) {
        ObjectNode error = json.object();
        error.put("event", "error");
        if (arg != null) {
            error.set("arg", arg);
        }
        error.put("code", code);
        error.put("msg", message);
        client.peer().send(json.write(error));
    }
}
