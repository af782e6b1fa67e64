package org.mirrorbook.exchange.link;

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

    /** Nothing that matters here. */
    record Nothing() implements LinkMessage {
    }
}
