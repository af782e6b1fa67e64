package org.mirrorbook.ui.model.journal;

import static java.util.Objects.requireNonNull;

import java.util.function.IntConsumer;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.ui.model.JournalRow;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.RowSource;
import org.mirrorbook.ui.model.journal.PagedJournal.Shown;

/** The rows of the Journal as they are known; one that is not read yet is asked for when it comes into sight. UI thread only. */
public record JournalSource(Shown shown, IntConsumer wanted) implements RowSource {

    public JournalSource {
        requireNonNull(shown);
        requireNonNull(wanted);
    }

    @Override
    public int size() {
        return shown.index().size();
    }

    @Override
    public Row row(int index) {
        var id = shown.index().id(index);
        var known = shown.rows().get(id);
        if (known == null) {
            wanted.accept(index);
            return JournalRow.awaited(id);
        }
        return known;
    }

    @Override
    public int indexOf(Object key) {
        return key instanceof TradeId id ? shown.index().place(id).orElse(-1) : -1;
    }
}
