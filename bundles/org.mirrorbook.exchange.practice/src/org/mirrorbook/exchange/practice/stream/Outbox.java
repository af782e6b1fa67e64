package org.mirrorbook.exchange.practice.stream;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/**
 * Where every push of either protocol leaves: what is odd about pushes happens here, so that whoever makes them need not know of it. Used
 * on the exchange's lane only.
 */
final class Outbox {

    /** How long a push that is to be overtaken waits when no other one comes, in ms. */
    private static final long OVERTAKEN_AT_LATEST = 400;

    private final Json json;
    private final Oddities oddities;
    private final Garbage garbage;
    private final Touch touch;
    private final PriorityQueue<Late> late = new PriorityQueue<>(Comparator.comparingLong(Late::at).thenComparingLong(Late::number));
    private final Map<Peer, Late> overtaken = new HashMap<>();
    private long number;

    private record Late(long at, long number, Peer peer, Runnable sending) {
    }

    Outbox(Json json, Oddities oddities) {
        this.json = json;
        this.oddities = oddities;
        this.garbage = new Garbage(json);
        this.touch = new Touch(oddities);
    }

    /**
     * Sends a push, as it is or as the oddities want it.
     *
     * @param channel channel or topic, as on the wire
     * @param first whether it is the one right after the acknowledgement
     */
    void push(Peer peer, String channel, ObjectNode push, boolean first, long now) {
        if (oddities.is(Oddity.QUIET_STREAM)) {
            return;
        }
        Optional<ObjectNode> touched = touch.of(push, channel);
        if (touched.isEmpty()) {
            return;
        }
        if (first ? oddities.take(Oddity.CUT_BEFORE_SNAPSHOT) : oddities.take(Oddity.CUT_LIVE, channel)) {
            peer.drop();
            return;
        }
        String text = json.write(touched.get());
        if (oddities.take(Oddity.GARBAGE_FRAMES, channel)) {
            garbage.send(peer, text);
        }
        oddities.takeNumber(Oddity.OVERSIZED_FRAME).ifPresent(size -> peer.send(garbage.oversized(push, size)));
        send(peer, channel, text, now);
        if (oddities.take(Oddity.DUPLICATE_PUSHES, channel)) {
            send(peer, channel, text, now);
        }
    }

    private void send(Peer peer, String channel, String text, long now) {
        Optional<Long> delay = oddities.takeSpan(Oddity.DELAYED_PUSHES, channel).map(span -> Math.max(0, span.toMillis()));
        if (delay.isPresent()) {
            late.add(new Late(now + delay.get(), number++, peer, () -> peer.send(text)));
            return;
        }
        Late waiting = overtaken.remove(peer);
        if (waiting == null && oddities.take(Oddity.REORDERED_PUSHES, channel)) {
            overtaken.put(peer, new Late(now + OVERTAKEN_AT_LATEST, number++, peer, () -> peer.send(text)));
            return;
        }
        peer.send(text);
        if (waiting != null) {
            waiting.sending().run();
        }
    }

    /** Answers a peer after a while. */
    void later(Peer peer, Runnable answer, long at) {
        late.add(new Late(at, number++, peer, answer));
    }

    /** Sends what was kept back until now. */
    void sendLate(long now) {
        while (!late.isEmpty() && late.peek().at() <= now) {
            Late due = late.poll();
            due.sending().run();
        }
        for (Late waiting : List.copyOf(overtaken.values())) {
            if (waiting.at() <= now) {
                overtaken.remove(waiting.peer());
                waiting.sending().run();
            }
        }
    }

    /** Nothing is sent to that peer any more. */
    void forget(Peer peer) {
        overtaken.remove(peer);
        late.removeIf(waiting -> waiting.peer() == peer);
    }
}
