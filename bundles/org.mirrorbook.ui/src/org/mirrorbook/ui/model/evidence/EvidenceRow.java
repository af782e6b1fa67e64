package org.mirrorbook.ui.model.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Row;

/**
 * A message with a change that it brought about; a message of several changes has a row for each, one of none has one.
 *
 * @param change absent when nothing changed
 * @param place of the change among all changes of the trade, from 1 on; 0 when nothing changed
 * @param leads whether it is the first row of its message
 */
public record EvidenceRow(Step step, Optional<TradeEvent> change, int place, boolean leads, List<Cell> cells) implements Row {

    public EvidenceRow {
        requireNonNull(step);
        requireNonNull(change);
        cells = List.copyOf(cells);
    }

    @Override
    public Object key() {
        if (change.isPresent()) {
            return List.of(change.get().revision(), (long) change.get().ordinal());
        }
        return step.number() > 0 ? List.of(step.number()) : List.of(step.receivedAt());
    }

    /** What each cell says. */
    public List<String> words() {
        return cells.stream().map(Cell::words).toList();
    }

    /** What the change is called; nothing where nothing changed. */
    public String name() {
        return change.map(event -> cells.get(EvidenceColumn.CHANGED.ordinal()).more().getFirst().text()).orElse("");
    }

    /** All that is to be read in it and in its message, in lower case, for the filter. */
    String searched() {
        return (String.join(" ", words()) + " " + step.channel() + " " + step.text().orElse(""))
                .toLowerCase(Locale.ROOT);
    }
}
