package org.mirrorbook.ui.model.books;

import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.reconciliation.Difference;

/** What a correction does, before it is made. */
public final class CorrectionWords {

    private CorrectionWords() {
    }

    /** @param undo the keys that undo */
    public static String of(Difference difference, String exchange, String undo) {
        if (difference.closedAt().isEmpty()) {
            return NLS.bind(Messages.Takes_open, exchange);
        }
        var takes = switch (difference.kind()) {
            case FIGURES -> NLS.bind(Messages.Takes_figures, difference.fields().stream().map(field -> FieldNames.small(field.name()))
                    .collect(Collectors.joining(", ")), exchange);
            case ONLY_EXCHANGE -> NLS.bind(Messages.Takes_entry, exchange);
            case ONLY_JOURNAL -> NLS.bind(Messages.Takes_withdrawal, exchange);
        };
        return takes + " " + (difference.isReversible() ? NLS.bind(Messages.Takes_undo, undo) : Messages.Takes_final);
    }
}
