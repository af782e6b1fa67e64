package org.mirrorbook.exchange.link;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What one connection has to say, not faster than the venue listens (protocol notes, Bitget 2.4: beyond 10 messages a second it hangs up).
 * A heartbeat overtakes what waits, so that a burst of subscriptions cannot starve it. Not thread-safe: its owner holds the lock, also when
 * the gap is over.
 */
final class Pace {

    private final Consumer<String> out;
    private final Function<Runnable, Network.Timer> afterTheGap;
    private final Deque<Message> waiting = new ArrayDeque<>();
    private Network.Timer rest;
    private boolean ended;

    private record Message(String text, Runnable sent) {
    }

    /**
     * @param out sends
     * @param afterTheGap runs a task when the shortest time between two messages is over
     */
    Pace(Consumer<String> out, Function<Runnable, Network.Timer> afterTheGap) {
        this.out = out;
        this.afterTheGap = afterTheGap;
    }

    void say(Collection<String> texts) {
        texts.forEach(text -> waiting.add(new Message(text, () -> { })));
        next();
    }

    /** @param sent is run when it leaves */
    void heartbeat(String text, Runnable sent) {
        waiting.addFirst(new Message(text, sent));
        next();
    }

    /** Says nothing more. */
    void end() {
        ended = true;
        waiting.clear();
        if (rest != null) {
            rest.cancel();
        }
    }

    private void next() {
        if (rest != null || ended || waiting.isEmpty()) {
            return;
        }
        rest = afterTheGap.apply(() -> {
            rest = null;
            next();
        });
        var message = waiting.poll();
        out.accept(message.text());
        message.sent().run();
    }
}
