package org.mirrorbook.ui.model;

/** The columns of the Journal, in their order. */
public enum JournalColumn {
    OPENED(ColumnSpec.words(Messages.JournalColumn_opened, 92, 1)),
    SYMBOL(ColumnSpec.words(Messages.JournalColumn_symbol, 92, 2)),
    SIDE(ColumnSpec.words(Messages.JournalColumn_side, 56, 0)),
    ACCOUNT(ColumnSpec.words(Messages.JournalColumn_account, 84, 2)),
    STATUS(ColumnSpec.words(Messages.JournalColumn_status, 56, 0)),
    CERTAINTY(ColumnSpec.words(Messages.JournalColumn_certainty, 104, 1)),
    SIZE(ColumnSpec.figures(Messages.JournalColumn_size, 68, 2)),
    ENTRY(ColumnSpec.figures(Messages.JournalColumn_entry, 76, 2)),
    EXIT(ColumnSpec.figures(Messages.JournalColumn_exit, 72, 2)),
    NET(ColumnSpec.figures(Messages.JournalColumn_net, 100, 2)),
    FEES(ColumnSpec.figures(Messages.JournalColumn_fees, 72, 2)),
    FUNDING(ColumnSpec.figures(Messages.JournalColumn_funding, 64, 1)),
    HELD(ColumnSpec.figures(Messages.JournalColumn_held, 68, 1));

    private final ColumnSpec spec;

    JournalColumn(ColumnSpec spec) {
        this.spec = spec;
    }

    public ColumnSpec spec() {
        return spec;
    }
}
