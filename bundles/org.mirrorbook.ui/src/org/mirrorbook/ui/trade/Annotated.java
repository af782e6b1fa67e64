package org.mirrorbook.ui.trade;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.mirrorbook.journal.Annotations.Attachment;
import org.mirrorbook.journal.Annotations.Note;

/**
 * What the user keeps with a trade.
 *
 * @param knownTags of all trades
 * @param knownSetups of all trades
 */
record Annotated(Note note, List<String> tags, List<Attachment> attachments, List<String> knownTags, List<String> knownSetups) {

    Annotated {
        requireNonNull(note);
        tags = List.copyOf(tags);
        attachments = List.copyOf(attachments);
        knownTags = List.copyOf(knownTags);
        knownSetups = List.copyOf(knownSetups);
    }
}
