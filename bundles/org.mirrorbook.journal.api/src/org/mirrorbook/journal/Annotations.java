package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.mirrorbook.domain.journal.TradeId;

/**
 * What the user writes to trades: notes, tags, attached files. No mirror ever touches it. Blocking; for jobs and commands. Thread-safe. An
 * OSGi service. Fails with a {@link JournalProblem}: {@link JournalProblem.Remedy#ASK_USER} when there is no such trade, or something is
 * too long or too large.
 */
public interface Annotations {

    /** Most bytes of one attachment: 10 MB. */
    int LARGEST_ATTACHMENT = 10 * 1024 * 1024;

    /** Most characters of a note's text. */
    int LONGEST_TEXT = 1_000_000;

    /**
     * What the user noted about one trade. Empty texts mean that nothing was said.
     *
     * @param setup by which the trade was entered
     * @param rating of how well it was done, 1 to 5
     */
    record Note(String text, String setup, OptionalInt rating, String mistakes, String emotion) {
        public Note {
            requireNonNull(text);
            requireNonNull(setup);
            requireNonNull(rating);
            requireNonNull(mistakes);
            requireNonNull(emotion);
            if (rating.isPresent() && (rating.getAsInt() < 1 || rating.getAsInt() > 5)) {
                throw new IllegalArgumentException("a rating is from 1 to 5");
            }
        }

        /** Before anything was noted. */
        public static Note none() {
            return new Note("", "", OptionalInt.empty(), "", "");
        }

        /** Nothing but a text. */
        public static Note of(String text) {
            return new Note(text, "", OptionalInt.empty(), "", "");
        }
    }

    /**
     * A file that is kept with a trade.
     *
     * @param id derived from trade, name and content: the same file twice is one attachment
     * @param name as the user knows it, without folders
     * @param mediaType such as {@code image/png}
     * @param size in bytes
     * @param sha256 of the content, in hexadecimal
     */
    record Attachment(String id, TradeId trade, String name, String mediaType, long size, String sha256, Instant addedAt) {
        public Attachment {
            requireNonNull(id);
            requireNonNull(trade);
            requireNonNull(name);
            requireNonNull(mediaType);
            requireNonNull(sha256);
            requireNonNull(addedAt);
        }
    }

    /**
     * What a list says of a trade.
     *
     * @param hasText whether the note has a text; the text itself is left where it is
     * @param note without its text
     * @param tags in the order of the alphabet
     * @param attachments how many
     */
    record Marks(boolean hasText, Note note, List<String> tags, int attachments) {
        public Marks {
            requireNonNull(note);
            tags = List.copyOf(tags);
        }

        /** Before anything was noted. */
        public static Marks none() {
            return new Marks(false, Note.none(), List.of(), 0);
        }
    }

    /** What lists say of these trades; one of which there is nothing to say is not among them. A few queries, however many they are. */
    default Map<TradeId, Marks> marks(Collection<TradeId> trades) {
        var marks = new HashMap<TradeId, Marks>();
        for (var trade : trades) {
            var note = note(trade);
            var found = new Marks(!note.text().isEmpty(), new Note("", note.setup(), note.rating(), note.mistakes(), note.emotion()),
                    tags(trade), attachments(trade).size());
            if (!found.equals(Marks.none())) {
                marks.put(trade, found);
            }
        }
        return marks;
    }

    /** All setups that a trade has, in the order of the alphabet. */
    default List<String> setups() {
        return List.of();
    }

    /** The note of a trade; {@link Note#none()} before there is one. */
    Note note(TradeId trade);

    /** Replaces the note of a trade; {@link Note#none()} takes it away. */
    void write(TradeId trade, Note note);

    /** The tags of a trade, in the order of the alphabet. */
    List<String> tags(TradeId trade);

    /** All tags that a trade has, in the order of the alphabet. */
    List<String> tags();

    /**
     * Gives a trade a tag. Tags that differ in capitals or outer blanks alone are the same and keep the form that they were first given in.
     */
    void tag(TradeId trade, String tag);

    /** Takes a tag from a trade, if it has it. */
    void untag(TradeId trade, String tag);

    /** The attachments of a trade, oldest first. */
    List<Attachment> attachments(TradeId trade);

    /** Keeps a file with a trade. */
    Attachment attach(TradeId trade, String name, String mediaType, byte[] content);

    /** The content of an attachment; absent when it was removed. */
    Optional<byte[]> content(String attachment);

    /** Removes an attachment, if it is there. */
    void removeAttachment(String attachment);
}
