package org.mirrorbook.ui.model.evidence;

import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Trade;

/** A message as it is looked at: laid out, with the members marked that the journal took its figures from. */
public final class MessageView {

    /** Beyond that a message is cut for the eye; the export has all of it. */
    private static final int MOST_LETTERS = 400_000;

    private MessageView() {
    }

    public static MessageText of(Step step, Trade trade, String text) {
        var json = text.length() > MOST_LETTERS ? Optional.<Json>empty() : Json.of(text);
        return json.map(message -> MessageText.of(message, step.said().isEmpty() ? Set.of()
                : new UsedFields(message, trade, step).members()))
                .orElseGet(() -> MessageText.plain(text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "\u2026" : text));
    }
}
