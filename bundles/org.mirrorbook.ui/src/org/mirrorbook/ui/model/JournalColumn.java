package org.mirrorbook.ui.model;

/** The columns of the Journal, in their order. */
public enum JournalColumn {
    OPENED(ColumnSpec.words(Messages.JournalColumn_opened, 92, 1)),
    SYMBOL(ColumnSpec.words(Messages.JournalColumn_symbol, 92, 2)),
    SIDE(ColumnSpec.words(Messages.JournalColumn_side, 56, 0)),
    ACCOUNT(ColumnSpec.words(Messages.JournalColumn_account, 84, 2).leaving(6)),
    STATUS(ColumnSpec.words(Messages.JournalColumn_status, 56, 0)),
    CERTAINTY(ColumnSpec.words(Messages.JournalColumn_certainty, 104, 1)),
    SIZE(ColumnSpec.figures(Messages.JournalColumn_size, 68, 2).leaving(5)),
    ENTRY(ColumnSpec.figures(Messages.JournalColumn_entry, 76, 2)),
    EXIT(ColumnSpec.figures(Messages.JournalColumn_exit, 72, 2)),
    NET(ColumnSpec.figures(Messages.JournalColumn_net, 92, 2)),
    MULTIPLE(ColumnSpec.figures(Messages.JournalColumn_multiple, 80, 1)),
    STOP(ColumnSpec.figures(Messages.JournalColumn_stop, 104, 2).leaving(7)),
    FEES(ColumnSpec.figures(Messages.JournalColumn_fees, 68, 2).leaving(3)),
    FUNDING(ColumnSpec.figures(Messages.JournalColumn_funding, 64, 1).leaving(2)),
    HELD(ColumnSpec.figures(Messages.JournalColumn_held, 68, 1).leaving(4)),
    CLOSED_BY(ColumnSpec.words(Messages.JournalColumn_closedBy, 84, 1).leaving(1));

    private final ColumnSpec spec;

    JournalColumn(ColumnSpec spec) {
        this.spec = spec;
    }

    public ColumnSpec spec() {
        return spec;
    }
}
