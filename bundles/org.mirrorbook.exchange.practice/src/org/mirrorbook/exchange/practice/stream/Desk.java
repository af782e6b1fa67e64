package org.mirrorbook.exchange.practice.stream;

import java.time.Duration;
import java.util.OptionalInt;

import org.mirrorbook.exchange.practice.books.AccountKind;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.stream.LoginCheck.Verdict;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers what clients say: ping, login, subscribe, unsubscribe. Used on the exchange's lane only. */
final class Desk {

    private static final int NORMAL_CLOSE = 1000;
    private static final int POLICY_CLOSE = 1008;

    private final Json json;
    private final Floor floor;
    private final LoginCheck logins;
    private final TopicCheck topics;
    private final Pushes pushes;
    private final UnifiedDesk unified;
    private final Oddities oddities;
    private final Outbox outbox;

    Desk(Json json, Floor floor, LoginCheck logins, TopicCheck topics, Pushes pushes, UnifiedDesk unified, Oddities oddities,
            Outbox outbox) {
        this.json = json;
        this.floor = floor;
        this.logins = logins;
        this.topics = topics;
        this.pushes = pushes;
        this.unified = unified;
        this.oddities = oddities;
        this.outbox = outbox;
    }

    void received(Client client, String text, long now) {
        if (client.isRefused()) {
            return;
        }
        if (oddities.is(Oddity.FAST_LIMITS) && client.saysTooMuch(now)) {
            error(client, null, 30007, "Request over limit, connection close");
            client.refuse();
            client.peer().close(POLICY_CLOSE, "over limit");
            return;
        }
        if (text.equals("ping")) {
            client.pinged(now);
            if (!oddities.is(Oddity.NO_PONG)) {
                client.peer().send("pong");
            }
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
        if (oddities.take(Oddity.CUT_ON_LOGIN)) {
            client.cut();
            return;
        }
        switch (verdict(client, login, now)) {
            case Verdict.Accepted accepted -> {
                Runnable answer = () -> accept(client, accepted.account());
                oddities.span(Oddity.SLOW_LOGIN).ifPresentOrElse(
                        span -> outbox.later(client.peer(), answer, now + Math.max(0, span.toMillis())), answer);
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

    private Verdict verdict(Client client, JsonNode login, long now) {
        OptionalInt refusal = oddities.takeNumber(Oddity.REFUSE_LOGIN);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.getAsInt(), "error");
        }
        if (oddities.take(Oddity.LOGIN_SILENCE)) {
            return new Verdict.Silence();
        }
        long skew = oddities.span(Oddity.CLOCK_SKEW).map(Duration::toMillis).orElse(0L);
        Verdict verdict = logins.judge(login, now + skew);
        if (verdict instanceof Verdict.Silence && oddities.isOffByName(Oddity.LOGIN_SILENCE)) {
            return new Verdict.Refused(30013, "Invalid ACCESS_TIMESTAMP");
        }
        if (verdict instanceof Verdict.Accepted accepted && floor.account(accepted.account()).kind() != client.entrance().kind()) {
            return wrongKind(floor.account(accepted.account()).kind());
        }
        return verdict;
    }

    private void accept(Client client, int account) {
        client.signedIn(account);
        ObjectNode ack = json.object();
        ack.put("event", "login");
        code(ack, 0);
        if (stringCodes()) {
            ack.put("msg", "");
        }
        client.peer().send(json.write(ack));
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
        if (oddities.take(Oddity.CUT_ON_SUBSCRIBE)) {
            client.cut();
            return;
        }
        OptionalInt refusal = oddities.takeNumber(Oddity.REFUSE_SUBSCRIBE);
        for (JsonNode arg : args) {
            if (refusal.isPresent()) {
                error(client, arg, refusal.getAsInt(), "error");
                continue;
            }
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
        code(error, code);
        error.put("msg", message);
        client.peer().send(json.write(error));
    }

    /** The live venue writes numbers, the documents text (protocol notes, Bitget 2.1). */
    private void code(ObjectNode message, int code) {
        if (stringCodes()) {
            message.put("code", Integer.toString(code));
        } else {
            message.put("code", code);
        }
    }

    private boolean stringCodes() {
        return oddities.is(Oddity.STRING_CODES) && !oddities.is(Oddity.NUMERIC_CODES);
    }
}
