package org.mirrorbook.ui.model.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.mirrorbook.ui.model.ColumnSpec;

/** The columns of the evidence, in their order. */
public enum EvidenceColumn {
    MESSAGE(ColumnSpec.figures(Messages.Column_message, 64, 0)),
    VENUE_TIME(ColumnSpec.figures(Messages.Column_venueTime, 92, 0).leaving(4)),
    RECEIVED(ColumnSpec.figures(Messages.Column_received, 68, 0).leaving(3)),
    COMMIT(ColumnSpec.figures(Messages.Column_commit, 60, 0).leaving(1)),
    CHANNEL(ColumnSpec.words(Messages.Column_channel, 140, 0).leaving(5)),
    SAID(ColumnSpec.words(Messages.Column_said, 150, 3)),
    CHANGED(ColumnSpec.words(Messages.Column_changed, 132, 0)),
    NOW(ColumnSpec.words(Messages.Column_now, 180, 2).leaving(6)),
    SIZE(ColumnSpec.figures(Messages.Column_size, 60, 0).leaving(1)),
    ENTRY(ColumnSpec.figures(Messages.Column_entry, 76, 0).leaving(1)),
    NET(ColumnSpec.figures(Messages.Column_net, 112, 0).leaving(7));

    private final ColumnSpec spec;

    EvidenceColumn(ColumnSpec spec) {
        this.spec = spec;
    }

    public static List<ColumnSpec> specs() {
        return Stream.of(values()).map(column -> column.spec.named(column.name().toLowerCase(Locale.ROOT))).toList();
    }
}
