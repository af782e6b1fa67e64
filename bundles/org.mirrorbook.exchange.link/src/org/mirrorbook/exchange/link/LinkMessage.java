package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;

/** What a venue's text message means to the link. */
public sealed interface LinkMessage {

    /** The answer to a heartbeat. */
    record Pong() implements LinkMessage {
    }

    /** The sign-in is accepted. */
    record SignedIn() implements LinkMessage {
    }

    /** A subscription is accepted. */
    record Acknowledged(String topic) implements LinkMessage {
    }

    /** A subscription is refused, and the link can do without it. */
    record Declined(String topic, String sentence) implements LinkMessage {
    }

    /** Something after which the connection is worth nothing. */
    record Failed(LinkTrouble trouble) implements LinkMessage {
    }

    /**
     * Observations.
     *
     * @param aligns the topic of which this is a complete snapshot
     */
    record Observed(ObservationBatch batch, Optional<String> aligns) implements LinkMessage {
    }

    /** Mark prices. */
    record Marks(List<MarkSeen> marks) implements LinkMessage {
        public Marks {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A message that was not understood. The link counts it and keeps the newest for {@link LinkDriver#health()}; a dialect need not log
     * it.
     *
     * @param channel where it came on, as far as it is known
     * @param excerpt its text or the beginning of it; the link shortens it and takes figures and secrets out
     * @param realign whether it may have told of positions: the connection is given up then, and the next snapshot says what is true
     */
    record Unreadable(String channel, String excerpt, boolean realign) implements LinkMessage {
        public Unreadable {
            requireNonNull(channel);
            requireNonNull(excerpt);
        }
    }

    /** Nothing that matters here. */
    record Nothing() implements LinkMessage {
    }
}
