package org.mirrorbook.exchange.practice.stream;

import java.util.HexFormat;

import org.mirrorbook.exchange.practice.stream.TopicCheck.Refused;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers subscriptions of the v3 protocol. Used on the exchange's lane only. */
final class UnifiedDesk {

    private final Json json;
    private final UnifiedTopicCheck topics;
    private final UnifiedPushes pushes;

    UnifiedDesk(Json json, UnifiedTopicCheck topics, UnifiedPushes pushes) {
        this.json = json;
        this.topics = topics;
        this.pushes = pushes;
    }

    /** Acknowledges one arg and sends what follows at once; the acknowledgement carries an empty code and the connection's id. */
    void topic(Client client, String op, JsonNode arg, long now) throws Refused {
        UnifiedTopic topic = topics.check(arg, client.isPublic());
        ObjectNode ack = json.object();
        ack.put("event", op);
        ack.set("arg", topic.arg());
        ack.put("code", "");
        ack.put("msg", "");
        ack.put("connId", HexFormat.of().toHexDigits(System.identityHashCode(client)));
        client.peer().send(json.write(ack));
        if (op.equals("subscribe")) {
            client.subscribe(topic);
            pushes.first(client, topic, now);
        } else {
            client.unsubscribe(topic);
        }
    }
}
