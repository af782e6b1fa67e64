package org.mirrorbook.exchange.bitget.unified;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;

/**
 * Which connections had their complete list of positions. It comes once, first of all after the subscription; a later push is about the
 * rows it names and no others, whatever it calls itself (protocol notes, Bitget 7). A change that overtakes the list waits for it.
 * Thread-safe.
 */
final class Beginnings {

    /** More than two are never open at once. */
    private static final int CONNECTIONS = 8;
    /** One that was forgotten while it is still heard would be waited for without end; in its one day not nearly so many follow it. */
    private static final int MOST_BEGUN = 1_000;
    private static final int MOST_HELD = 10_000;

    /** Changes that wait, by connection. */
    private final Map<Long, List<Observation>> held = new LinkedHashMap<>();
    private final Set<Long> begun = new LinkedHashSet<>();

    synchronized boolean has(long connection) {
        return begun.contains(connection);
    }

    /** Keeps changes until the list has come. */
    synchronized void hold(long connection, List<Observation> changes) {
        var waiting = held.computeIfAbsent(connection, any -> new ArrayList<>());
        if (waiting.size() + changes.size() > MOST_HELD) {
            throw new UnreadableFrame("changes come without a snapshot");
        }
        waiting.addAll(changes);
        shorten(held.keySet(), CONNECTIONS);
    }

    /** Notes that the list has come; gives the changes that came before it. */
    synchronized List<Observation> begin(long connection) {
        begun.add(connection);
        shorten(begun, MOST_BEGUN);
        var waiting = held.remove(connection);
        return waiting == null ? List.of() : List.copyOf(waiting);
    }

    private static void shorten(Set<Long> all, int most) {
        while (all.size() > most) {
            all.remove(all.iterator().next());
        }
    }
}
