package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;

/**
 * One input of an account's lane, complete: the books that were folded from a recording of these can be folded from it again.
 * Without secrets.
 */
public sealed interface LaneInput {

    /** When it reached this machine, or was concluded or typed. */
    Instant at();

    /**
     * The lane began to fold on this book.
     *
     * @param label the user's name of the account at that time
     * @param book as it came from the journal ({@link Book#kept()})
     * @param revision of the journal that holds it
     */
    record Opened(String label, Book book, long revision, Instant at) implements LaneInput {
        public Opened {
            requireNonNull(label);
            requireNonNull(book);
            requireNonNull(at);
        }
    }

    /**
     * A message of the venue, an answer to a question, sampled prices, an edit of the user, or a conclusion of this side.
     *
     * @param channel where it came from, such as {@code positions}; in words of ours {@code marks}, {@code edit}, {@code concluded}
     * @param text as the venue sent it, cleared of secrets; empty where there was no text
     * @param seen what was folded, in order; empty where the message is kept as evidence alone
     */
    record Heard(String channel, String text, List<Observation> seen, Instant at) implements LaneInput {
        public Heard {
            requireNonNull(channel);
            requireNonNull(text);
            seen = List.copyOf(seen);
            requireNonNull(at);
        }
    }
}
