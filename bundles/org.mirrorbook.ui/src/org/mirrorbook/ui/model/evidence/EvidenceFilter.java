package org.mirrorbook.ui.model.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * Which rows are shown.
 *
 * @param text has to be in the row or in its message; empty for any
 * @param channel as it is shown; empty for any
 * @param onlyChanges whether messages that changed nothing are left out
 */
public record EvidenceFilter(String text, String channel, boolean onlyChanges) {

    public static final EvidenceFilter ALL = new EvidenceFilter("", "", false);

    public EvidenceFilter {
        requireNonNull(text);
        requireNonNull(channel);
    }

    public List<EvidenceRow> of(List<EvidenceRow> rows) {
        var words = text.strip().toLowerCase(Locale.ROOT);
        return rows.stream().filter(row -> !onlyChanges || row.change().isPresent())
                .filter(row -> channel.isEmpty() || ChannelWords.of(row.step().channel()).equals(channel))
                .filter(row -> words.isEmpty() || row.searched().contains(words)).toList();
    }

    /** The channels that are there, in the order in which they first come. */
    public static List<String> channels(List<EvidenceRow> rows) {
        return rows.stream().map(row -> ChannelWords.of(row.step().channel())).distinct().toList();
    }
}
