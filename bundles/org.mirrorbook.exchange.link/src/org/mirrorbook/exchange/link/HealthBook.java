package org.mirrorbook.exchange.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkHealth.Unreadable;
import org.mirrorbook.exchange.LinkState;

/** What is counted and remembered of a link for {@link LinkHealth}. Thread-safe. */
final class HealthBook {

    private Optional<Instant> lastMessage = Optional.empty();
    private Optional<Instant> lastSnapshot = Optional.empty();
    private Optional<Unreadable> lastUnreadable = Optional.empty();
    private long unreadable;
    private long gaps;
    private List<Instant> lost = List.of();
    private boolean live;

    synchronized void message(Instant at) {
        lastMessage = Optional.of(at);
    }

    synchronized void snapshot(Instant at) {
        lastSnapshot = Optional.of(at);
    }

    synchronized void unreadable(Instant at, String channel, String text) {
        unreadable++;
        lastUnreadable = Optional.of(new Unreadable(at, channel, Excerpt.of(text)));
    }

    /** A message that was not even taken in; {@code words} say why. */
    synchronized void unread(Instant at, String words) {
        unreadable++;
        lastUnreadable = Optional.of(new Unreadable(at, "unknown", words));
    }

    /** A state that was told. Whatever ends being live leaves a time in which nobody listened, except the end of the mirror. */
    synchronized void state(LinkState state, Instant at) {
        if (live && state != LinkState.LIVE && state != LinkState.OFF) {
            gaps++;
            lost = Stream.concat(lost.stream().skip(Math.max(0, lost.size() + 1 - LinkHealth.KEPT)), Stream.of(at)).toList();
        }
        live = state == LinkState.LIVE;
    }

    synchronized LinkHealth told() {
        return new LinkHealth(lastMessage, lastSnapshot, Optional.empty(), gaps, unreadable, lastUnreadable, lost);
    }
}
