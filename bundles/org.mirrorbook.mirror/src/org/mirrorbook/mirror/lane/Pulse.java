package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.mirror.MirrorPulse;

/** What the lane measures of itself. Written on the lane's turn, read on any. */
final class Pulse {

    private final Clock clock;
    private final DurableDelays delays = new DurableDelays();
    private volatile Map<Scope, Map<String, EquitySeen>> equity = Map.of();

    Pulse(Clock clock) {
        this.clock = clock;
    }

    /** What these pushes changed is committed. */
    void committed(List<Heard> heard) {
        var now = clock.instant();
        heard.forEach(one -> delays.note(Duration.between(one.at(), now)));
    }

    /** A book is current. */
    void follow(Book book) {
        equity = book.around().equity();
    }

    /** Now. A unified account tells one equity for each of its scopes: one a coin is enough. */
    MirrorPulse now() {
        var newest = new HashMap<String, EquitySeen>();
        for (var coins : equity.values()) {
            coins.forEach((coin, seen) -> newest.merge(coin, seen, (one, other) -> one.at().isBefore(other.at()) ? other : one));
        }
        Optional<Instant> at = newest.values().stream().map(EquitySeen::receivedAt).max(Instant::compareTo);
        return new MirrorPulse(delays.p99(), delays.samples(), newest.values().stream().map(EquitySeen::equity)
                .sorted((one, other) -> one.currency().compareTo(other.currency())).toList(), at);
    }
}
