package org.mirrorbook.exchange.practice.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** One connected socket and what it has asked for. Used on the exchange's lane only. */
final class Client {

    private static final long IDLE_LIMIT = 120_000;
    private static final long SECOND = 1_000;
    private static final int MOST_IN_A_SECOND = 10;
    private static final long LIFE_LIMIT = 24L * 3_600_000;

    private final Peer peer;
    private final Entrance entrance;
    private final long openedAt;
    private long pingedAt;
    private OptionalInt account = OptionalInt.empty();
    private boolean refused;
    private final Deque<Long> heard = new ArrayDeque<>();
    private final List<Topic> topics = new ArrayList<>();
    private final List<UnifiedTopic> unifiedTopics = new ArrayList<>();
    private final ToldPositions told = new ToldPositions();

    Client(Peer peer, Entrance entrance, long now) {
        this.peer = peer;
        this.entrance = entrance;
        this.openedAt = now;
        this.pingedAt = now;
    }

    Peer peer() {
        return peer;
    }

    boolean isPublic() {
        return entrance.isPublic();
    }

    Entrance entrance() {
        return entrance;
    }

    OptionalInt account() {
        return account;
    }

    boolean isOf(int index) {
        return account.isPresent() && account.getAsInt() == index;
    }

    void signedIn(int index) {
        account = OptionalInt.of(index);
    }

    void pinged(long now) {
        pingedAt = now;
    }

    /** Ends the connection without a goodbye; nothing that is still under way is heard. */
    void cut() {
        refused = true;
        peer.drop();
    }

    /** Whether the message just received is one too many within a second (protocol notes, Bitget 2.4). */
    boolean saysTooMuch(long now) {
        heard.addLast(now);
        while (heard.peekFirst() <= now - SECOND) {
            heard.removeFirst();
        }
        return heard.size() > MOST_IN_A_SECOND;
    }

    long age(long now) {
        return now - openedAt;
    }

    /** From now on nothing that the client says is heard. */
    void refuse() {
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }

    /** Whether the venue would end the connection now: two minutes without ping, or a day (protocol notes, Bitget 2.3 and 2.4). */
    boolean isOverdue(long now) {
        return now - pingedAt > IDLE_LIMIT || now - openedAt > LIFE_LIMIT;
    }

    List<Topic> topics() {
        return List.copyOf(topics);
    }

    void subscribe(Topic topic) {
        topics.removeIf(topic::sameAs);
        topics.add(topic);
    }

    void unsubscribe(Topic topic) {
        topics.removeIf(topic::sameAs);
    }

    ToldPositions toldPositions() {
        return told;
    }

    List<UnifiedTopic> unifiedTopics() {
        return List.copyOf(unifiedTopics);
    }

    void subscribe(UnifiedTopic topic) {
        unsubscribe(topic);
        unifiedTopics.add(topic);
    }

    void unsubscribe(UnifiedTopic topic) {
        unifiedTopics.removeIf(topic::sameAs);
    }
}
