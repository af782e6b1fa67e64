package org.mirrorbook.ui.model.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;

import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Row;

/**
 * A field of a trade before and after a message.
 *
 * @param changed whether it is another now
 */
public record ChangedField(String name, boolean changed, List<Cell> cells) implements Row {

    public ChangedField {
        requireNonNull(name);
        cells = List.copyOf(cells);
    }

    @Override
    public Object key() {
        return name;
    }

    public static List<ColumnSpec> specs() {
        return List.of(ColumnSpec.words(Messages.Field_field, 84, 0), ColumnSpec.figures(Messages.Field_before, 112, 1),
                ColumnSpec.figures(Messages.Field_after, 112, 1), ColumnSpec.words("", 28, 0).named("mark"),
                ColumnSpec.words(Messages.Field_from, 150, 2).leaving(1));
    }
}
