package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How well a link does, beside its state. Ages follow from the times.
 *
 * @param lastMessage when anything at all came, the answer to a heartbeat included
 * @param lastSnapshot when the newest complete snapshot came
 * @param clockOffset the venue's clock minus this machine's, when it was compared
 * @param gaps how often the link was lost after it had been live, since the start of the mirror
 * @param unreadable how many messages were not understood, since the start of the mirror
 * @param lastUnreadable the newest of them
 * @param lost when the gaps began, oldest first; of many the newest {@value #KEPT}
 */
public record LinkHealth(Optional<Instant> lastMessage, Optional<Instant> lastSnapshot, Optional<Duration> clockOffset, long gaps,
        long unreadable, Optional<Unreadable> lastUnreadable, List<Instant> lost) {

    /** So many beginnings of gaps are remembered. */
    public static final int KEPT = 1_000;

    /**
     * A message that was not understood.
     *
     * @param channel where it came on, as far as it is known
     * @param excerpt its beginning, without figures and secrets
     */
    public record Unreadable(Instant at, String channel, String excerpt) {
        public Unreadable {
            requireNonNull(at);
            requireNonNull(channel);
            requireNonNull(excerpt);
        }
    }

    public LinkHealth {
        requireNonNull(lastMessage);
        requireNonNull(lastSnapshot);
        requireNonNull(clockOffset);
        requireNonNull(lastUnreadable);
        lost = List.copyOf(lost);
    }

    /** Of a link that has not heard anything yet. */
    public static LinkHealth none() {
        return new LinkHealth(Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, Optional.empty(), List.of());
    }
}
